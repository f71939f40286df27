/// The lines that name photos: what is wrong with a photo is told where it is used.

import FrontMatter

extension Guidebook {
    /// Findings about photos, each at the first line that names its photo; those of photos that nobody names as they are.
    package func atTheirUses(_ findings: [Diagnostic], in folder: GuideFolder) -> [Diagnostic] {
        let photos = GuideFolder.Listing.photoFolder
        let names = Set(
            findings.lazy.filter { $0.file.hasPrefix(photos) }.map { String($0.file.dropFirst(photos.count)) })
        guard !names.isEmpty else { return findings }
        let uses = uses(ofPhotos: names)
        return findings.map { finding in
            guard finding.file.hasPrefix(photos), let use = uses[String(finding.file.dropFirst(photos.count))],
                case .success(let bytes) = folder.read(use.path)
            else { return finding }
            return Diagnostic(
                finding.severity, code: finding.code, at: use.range, in: SourceText(file: use.path, bytes: bytes),
                message: finding.file + ": " + finding.message, remedy: finding.remedy)
        }
    }

    private func uses(ofPhotos names: Set<String>) -> [String: (path: String, range: Range<Int>)] {
        var uses: [String: (path: String, range: Range<Int>)] = [:]
        func add(_ name: String, _ path: String, _ range: Range<Int>) {
            if names.contains(name), uses[name] == nil { uses[name] = (path, range) }
        }
        for place in places where place.record.isPublished {
            for photo in place.record.photos where photo.isPublic {
                add(photo.file.value, place.path, photo.file.range)
            }
        }
        for story in stories {
            for photo in story.record.photos where photo.isPublic {
                add(photo.file.value, story.path, photo.file.range)
            }
        }
        let bodies =
            places.map { ($0.path, $0.record.body) } + areas.map { ($0.path, $0.record.body) }
            + stories.map { ($0.path, $0.record.body) } + supports.map { ($0.path, $0.record.body) }
            + events.map { ($0.path, $0.record.body) } + pages.map { ($0.path, $0.record.body) }
            + [(GuideFolder.guideFile, facts.published.foreword)]
        for (path, body) in bodies { for picture in body.pictures { add(picture.address, path, picture.range) } }
        return uses
    }
}

/// Which files hold what must not be public: the reason to keep a guide's repository private.

import FrontMatter

extension Guidebook {
    /// In file order: files with notes, contacts that are not public, homes, or places that are not to be published.
    ///
    /// The files are read once more, for a guide does not keep its notes.
    package func filesWithPrivateFacts(in folder: GuideFolder) -> [String] {
        let contacts: [(path: String, contacts: [Contact])] =
            places.map { ($0.path, $0.record.contacts) } + areas.map { ($0.path, $0.record.coordinators) }
            + supports.map { ($0.path, $0.record.contacts) } + events.map { ($0.path, $0.record.contacts) }
        let unpublished = places.filter { $0.record.consent?.state != .agreed }
        let homes = places.filter { $0.record.gatherings.contains(where: \.isHome) }
        let files: Set<String> = Set(
            contacts.filter { $0.contacts.contains { !$0.isPublic } }.map(\.path) + (unpublished + homes).map(\.path))
        let all = Set(contacts.map(\.path) + stories.map(\.path) + pages.map(\.path) + [GuideFolder.guideFile])
        return all.filter { files.contains($0) || folder.holdsNotes($0) }.sorted()
    }
}

extension GuideFolder {
    fileprivate func holdsNotes(_ path: String) -> Bool {
        guard case .success(let bytes) = read(path) else { return false }
        let fields = Document(parsing: SourceText(file: path, bytes: bytes)).root
        return fields.contains { Key.privateNotes.names.contains($0.key) && !$0.value.isEmpty }
    }
}

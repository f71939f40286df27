/// The texts below the fields: read with their file, checked against the whole guide.

import FrontMatter
import Markdown
import Messages
import Publication

extension Findings {
    /// The body of a file; what did not survive in it is noted.
    mutating func body(of file: RecordFile) -> MarkdownText {
        let text = MarkdownText(file.document.source, file.document.body)
        for fault in text.faults { add(.text(fault), at: fault.range) }
        return text
    }
}

extension MarkdownText {
    /// Most name nothing, and need no look.
    fileprivate var namesSomething: Bool { !places.isEmpty || !pictures.isEmpty }
}

extension Guidebook {
    /// Links to places and pictures that the texts name.
    func checkBodies(_ faults: inout [Fault]) {
        for place in places where place.record.body.namesSomething {
            check(place.record.body, place.record.isPublished, in: place.path, &faults)
        }
        checkBodiesOfWorks(&faults)
        check(facts.published.foreword, in: GuideFolder.guideFile, &faults)
    }

    func checkBodiesOfWorks(_ faults: inout [Fault]) {
        for area in areas { check(area.record.body, in: area.path, &faults) }
        for story in stories { check(story.record.body, in: story.path, &faults) }
        for support in supports { check(support.record.body, in: support.path, &faults) }
        for event in events { check(event.record.body, in: event.path, &faults) }
        for page in pages { check(page.record.body, in: page.path, &faults) }
    }

    func check(_ body: MarkdownText, _ isPublished: Bool = true, in path: String, _ faults: inout [Fault]) {
        for place in body.places { check(place, isPublished, in: path, &faults) }
        for picture in body.pictures where !picture.address.contains("://") {
            check(photo: picture.address, at: picture.range, in: path, &faults)
        }
    }

    private func check(_ place: PlaceReference, _ isPublished: Bool, in path: String, _ faults: inout [Fault]) {
        switch relations.placeNames.find(place.target, isGuessing: faults.areFew) {
        case .one(let index):
            if isPublished, !places[index].record.isPublished {
                faults.append(Fault(.unpublishedPlace(found: place.target), in: path, at: place.range))
            }
        case .several(let numbers, let areMore):
            faults.append(
                Fault(
                    .ambiguousPlace(found: place.target, numbers: numbers, areMore: areMore), in: path, at: place.range)
            )
        case .none(let nearest):
            faults.append(Fault(.unknownPlace(found: place.target, nearest: nearest), in: path, at: place.range))
        }
    }

    /// Photos that fields name.
    func checkPhotos(_ faults: inout [Fault]) {
        for place in places { checkPhotos(of: place, &faults) }
        checkPhotosOfStories(&faults)
    }

    func checkPhotosOfStories(_ faults: inout [Fault]) {
        for story in stories {
            for photo in story.record.photos {
                check(photo: photo.file.value, at: photo.file.range, in: story.path, &faults)
            }
        }
    }

    func checkPhotos(of place: Filed<Place>, _ faults: inout [Fault]) {
        for photo in place.record.photos {
            check(photo: photo.file.value, at: photo.file.range, in: place.path, &faults)
        }
    }

    private func check(photo file: String, at range: Range<Int>, in path: String, _ faults: inout [Fault]) {
        if file.hasPrefix("/") || file.contains("\\") || file.split(separator: "/").contains("..") {
            faults.append(Fault(.photoOutsideFolder(file: file), in: path, at: range))
        } else if !photos.contains(file) {
            let nearest = photos.count > 2000 || !faults.areFew ? nil : nearestWord(to: file, among: photos.sorted())
            faults.append(Fault(.missingPhoto(file: file, nearest: nearest), in: path, at: range))
        }
    }
}

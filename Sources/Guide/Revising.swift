/// A save as most are: a place's text, its hours, its area. What other files go by stays as it was, so that only the file
/// itself is read, related and checked.

import FrontMatter
import Markdown
import Messages
import Parallel
import Recurrence

extension Guidebook {
    /// This guide after some files were saved, and the places that stand in them. Nil where more may come of it than
    /// these files show: then the guide is to be read as a whole.
    func revised(_ saved: Set<String>, in folder: GuideFolder, on today: Day) -> (guide: Guidebook, places: [Int])? {
        guard today == day, saved.count <= 16 else { return nil }
        var guide = self
        var numbers: [Int] = []
        for path in saved {
            guard let number = guide.replacePlace(at: path, in: folder) else { return nil }
            numbers.append(number)
        }
        let saysTheSame = numbers.map {
            guide.texts.replaceContacts(of: places[$0].record, by: guide.places[$0].record)
        }
        if saysTheSame.contains(false) {
            guide.texts = CheckedTexts(of: guide, KnownReading(of: self, for: guide, except: saved))
            guard guide.texts.tellsTheSame(as: texts, except: saved) else { return nil }
        }
        for number in numbers {
            guard guide.checkAgain(number, before: places[number].record, in: folder) else { return nil }
        }
        guide.found = found.filter { !saved.contains($0.file) }
        for path in saved {
            guard let file = guide.files.position(of: path, \.path) else { continue }
            guide.found += guide.files[file].diagnostics + guide.told.diagnostics(of: path)
        }
        guide.found.sort(by: Diagnostic.precedes)
        return (guide, numbers.sorted())
    }

    /// - Returns: the place's number among the places; nil where it is not the only thing that changes.
    private mutating func replacePlace(at path: String, in folder: GuideFolder) -> Int? {
        guard let file = files.position(of: path, \.path), let number = places.position(of: path, \.path) else {
            return nil
        }
        let read = ReadFile(at: path, in: folder, by: reader)
        guard read.faults.isEmpty, case .place(let place) = read.record,
            Ties(of: place.record) == Ties(of: places[number].record), rename(number, to: place.record.name.value)
        else { return nil }
        files[file] = read
        places[number] = place
        return number
    }

    /// Gives a place another name, if neither that one nor the one it had is anybody's, and nobody goes by either.
    private mutating func rename(_ number: Int, to name: String) -> Bool {
        let old = places[number].record.name.value
        if ExactText(old) == ExactText(name) { return true }
        // Of others the name may not be told: texts are checked for it.
        guard places[number].record.isPublished, !name.isEmpty,
            relations.placeNames.rename(number, from: old, to: name)
        else {
            return false
        }
        var isFree = true
        forEachReference { reference in
            isFree = isFree && reference != old && reference != name && relations.placeNames.isKnown(reference)
        }
        return isFree
    }

    /// Every place that a record or a text names.
    private func forEachReference(_ visit: (String) -> Void) {
        func visitAll(in body: MarkdownText) { for place in body.places { visit(place.target) } }
        for place in places {
            for reference in place.record.foundThrough + place.record.linked { visit(reference.value) }
            visitAll(in: place.record.body)
        }
        for area in areas { visitAll(in: area.record.body) }
        for story in stories {
            for reference in story.record.places { visit(reference.value) }
            visitAll(in: story.record.body)
        }
        for support in supports { visitAll(in: support.record.body) }
        for event in events {
            for reference in event.record.performers { visit(reference.value) }
            visitAll(in: event.record.body)
        }
        for page in pages { visitAll(in: page.record.body) }
        visitAll(in: facts.published.foreword)
    }

    /// - Returns: false where not only that place changes.
    private mutating func checkAgain(_ number: Int, before: Place, in folder: GuideFolder) -> Bool {
        guard var faults = relations.relate(number, in: self, before: before) else { return false }
        let place = places[number]
        misplaced[place.path] = positionFaults(of: number, within: bounds)
        faults += misplaced[place.path] ?? []
        check(place: number, &faults)
        texts.replace(place.path, texts.faults(of: place))
        told.replace(place.path, faults, in: folder, language)
        return true
    }
}

extension Guidebook {
    /// The list of the folder's files after some were saved; nil where one of them came, went or is no file any more.
    func listing(after saved: Set<String>?, in folder: GuideFolder) -> GuideFolder.Listing? {
        guard let saved, saved.count <= 16, folder.linkedFolders == listing.faults.filter({ $0.kind == .linkedFolder }),
            saved.allSatisfy({ listing.paths.position(of: $0, \.self) != nil && folder.kind(of: $0) == .file })
        else { return nil }
        return listing
    }

    /// Whether the folder is as it was when it was read: of this, too, somebody must make sure where nobody tells of
    /// every save.
    package func isUpToDate(in folder: GuideFolder) -> Bool {
        guard let now = try? folder.list(), now.paths == listing.paths, now.photos == listing.photos,
            now.faults == listing.faults
        else { return false }
        return files.parallelMap { $0.signature == nil || folder.signature(of: $0.path) == $0.signature }
            .allSatisfy(\.self)
    }
}

extension Array {
    /// Where a path stands, in an array in the order of the paths' bytes.
    func position(of path: String, _ key: (Element) -> String) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if key(self[middle]).stands(before: path) { low = middle + 1 } else { high = middle }
        }
        return low < count && key(self[low]) == path ? low : nil
    }
}

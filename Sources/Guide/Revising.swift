/// What becomes of a guide's files and records when some files are saved.

import FrontMatter
import Parallel

extension Guidebook {
    /// Reads files again.
    ///
    /// - Returns: nil where that may change more than records and what tells of them.
    mutating func reread(_ saved: Set<String>, in folder: GuideFolder) -> [ChangedFile]? {
        var files: [ChangedFile] = []
        for path in saved.sorted() {
            guard let file = reread(path, in: folder) else { return nil }
            files.append(file)
        }
        return files
    }

    private mutating func reread(_ path: String, in folder: GuideFolder) -> ChangedFile? {
        let before = files.position(of: path, \.path).map { files[$0] }
        let isThere = listing.paths.position(of: path, \.self) != nil
        let after = isThere ? ReadFile(at: path, in: folder, by: reader) : nil
        let file = ChangedFile(path: path, before: before?.record ?? .nothing, after: after?.record ?? .nothing)
        guard before?.faults.isEmpty ?? true, after?.faults.isEmpty ?? true, replace(file) else { return nil }
        files.put(after, at: path, \.path)
        return file
    }

    private mutating func replace(_ file: ChangedFile) -> Bool {
        switch ContentKind(of: file.path) {
        case .places: places.put(file.after.filed(), at: file.path, \.path)
        case .stories: stories.put(file.after.filed(), at: file.path, \.path)
        case .support: supports.put(file.after.filed(), at: file.path, \.path)
        case .events: events.put(file.after.filed(), at: file.path, \.path)
        case .pages: pages.put(file.after.filed(), at: file.path, \.path)
        case .areas:
            guard let _: Filed<Area> = file.before.filed(), let area: Filed<Area> = file.after.filed() else {
                return false
            }
            areas.put(area, at: file.path, \.path)
        // What came or went there without being read as content means nothing.
        case nil: if case (.nothing, .nothing) = (file.before, file.after) { return true } else { return false }
        case .geo: return false
        }
        return true
    }

    /// Relates areas, and the places whose files were saved, but to the places that they name.
    ///
    /// - Parameter hasSameAreas: nothing that relates areas is other than before.
    /// - Returns: those places, and others that stand otherwise to the guide than before.
    mutating func relate(_ changed: [ChangedPlace], _ moves: Moves, hasSameAreas: Bool) -> Set<Int> {
        guard !changed.isEmpty || !hasSameAreas else { return [] }
        let before = misplaced
        var relations = relations
        var others = relations.revise(changed, moves, in: self, hasSameAreas: hasSameAreas)
        self.relations = relations
        if !hasSameAreas {
            findMisplaced(nil)
            for path in Set(before.keys).union(misplaced.keys) where before[path] != misplaced[path] {
                if let number = places.position(of: path, \.path) { others.insert(number) }
            }
            return others
        }
        let bounds = bounds
        for place in changed {
            if let path = place.before?.place.path, misplaced[path] != nil { misplaced[path] = nil }
            guard let number = place.after?.number else { continue }
            let faults = positionFaults(of: number, within: bounds)
            if !faults.isEmpty { misplaced[places[number].path] = faults }
        }
        return others
    }

    /// The list of the folder's files after some were saved; nil where more came or went than files among others.
    func listing(after saved: Set<String>?, in folder: GuideFolder) -> GuideFolder.Listing? {
        guard let saved, saved.count <= 16, folder.linkedFolders == listing.faults.filter({ $0.kind == .linkedFolder })
        else { return nil }
        var (listing, gone) = (listing, [String]())
        for path in saved {
            switch (folder.kind(of: path), listing.paths.position(of: path, \.self)) {
            case (.file, .some): break
            case (.file, nil): guard listing.addNew(path) else { return nil }
            case (nil, .some) where ContentKind(of: path) != nil: gone.append(path)
            // What an editor keeps beside a text for a moment.
            case (nil, nil): guard listing.hasNothing(at: path) else { return nil }
            default: return nil
            }
        }
        if saved.contains(GuideFolder.guideFile) {
            listing.others[GuideFolder.guideFile] = folder.signature(of: GuideFolder.guideFile)
        }
        // Not before: what came is told by its neighbours.
        for path in gone { listing.paths.put(nil, at: path, \.self) }
        return listing
    }
}

extension GuideFolder.Listing {
    /// Adds a file with content that came into a folder with others.
    ///
    /// - Returns: false where that cannot be told without listing the folder.
    fileprivate mutating func addNew(_ path: String) -> Bool {
        guard ContentKind(of: path) != nil, hasNothing(at: path), RecordFile.isUsable(name: path),
            let end = path.utf8.lastIndex(of: UInt8(ascii: "/")), path[path.index(after: end)...].first != "."
        else { return false }
        let position = paths.firstPosition(notBefore: path, \.self)
        let neighbours = [position - 1, position].filter(paths.indices.contains).map { paths[$0] }
        guard neighbours.contains(where: { $0.hasPrefix(path[...end]) }) else { return false }
        paths.insert(path, at: position)
        return true
    }

    /// Whether there was no file to show, nor anything to say of one.
    fileprivate func hasNothing(at path: String) -> Bool {
        !path.hasPrefix(Self.photoFolder) && !faults.contains { $0.path == path }
    }
}

/// One mistake, one message: what only follows from another problem is not told.

import FrontMatter

extension Guidebook {
    /// The problems of all files, in file order. Where a place, an area or a layer could not be read in full, names that
    /// lead nowhere may be its own: they are told when it can be read.
    package var diagnostics: [Diagnostic] {
        guard hasErrors else { return found }
        var doubtful: Set<String> = []
        if areas.contains(where: \.record.name.value.isEmpty) || isUnread(.areas) {
            doubtful.insert(Fault.Kind.unknownArea(found: "", nearest: nil).code)
        }
        if places.contains(where: \.record.isNameless) || isUnread(.places) {
            doubtful.insert(Fault.Kind.unknownPlace(found: "", nearest: nil).code)
        }
        if layers.contains(where: { file in file.diagnostics.contains { $0.severity == .error } }) || isUnread(.geo) {
            doubtful.insert(Fault.Kind.missingBoundary(id: "", nearest: nil).code)
        }
        return doubtful.isEmpty ? found : found.filter { !doubtful.contains($0.code) }
    }

    /// Whether the number of every place is known, and with them the next free one.
    package var knowsAllNumbers: Bool {
        !isUnread(.places) && places.allSatisfy { $0.record.number != nil || !$0.record.isNumbered }
    }

    /// Whether anything stops publishing.
    package var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// Whether a file of a kind gave nothing.
    private func isUnread(_ kind: ContentKind) -> Bool {
        files.contains { file in
            if case .nothing = file.record { ContentKind(of: file.path) == kind } else { false }
        }
    }
}

extension Place {
    /// Others cannot name it.
    fileprivate var isNameless: Bool { name.value.isEmpty || isNumbered && number == nil }
}

/// What every file's reader needs: where the file is, its bytes, and the guide's settings.

import FrontMatter
import Markdown
import Recurrence

/// One content file on its way to a typed record.
struct RecordFile: Sendable {
    let path: String
    let document: Document

    /// The file's name without folders and ending: the id of areas, stories and so on.
    var id: String { RecordFile.id(of: path) }

    static func id(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    }

    func fields(_ keys: KeySet, _ findings: inout Findings) -> Fields { Fields(document.root, keys, &findings) }
}

extension Findings {
    /// The schedule of a text, with what could not be read noted at its place.
    ///
    /// - Parameters:
    ///   - key: the field of the text.
    ///   - closed: the texts of 休み.
    mutating func schedule(
        _ text: Placed<String>, of key: Key, node: Node?, closed: [Placed<String>], _ schedules: ScheduleReader
    ) -> Schedule {
        let schedule = schedules.read(text.value, closed: closed.map(\.value))
        switch schedule.status {
        case .exact, .noDates: break
        case .unread:
            add(.scheduleNotRead(key, text: text.value, schedule.unread.first), at: text.range)
        case .partial:
            for piece in schedule.unread {
                if let field = piece.closedField, closed.indices.contains(field) {
                    add(.scheduleWithoutDates(.closed, piece), at: closed[field].range)
                } else {
                    add(.scheduleWithoutDates(key, piece), at: range(of: piece, in: text, node))
                }
            }
        }
        return schedule
    }

    /// The bytes of the piece itself where the value stands in the file as it is, else of the whole value.
    private func range(of piece: Schedule.Unread, in text: Placed<String>, _ node: Node?) -> Range<Int> {
        guard let verbatim = node?.verbatimRange, verbatim.count == text.value.utf8.count
        else { return text.range }
        return verbatim.lowerBound + piece.utf8.lowerBound..<verbatim.lowerBound + piece.utf8.upperBound
    }
}

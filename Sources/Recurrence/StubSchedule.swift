package struct UnreadPiece: Sendable { package var text: String; package var suggestion: String?; package var utf8Range: Range<Int> }
package struct Schedule: Sendable {
    package enum Status: Sendable { case exact, partial, noDates, unread }
    package var text: String
    package var status: Status
    package var unread: [UnreadPiece] = []
    package init(reading: String, closed: [String], defaults: ScheduleDefaults) { text = reading; status = .exact }
    package func occurrences(from: Day, to: Day) -> [Occurrence] { [] }
}

package enum SentenceLanguage: Sendable { case japanese, plainJapanese, english }
extension Schedule {
    package func sentence(in language: SentenceLanguage) -> String { text }
    package var recurrenceRules: [String] { [] }
}
package struct CalendarComponent: Sendable { package var lines: [String] }
package struct SchemaSchedule: Sendable { package var repeatFrequency = "", byDay: [String] = [], byMonth: [Int] = [], byMonthWeek: [Int] = [], startTime = "", endTime = "" }
extension Schedule {
    package func calendarComponents(from day: Day) -> [CalendarComponent] { [] }
    package var schemaOrg: [SchemaSchedule] { [] }
}

/// What an interpretation of phrases comes to, before it is a schedule: drafts of rules and the pieces that stay unread.

struct Reading {
    struct Draft {
        var selection: Selection
        var times: [TimeSpan] = []
        var adjustments: [Adjustment] = []
        var label: String?
        var range: Range<Int>
        var isRegular = false
        /// No times were said for it yet.
        var awaitsTimes = true
        /// Exceptions that stood in a bracket behind it.
        var bracketed: [(selection: Selection, range: Range<Int>)] = []
        var isEveryOtherWeek = false
        /// 5月は第2土曜: it holds in a period, instead of the drafts before it that do not.
        var isOverride = false
        /// Counts the statements of the text: days of different statements stay different rules.
        var statement = 0

        /// All its days are among the weekdays of these.
        func isWithin(_ subject: [Days]) -> Bool {
            let mask = subject.reduce(UInt8(0)) { $0 | $1.weekdays }
            return selection.any.allSatisfy { $0.weekdays != 0 && $0.weekdays & ~mask == 0 }
        }
    }

    struct Closing {
        var selection: Selection
        /// Scalars of the text that it stands in: the schedule's own, or that of a 休み field.
        var range: Range<Int>
        /// 定休日: whoever closes on Tuesdays is open on the other days.
        var impliesOtherDays: Bool
        /// Only some hours of the day.
        var hours: TimeSpan?
        /// It stood behind 定休日 or 休館日.
        var isLabelled: Bool
        /// The index of the 休み field that it stands in; nil: the schedule's own text.
        var field: Int?
    }

    var drafts: [Draft] = []
    /// The last days named, with those that hold instead of them in some months.
    var lastDrafts: Range<Int> {
        let first = drafts.lastIndex { !$0.isOverride } ?? drafts.startIndex
        return first..<drafts.endIndex
    }
    var closings: [Closing] = []
    /// Times that no days stand before.
    var leadingTimes: [TimeSpan] = []
    var leadingRange: Range<Int>?
    /// Pieces that may restrict the dates.
    var unread: [Range<Int>] = []
    /// Pieces that can only add to them.
    var additions: [Range<Int>] = []
    var remarks: [Range<Int>] = []
    /// Something was said about when, although it names no dates.
    var namesNoDates = false
    /// Whatever days are named, nobody can say which of them (または, 不定期, 休止中).
    var isUndatable = false
    /// Other times on some days, said before any days were.
    var baseAdjustments: [Adjustment] = []
    var baseAdjustmentRange: Range<Int>?
    var sawDays = false
    var statesNewYear = false
    var statesHolidays = false
    var statesObon = false
    var isAlwaysOpen = false
}

/// A schedule (開催): a text, how it was read, and the dates that follow from it.

import Messages

package struct Schedule: Sendable {
    package enum Status: String, Sendable {
        /// All understood, dates complete.
        case exact
        /// Something was not understood. There are no dates, save where that piece can only add to them.
        case partial
        /// Understood, but it names no dates (月1回).
        case noDates = "no-dates"
        /// Nothing understood.
        case unread
    }

    /// A piece of the text that was not understood.
    package struct Unread: Sendable, Hashable {
        package var text: String
        /// UTF-8 offsets into the text that it stands in.
        package var utf8: Range<Int>
        /// Unicode scalar offsets, as programs in most languages count characters.
        package var scalars: Range<Int>
        /// The text of the 休み field with this index; nil: the schedule's own text.
        package var closedField: Int?
        /// A text with the same meaning, perhaps, that would be understood.
        package func suggestion(_ language: MessageLanguage) -> String { Wording.remedy(for: text, language) }
    }

    package var text: String { box.contents.text }
    /// All that the organiser wrote of the days, for readers: the text, and what 休み says beside it.
    package var written: String { box.contents.written }
    package var status: Status { box.contents.status }
    package var rules: [Rule] { box.contents.rules }
    /// Days on which nothing takes place, for all rules.
    package var exclusions: [Exclusion] { box.contents.exclusions }
    /// What the text says that does not touch dates (要予約, 雨天中止).
    package var remarks: [String] { box.contents.remarks }
    package var unread: [Unread] { box.contents.unread }
    package var defaults: ScheduleDefaults { box.contents.defaults }
    /// Whether dates are known. Also with `partial`, where what is unread can only add to them.
    package var hasDates: Bool { box.contents.hasDates }
    var isSilentAboutNewYear: Bool { box.contents.isSilentAboutNewYear }
    var closedByDefault: [Days] { box.contents.closedByDefault }

    /// The same for copies of one reading: what is worked out from it can be kept by it.
    package var identity: ObjectIdentifier { ObjectIdentifier(box) }

    private let box: Box

    /// Schedules are handed around a lot: behind one reference.
    private final class Box: Sendable {
        let contents: Contents
        init(_ contents: Contents) { self.contents = contents }
    }

    private struct Contents: Sendable {
        let text: String
        let written: String
        let status: Status
        let rules: [Rule]
        let exclusions: [Exclusion]
        let remarks: [String]
        let unread: [Unread]
        let defaults: ScheduleDefaults
        let hasDates: Bool
        let isSilentAboutNewYear: Bool
        let closedByDefault: [Days]
    }

    /// - Parameters:
    ///   - text: 開催 as people write it.
    ///   - closed: the place's 休み field: 祝日, 8月, 年末年始, お盆 …
    package init(reading text: String, closed: [String] = [], defaults: ScheduleDefaults = ScheduleDefaults()) {
        let schedule = Schedule(text, closed, defaults)
        self = schedule.saysAgain ? schedule : Schedule(text, closed, defaults, isDoubted: true)
    }

    private init(_ text: String, _ closed: [String], _ defaults: ScheduleDefaults, isDoubted: Bool = false) {
        let source = FoldedText(text)
        var grammar = Grammar(source)
        var interpreter = Interpreter(source, defaults: defaults)
        interpreter.read(grammar.phrases())
        var reading = interpreter.reading
        var unread = reading.unread.map { Schedule.piece($0, source, text, nil) }
        let fields = closed.map(FoldedText.init)
        for (index, source) in fields.enumerated() {
            var grammar = Grammar(source)
            var interpreter = Interpreter(source, defaults: defaults)
            interpreter.read(grammar.phrases(), closed: true)
            reading.add(closings: interpreter.reading, of: index)
            unread += interpreter.reading.unread.map { Schedule.piece($0, source, closed[index], index) }
        }
        let result = reading.assembled(source, fields)
        unread += result.unread.map { piece in
            guard let field = piece.field else { return Schedule.piece(piece.range, source, text, nil) }
            return Schedule.piece(piece.range, fields[field], closed[field], field)
        }
        if isDoubted { unread.append(Schedule.piece(0..<source.scalars.count, source, text, nil)) }
        let restricts = !unread.isEmpty
        let additions = reading.additions.map { Schedule.piece($0, source, text, nil) }
        let hasDates = !restricts && !reading.isUndatable && !result.rules.isEmpty
        let understood =
            reading.sawDays || !result.rules.isEmpty || !result.exclusions.isEmpty || reading.namesNoDates
            || reading.isUndatable || !reading.leadingTimes.isEmpty
        let status: Status
        if hasDates {
            status = additions.isEmpty ? .exact : .partial
            unread = additions
        } else {
            unread += understood ? [] : additions
            status = reading.isUndatable ? .noDates : !understood ? .unread : restricts ? .partial : .noDates
        }
        box = Box(
            Contents(
                text: text, written: Schedule.written(text, closed), status: status, rules: result.rules,
                exclusions: result.exclusions,
                remarks: Schedule.remarks(reading.remarks, source, text), unread: unread, defaults: defaults,
                hasDates: hasDates, isSilentAboutNewYear: !reading.statesNewYear,
                closedByDefault: Schedule.closedByDefault(reading, defaults)))
    }

    /// What kayoi cannot say again in its own words it did not understand: an intricate reading whose sentence
    /// reads to other rules is not believed. Simple readings need no second look.
    private var saysAgain: Bool {
        guard hasDates, !isSimple else { return true }
        let again = Schedule(sentence(in: .japanese), [], defaults)
        return again.rules.count == rules.count && zip(again.rules, rules).allSatisfy { $0.isSame(as: $1) }
            && again.exclusions.map(\.selection) == exclusions.map(\.selection) && again.hasDates
    }

    private var isSimple: Bool {
        guard exclusions.isEmpty, rules.count == 1, let rule = rules.first, rule.adjustments.isEmpty,
            rule.times.count < 2
        else { return false }
        guard let days = rule.selection.any.first, rule.selection == Selection([days]) else { return false }
        return days == Days(weekdays: days.weekdays, weeks: days.weeks, months: days.months) && days.weekdays != 0
    }

    /// Whether days around the New Year are closed, or partly.
    var closesAroundNewYear: Bool {
        let newYear = defaults.newYearDays
        return exclusions.contains { $0.selection.any.contains { $0.touches(newYear) } }
            || rules.contains {
                $0.selection.any.contains { $0.touches(newYear) }
                    || $0.selection.except.contains { $0.any.contains { $0.touches(newYear) } }
            }
    }

    /// The closings stand under the name of their field: people write there what they like (雨の日は中止), and は休み does not
    /// follow all of it.
    private static func written(_ text: String, _ closed: [String]) -> String {
        let closed = closed.filter { $0.contains { !$0.isWhitespace } }
        return closed.isEmpty ? text : text + "（休み：" + closed.joined(separator: "、") + "）"
    }

    private static func piece(_ range: Range<Int>, _ source: FoldedText, _ text: String, _ field: Int?) -> Unread {
        let utf8 = source.offsets[range.lowerBound]..<source.offsets[range.upperBound]
        return Unread(text: text.slice(utf8), utf8: utf8, scalars: range, closedField: field)
    }

    private static func remarks(_ ranges: [Range<Int>], _ source: FoldedText, _ text: String) -> [String] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, last.upperBound >= range.lowerBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged.map { text.slice(source.offsets[$0.lowerBound]..<source.offsets[$0.upperBound]) }
    }

    private static func closedByDefault(_ reading: Reading, _ defaults: ScheduleDefaults) -> [Days] {
        var days: [Days] = []
        if defaults.holidays == .closed, !reading.statesHolidays { days.append(.holidays) }
        if defaults.newYear == .closed, !reading.statesNewYear { days.append(Days(season: defaults.newYearDays)) }
        if defaults.obon == .closed, !reading.statesObon { days.append(Days(season: defaults.obonDays)) }
        return days
    }
}

extension String {
    /// The text between two UTF-8 offsets that lie between scalars.
    func slice(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8.dropFirst(range.lowerBound).prefix(range.count)), as: UTF8.self)
    }
}

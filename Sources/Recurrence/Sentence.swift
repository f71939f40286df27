/// The canonical sentence of a schedule, in each language, from its rules. Reading a sentence again gives the same rules.
///
/// One rule: days, times, and in brackets what restricts them: 毎月 第1・第3火曜日 13:30–15:30（8月は休み）.
/// Several: each with its own brackets between days and times, then what holds for all: 。休み：祝日、8月.

/// How a sentence writes its hours and weekdays.
package enum SentenceForm: Sendable, CaseIterable {
    /// 09:30–11:00, Tuesday/Friday.
    case canonical
    /// As in the tables that stand beside it: 9:30〜11:00; with room to break a line: Tuesday, Friday.
    case page
}

extension Schedule {
    /// Empty where the text gives no rules.
    package func sentence(in language: Language, as form: SentenceForm = .canonical) -> String {
        guard hasDates else { return "" }
        let words = SentenceWords(language, form)
        let closings = exclusions.map { words.selection($0.selection, isClosing: true) } + words.statedOpen(self)
        if rules.count == 1, let rule = rules.first {
            let restrictions =
                words.restrictions(rule)
                + exclusions.map { words.closed(words.selection($0.selection, isClosing: true)) }
                + words.statedOpen(self)
            return words.days(rule.selection) + words.times(rule.times) + words.bracket(restrictions)
        }
        let parts = rules.map { rule in
            words.days(rule.selection) + words.bracket(words.restrictions(rule)) + words.times(rule.times)
        }
        let main = parts.joined(separator: words.ruleSeparator)
        guard !closings.isEmpty else { return main }
        let closed = exclusions.map { words.selection($0.selection, isClosing: true) }
        let tail = closed.isEmpty ? "" : words.stop + words.closedLabel + closed.joined(separator: words.listSeparator)
        return main + tail + words.statedOpen(self).map { words.stop + $0 }.joined()
    }
}

/// The phrases of a sentence in one language.
private struct SentenceWords {
    let language: Language
    let form: SentenceForm
    var isEnglish: Bool { language == .english }

    init(_ language: Language, _ form: SentenceForm) { (self.language, self.form) = (language, form) }

    var ruleSeparator: String { isEnglish ? "; " : "。" }
    var listSeparator: String { isEnglish ? ", " : "、" }
    var stop: String { isEnglish ? "; " : "。" }
    var closedLabel: String {
        switch language {
        case .japanese: "休み："
        case .plainJapanese: "おやすみ："
        case .english: "closed: "
        }
    }

    func bracket(_ parts: [String]) -> String {
        guard !parts.isEmpty else { return "" }
        return isEnglish ? " (" + parts.joined(separator: "; ") + ")" : "（" + parts.joined(separator: "。") + "）"
    }

    func closed(_ days: String) -> String {
        switch language {
        case .japanese: days + "は休み"
        case .plainJapanese: days + "は おやすみ"
        case .english: "closed: " + days
        }
    }

    func statedOpen(_ schedule: Schedule) -> [String] {
        guard !schedule.isSilentAboutNewYear, !schedule.closesAroundNewYear else { return [] }
        switch language {
        case .japanese: return ["年末年始も開催"]
        case .plainJapanese: return ["年末年始も あります"]
        case .english: return ["New Year also open"]
        }
    }

    // MARK: Days

    func days(_ selection: Selection) -> String {
        list(selection.any) { $0.isPeriod ? period($0, of: Days.every) : days($0) }
    }

    private func list(_ any: [Days], _ words: (Days) -> String) -> String {
        guard isEnglish else { return any.map(words).joined(separator: "と") }
        var text = ""
        for (index, days) in any.enumerated() {
            if index > 0 {
                // "every Tuesday and Monday on holidays" would put the Tuesdays on holidays too, "the eve of every Monday
                // and holidays" the eves of holidays, "every Monday and holidays the next day" the days after Mondays.
                let before = any[index - 1]
                let isApart =
                    days.holiday == true && days.weekdays != 0
                    || before.offset <= 0 && days.offset >= 0 && before.offset != days.offset
                text += isApart ? " and also " : " and "
            }
            text += words(days)
        }
        return text
    }

    /// 8月の毎日: a period as the days of meetings.
    private func period(_ period: Days, of every: Days) -> String {
        days(period).trimmed + (isEnglish ? ": " : "の") + days(every)
    }

    /// What narrows a rule's days, and the times of some of them.
    func restrictions(_ rule: Rule) -> [String] {
        var parts = rule.selection.except.map { closed(self.selection($0, isClosing: true)) }
        if let move = rule.selection.move { parts.append(self.move(move, isClosing: false)) }
        parts += rule.adjustments.map(adjustment)
        return parts
    }

    func selection(_ selection: Selection, isClosing: Bool) -> String {
        var brackets = selection.except.map {
            isEnglish
                ? self.selection($0, isClosing: false) + ": no closing" : self.selection($0, isClosing: false) + "は無休"
        }
        if let move = selection.move { brackets.append(self.move(move, isClosing: isClosing)) }
        return list(selection.any) { days($0) } + bracket(brackets)
    }

    private func move(_ move: Move, isClosing: Bool) -> String {
        let when = move.when.map { $0 == Days(weekdays: $0.weekdays) ? weekdays($0) : days($0) }.joined(
            separator: isEnglish ? "/" : "・")
        let target: String
        switch move.to {
        case .nowhere: target = isClosing ? (isEnglish ? "open" : "営業") : (isEnglish ? "closed" : "休み")
        case .days(1): target = isEnglish ? "the next day" : "翌日"
        case .days(-1): target = isEnglish ? "the day before" : "その前日"
        case .days(7): target = isEnglish ? "a week later" : "翌週"
        case .days(let count): target = isEnglish ? "\(count) days later" : "\(count)日後"
        case .nextBusinessDay: target = isEnglish ? "the next business day" : "翌平日"
        case .previousBusinessDay: target = isEnglish ? "the business day before" : "直前の平日"
        case .next(let weekday):
            target = isEnglish ? "the next \(weekday.name(in: language))" : "翌\(weekday.name(in: language))"
        case .sameMonth(let days): target = self.days(days)
        }
        return isEnglish ? "if \(when): \(target)" : "\(when)の場合は\(target)"
    }

    func days(_ days: Days) -> String {
        let base = dated(days) + period(days) + core(days)
        guard days.offset != 0 else { return base }
        switch (days.offset, isEnglish) {
        case (-1, false): return base + "の前日"
        case (1, false): return base + "の翌日"
        case (_, false): return base + "の\(days.offset)日後"
        case (-1, true): return "the eve of " + base
        case (1, true): return base + " the next day"
        case (_, true): return base + " \(days.offset) days later"
        }
    }

    private func dated(_ days: Days) -> String {
        var text = ""
        if let from = days.from { text += isEnglish ? "from \(from.iso) " : date(from) + "から" }
        if let until = days.until { text += isEnglish ? "until \(until.iso) " : date(until) + "まで" }
        return text.isEmpty || isEnglish || isBare(days) ? text : text + "の"
    }

    /// Nothing but a period.
    private func isBare(_ days: Days) -> Bool {
        core(days).isEmpty && days.months == 0 && days.season == nil
    }

    private func period(_ days: Days) -> String {
        var text = ""
        if days.months != 0 { text = months(days.months) }
        if let season = days.season {
            let from = monthDay(season.from)
            text += season.from == season.to ? from : from + "〜" + monthDay(season.to)
        }
        guard !text.isEmpty, !core(days).isEmpty else { return text }
        return isEnglish ? text + ": " : text + "の"
    }

    private func core(_ days: Days) -> String {
        if !days.dates.isEmpty {
            return days.dates.map { isEnglish ? $0.iso : date($0) }.joined(separator: isEnglish ? ", " : "・")
        }
        if days == .every { return isEnglish ? "every day" : language == .plainJapanese ? "まいにち" : "毎日" }
        if days.monthDays != 0 { return monthDays(days.monthDays) }
        if days.weeks != 0 { return nth(days) }
        if days.weekdays == Days.business.weekdays, days.holiday == false { return isEnglish ? "weekdays" : "平日" }
        if days.holiday == true {
            let holidays = isEnglish ? "holidays" : "祝日"
            return days.weekdays == 0 ? holidays : isEnglish ? weekdays(days) + " on holidays" : "祝日の" + weekdays(days)
        }
        if days.weekdays == 0 { return days.isPeriod ? "" : isEnglish ? "every day" : "毎日" }
        if let anchor = days.everyOtherWeekFrom {
            return (isEnglish ? "every other " : "隔週") + weekdays(days)
                + bracket([isEnglish ? "from \(anchor.iso)" : date(anchor) + "から"])
        }
        return (isEnglish ? "every " : language == .plainJapanese ? "まいしゅう " : "毎週") + weekdays(days)
    }

    private func weekdays(_ days: Days) -> String {
        func name(_ day: Weekday) -> String { isEnglish ? day.name(in: .english) : day.letter }
        let runs = runs(days.weekdayList).flatMap { run in
            // Three are said as quickly as their first and last.
            run.count < 4 ? run.map(name) : [name(run[0]) + (isEnglish ? "–" : "〜") + name(run[run.count - 1])]
        }
        return runs.joined(separator: isEnglish ? form == .page ? ", " : "/" : "・") + (isEnglish ? "" : "曜日")
    }

    /// Days that follow one another within a week.
    private func runs(_ days: [Weekday]) -> [[Weekday]] {
        days.reduce(into: []) { runs, day in
            if let last = runs.last?.last, day.rawValue == last.rawValue + 1 {
                runs[runs.count - 1].append(day)
            } else {
                runs.append([day])
            }
        }
    }

    private func nth(_ days: Days) -> String {
        var numbers = (1...5).filter { days.weeks & 1 << UInt8($0) != 0 }.map { isEnglish ? ordinal($0) : "第\($0)" }
        let hasLast = days.weeks & Days.lastWeek != 0
        if isEnglish {
            if hasLast { numbers.append("last") }
            return numbers.joined(separator: " & ") + " " + (days.weekdays == 0 ? "week" : weekdays(days))
        }
        if hasLast { numbers.append("最終") }
        let every =
            days.months == 0 && days.season == nil && days.from == nil && days.until == nil && days.weekdays != 0
        let prefix = every ? (language == .plainJapanese ? "まいつき " : "毎月 ") : ""
        return prefix + numbers.joined(separator: "・") + (days.weekdays == 0 ? "週" : weekdays(days))
    }

    private func ordinal(_ number: Int) -> String { "\(number)" + (["st", "nd", "rd"][safe: number - 1] ?? "th") }

    private func monthDays(_ bits: UInt32) -> String {
        let numbers = (1...31).filter { bits & 1 << UInt32($0) != 0 }
        let hasLast = bits & 1 != 0
        if isEnglish {
            return "day " + (numbers.map(String.init) + (hasLast ? ["last"] : [])).joined(separator: " & ")
                + " of the month"
        }
        let month = language == .plainJapanese ? "まいつき" : "毎月"
        let days = numbers.isEmpty ? [] : [numbers.map(String.init).joined(separator: "・") + "日"]
        return month + (days + (hasLast ? ["末日"] : [])).joined(separator: "・")
    }

    private func months(_ bits: UInt16) -> String {
        let list = (1...12).filter { bits >> UInt16($0) & 1 == 1 }
        if isEnglish { return list.map { Self.englishMonths[$0 - 1] }.joined(separator: "/") }
        if list == [1, 3, 5, 7, 9, 11] { return "奇数月" }
        if list == [2, 4, 6, 8, 10, 12] { return "偶数月" }
        return list.map(String.init).joined(separator: "・") + "月"
    }

    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private func monthDay(_ day: MonthDay) -> String {
        isEnglish ? "\(day.month)/\(day.day)" : "\(day.month)月\(day.day)日"
    }

    private func date(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.dayOfMonth)日" }

    // MARK: Times

    func times(_ times: [TimeSpan]) -> String {
        times.isEmpty ? "" : " " + list(times)
    }

    private func list(_ times: [TimeSpan]) -> String { times.map(span).joined(separator: listSeparator) }

    private func span(_ span: TimeSpan) -> String {
        switch (span.start, span.end) {
        case (let start?, let end?): clock(start) + dash + clock(end)
        case (let start?, nil): clock(start) + dash
        case (nil, let end?): until(end)
        case (nil, nil): ""
        }
    }

    private func clock(_ time: Time) -> String { form == .page ? time.plain : time.text }

    private var dash: String { form == .page && !isEnglish ? "〜" : "–" }

    private func until(_ end: Time) -> String { isEnglish ? "until " + clock(end) : clock(end) + "まで" }

    private func adjustment(_ adjustment: Adjustment) -> String {
        let days = adjustment.selection == Selection([.every]) ? "" : selection(adjustment.selection, isClosing: false)
        let topic = days.isEmpty ? "" : isEnglish ? days + ": " : days + "は"
        switch adjustment.change {
        case .replace(let times): return topic + list(times)
        case .until(let end): return topic + until(end)
        case .from(let start): return topic + clock(start) + dash
        case .without(let gap):
            return isEnglish ? topic + span(gap) + " closed" : (days.isEmpty ? "" : days + "の") + span(gap) + "は休み"
        }
    }
}

extension String {
    fileprivate var trimmed: String { last == " " ? String(dropLast()) : self }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

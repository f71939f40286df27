/// Productions for what is said about days: how often, closed, open, except, and what happens on holidays.

extension Grammar {
    // MARK: Frequency

    /// 月2回, 週に1回, 2か月に1回, 年4回程度, 隔週, 毎月.
    mutating func frequency() -> Frequency? {
        attempt { grammar in
            let start = grammar.at
            let isRoughBefore = grammar.word == .roughly && grammar.take(.roughly)
            guard let unit = grammar.frequencyUnit() else { return nil }
            var frequency = Frequency(unit: unit)
            let hasCount = grammar.count(into: &frequency)
            frequency.isRough = grammar.take(.roughly) || isRoughBefore || frequency.isRough
            switch unit {
            case .everyOtherWeek, .everyOtherMonth: return frequency
            case .months: return hasCount ? frequency : nil
            default: break
            }
            if hasCount { return frequency }
            // 毎月 and 毎週 alone: regular, on days nobody names.
            guard grammar.at == start + 1,
                grammar.tokens[start].kind == .word(.everyMonth) || grammar.tokens[start].kind == .word(.everyWeek)
            else { return nil }
            var probe = grammar
            probe.skipSpaces()
            switch probe.kind {
            case nil, .word(.open), .close, .stop, .comma: return frequency
            default: return nil
            }
        }
    }

    private mutating func frequencyUnit() -> Frequency.Unit? {
        switch word {
        case .everyOtherWeek:
            at += 1
            return .everyOtherWeek
        case .everyOtherMonth:
            at += 1
            return .everyOtherMonth
        case .everyWeek, .week:
            at += 1
            return .week
        case .everyMonth, .monthOrMonday:
            at += 1
            return .month
        case .yearly, .year:
            at += 1
            return .year
        case .additional
        where text.scalars[tokens[at].range.lowerBound] == 0x2B && number(1) != nil && word(2) == .times:
            at += 1
            return .unspecified
        default: break
        }
        if word == .every, word(1) == .monthOrMonday {
            at += 2
            return .month
        }
        guard let months = takeNumber(in: 2...12), take(.monthsApart) else { return nil }
        return .months(months)
    }

    private mutating func count(into frequency: inout Frequency) -> Bool {
        let start = at
        _ = take(.at)
        skipSpaces()
        guard let count = takeNumber(in: 1...366) else {
            at = start
            return false
        }
        if take(kind: .dash) || take(kind: .middleDot) {
            guard number != nil else {
                at = start
                return false
            }
            at += 1
            frequency.isRough = true
        } else {
            frequency.count = count
        }
        if take(.times) { return true }
        if case .week = frequency.unit, take(.dayOrSunday) { return true }
        at = start
        frequency.count = nil
        return false
    }

    // MARK: Holidays

    /// 祝日の場合は翌日, 月曜日が祝日の場合は営業し翌日休み, 祝日は翌平日.
    mutating func holidayCase() -> HolidayCase? {
        holidayCase(isSubjectAllowed: true) ?? holidayCase(isSubjectAllowed: false)
    }

    /// 月曜日が, 月・第3日曜が, １日が; also 月曜 straight before 祝日.
    private mutating func caseSubject() -> [Days]? {
        attempt { grammar in
            var subject: [Days] = []
            repeat {
                if let day = grammar.attempt({ $0.bareDayOfMonth() }) {
                    subject.append(Days(monthDays: 1 << UInt32(day)))
                } else {
                    guard let days = grammar.days(), !days.any.isEmpty, days.any != [.holidays] else { return nil }
                    subject += days.any
                }
            } while subject.count < 8 && (grammar.take(kind: .middleDot) || grammar.take(kind: .comma))
            // 土日祝 is a list of days that will not do; 月曜祝日 is a Monday that is a holiday.
            let isWeekend = subject.allSatisfy { $0 == Days(weekdays: $0.weekdays & Days.weekend) }
            guard grammar.take(.subject, .topic) || grammar.word == .holiday && !isWeekend else { return nil }
            _ = grammar.take(kind: .comma)
            return subject
        }
    }

    private mutating func bareDayOfMonth() -> Int? {
        guard let day = takeNumber(in: 1...31), take(.dayOrSunday), word == .subject else { return nil }
        return day
    }

    private mutating func holidayCase(isSubjectAllowed: Bool) -> HolidayCase? {
        attempt { grammar in
            if grammar.take(.ifWord) {
                grammar.skipSpaces()
                guard let when = grammar.unfitDays(), grammar.take(kind: .colon) else { return nil }
                grammar.skipSpaces()
                return HolidayCase(subject: nil, when: when, consequence: grammar.consequence())
            }
            if isSubjectAllowed, let found = grammar.attempt({ $0.neighbourCase() }) { return found }
            let subject = isSubjectAllowed ? grammar.caseSubject() : nil
            guard subject != nil || !isSubjectAllowed, let when = grammar.unfitDays() else { return nil }
            let isCase = grammar.take(.inCase)
            if !isCase {
                guard grammar.take(.topic) || grammar.take(.subject) || subject == nil else { return nil }
                _ = grammar.take(kind: .comma)
                switch grammar.word {
                case .nextDay, .nextBusinessDay, .previousBusinessDay, .previousDay: break
                default: return nil
                }
            }
            _ = grammar.take(kind: .comma) || grammar.take(.topic) || grammar.take(.at)
            grammar.skipSpaces()
            return HolidayCase(subject: subject, when: when, consequence: grammar.consequence())
        }
    }

    /// 前日が祝日の場合は休み: closed on the days after holidays.
    private mutating func neighbourCase() -> HolidayCase? {
        guard word == .eve || word == .previousDay || word == .nextDay else { return nil }
        let offset = word == .nextDay ? -1 : 1
        at += 1
        guard take(.subject), var when = unfitDays(), take(.inCase) else { return nil }
        for index in when.indices { when[index].offset = offset }
        _ = take(kind: .comma) || take(.topic) || take(.at)
        skipSpaces()
        let consequence = consequence()
        if case .closed = consequence { return HolidayCase(subject: nil, when: when, consequence: .closed) }
        return HolidayCase(subject: nil, when: when, consequence: .unknown)
    }

    /// 祝日, 土・日・祝休日.
    private mutating func unfitDays() -> [Days]? {
        if let found = attempt({ $0.weekdays(inCase: true) }) { return found.any }
        return holidayWord() ? [.holidays] : nil
    }

    private mutating func consequence() -> HolidayCase.Consequence {
        let start = at
        var found: HolidayCase.Consequence?
        if takeMark(.open, .openLabel) {
            found = .open
            // 開館し翌日休館; 利用可、ただし火曜日が利用不可
            let mark = at
            while take(.filler, .however, .subject) || take(kind: .comma) || take(kind: .middleDot)
                || take(kind: .space)
            {}
            if let destination = destination(), takeClosedWord() {
                return .move(destination, isClosing: true)
            }
            at = mark
        } else if let destination = destination() {
            let isClosing = takeClosedWord()
            if !isClosing { takeOpenWords() }
            found = .move(destination, isClosing: isClosing)
        } else if takeClosedWord() {
            found = .closed
        }
        if found != nil {
            takeOpenWords()
            switch kind {
            case .other, .word(.alternative), .word(.roughly), .word(.hazard): break
            default: return found ?? .unknown
            }
        }
        at = start
        skipToEndOfStatement()
        return .unknown
    }

    private mutating func skipToEndOfStatement() {
        while let here = kind, here != .close, here != .stop, here != .open { at += 1 }
    }

    private mutating func takeMark(_ words: Word...) -> Bool {
        guard let word, words.contains(word) else { return false }
        at += 1
        return true
    }

    private mutating func takeClosedWord() -> Bool {
        let start = at
        while take(.subject, .at, .topic, .object, .however) || take(kind: .comma) {}
        if take(.closed, .closedLabel) || take(.restDay) {
            _ = take(.dayOrSunday)
            return true
        }
        at = start
        return false
    }

    private mutating func takeOpenWords() {
        while take(.open, .filler, .at, .object, .openLabel) {}
    }

    private mutating func destination() -> Move.Destination? {
        if take(.nextDay) { return .days(1) }
        if take(.nextBusinessDay) { return .nextBusinessDay }
        if take(.previousBusinessDay) { return .previousBusinessDay }
        if take(.previousDay) || word == .eve && take(.eve) { return .days(-1) }
        if take(.nextWeek) { return .days(7) }
        return attempt { grammar in
            _ = grammar.take(.following)
            grammar.skipSpaces()
            guard let days = grammar.days(), days.any.count == 1, let only = days.any.first else { return nil }
            if only.weeks.nonzeroBitCount == 1, only.weekdays.nonzeroBitCount == 1 { return .sameMonth(only) }
            guard only.weekdayList.count == 1, only == Days(weekdays: only.weekdays),
                let weekday = only.weekdayList.first
            else { return nil }
            return .next(weekday)
        }
    }

    // MARK: Marks

    mutating func mark() -> Phrase.Kind? {
        let start = at
        if kind == .colon {
            at += 1
            return .colon
        }
        if number != nil, word(1) == .session, tokens[at + 1].range.count > 1 {
            at += 2
            return .session
        }
        if case .circled = kind {
            at += 1
            return .session
        }
        if let found = admission() ?? duration() { return found }
        guard let word else { return nil }
        if word == .ordinal || number != nil { return nil }
        at += 1
        let isShort = tokens[start].range.count == 1
        let isFree = standsFree(from: start, to: at)
        if isShort, !isFree, word != .topic {
            at = start
            return nil
        }
        switch word {
        case .closed:
            // 休園：火曜
            var probe = self
            probe.skipSpaces()
            return probe.kind == .colon ? .closedLabel(isFixed: false) : .closed
        case .absent: return .absent
        case .closedLabel: return .closedLabel(isFixed: true)
        case .restDay: return .closedLabel(isFixed: true)
        case .except: return .except
        case .otherThan: return .otherThan
        case .open: return .open
        case .openLabel:
            return .openLabel
        case .hoursLabel: return .hoursLabel
        case .noClosing: return .noClosing
        case .only: return .only
        case .also: return .also
        case .topic: return .topic
        case .regardless: return .regardless
        case .irregular: return .irregular
        case .irregularClosing: return .irregularClosing
        case .suspended: return .suspended
        case .alternative: return .alternative
        case .additional: return .additional
        case .principle: return .principle
        case .session: return .session
        case .temporaryClosing, .remark: return .remark
        case .weather:
            takeOpenWords()
            _ = take(.of, .at)
            let isCase = take(.inCase) || take(.hour) || kind == .word(.topic)
            _ = take(.topic, .at)
            let saysWhat = take(.closed, .suspended, .absent)
            takeOpenWords()
            // 雨天の場合は第3日曜: when it takes place if it rains is no date.
            if isCase, !saysWhat {
                skipToEndOfStatement()
                return .remark
            }
            return saysWhat ? .remark : .weather
        default:
            at = start
            return nil
        }
    }

    /// 受付9:30, 入館は16:30まで, LO.14:30: times that are not those of the meeting.
    private mutating func admission() -> Phrase.Kind? {
        attempt { grammar in
            guard grammar.take(.admission) else { return nil }
            while grammar.take(.topic, .starts, .hoursLabel, .ends) || grammar.take(kind: .colon)
                || grammar.take(kind: .dot)
                || grammar.take(kind: .space)
            {}
            let mark = grammar.at
            if grammar.times() == nil { grammar.at = mark }
            _ = grammar.take(.ends, .until)
            return .remark
        }
    }

    /// 約2時間, 90分.
    private mutating func duration() -> Phrase.Kind? {
        attempt { grammar in
            _ = grammar.take(.roughly)
            guard grammar.takeNumber(in: 1...600) != nil else { return nil }
            let isHours = grammar.word == .hoursLabel && grammar.tokens[grammar.at].range.count == 2
            guard isHours || grammar.word == .minute else { return nil }
            grammar.at += 1
            _ = grammar.take(.half)
            _ = grammar.take(.roughly)
            return .remark
        }
    }

    // MARK: Free text

    /// Whether a piece that nothing reads may speak of days, times or exceptions.
    func hazard(at index: Int) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .number:
            guard index + 1 < tokens.count, case .word(let unit) = tokens[index + 1].kind else { return false }
            return [.dayOrSunday, .monthOrMonday, .week, .times, .monthsApart].contains(unit)
        case .word(let word):
            switch word {
            case .of, .topic, .at, .also, .and, .subject, .object, .filler, .from, .until, .however, .session, .remark,
                .open, .openLabel,
                .hoursLabel, .starts, .ends, .admission, .noon, .half, .minute, .additional, .era, .principle,
                .every, .about:
                return false
            case .eve: return index + 1 < tokens.count && tokens[index + 1].kind == .word(.subject)
            case .alternative, .times, .year, .hour: return token.range.count > 1
            default: return true
            }
        case .other:
            return token.range.contains { Grammar.hazards.contains(text.scalars[$0]) } || negates(token.range)
        case .dash:
            // A span of something unknown, unless it adorns a name: 〜みんなの食堂〜.
            return !(index > 0 && tokens[index - 1].kind == .other)
                && !(index + 1 < tokens.count && tokens[index + 1].kind == .other)
        default: return false
        }
    }

    /// Signs that speak of time, exception or doubt, wherever they stand.
    private static let hazards = Set("休閉止除外不未限毎週期季節時日曜年隔旧暦延祝祭盆停廃只偶奇以降前後".unicodeScalars.map(\.value))

    /// …ない, …ません.
    private func negates(_ range: Range<Int>) -> Bool {
        let scalars = text.scalars[range]
        return scalars.indices.contains { index in
            guard index + 1 < range.upperBound else { return false }
            let pair = (scalars[index], scalars[index + 1])
            return pair == (0x306A, 0x3044) || pair == (0x307E, 0x305B)
        }
    }
}

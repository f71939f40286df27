/// Productions for days of the month: the 5th and 15th, days with a 5 in them, the last.
///
///     monthDays   = 毎月 n {sep n} 日 | n のつく日 | 毎月末日

extension Grammar {
    mutating func monthDays() -> DaysPhrase? {
        if let bits = attempt({ $0.englishMonthDays() }) {
            return DaysPhrase(any: [Days(monthDays: bits)], isRegular: true)
        }
        let isMonthly =
            take(.everyMonth) || word == .monthOrMonday && number(1) != nil && attempt { $0.monthBeforeDays() } != nil
        skipSpaces()
        if take(.lastDay) { return DaysPhrase(any: [Days(monthDays: 1)], isRegular: true) }
        if take(.endOfMonth) {
            guard take(.dayOrSunday) else { return nil }
            return DaysPhrase(any: [Days(monthDays: 1)], isRegular: true)
        }
        var bits: UInt32 = 0
        while let day = takeNumber(in: 0...31) {
            if take(.multipleOf) {
                guard day < 10 else { return nil }
                _ = take(.dayOrSunday)
                for value in 1...31 where value % 10 == day { bits |= 1 << UInt32(value) }
                return DaysPhrase(any: [Days(monthDays: bits)], isRegular: true)
            }
            guard day > 0 else { return nil }
            bits |= 1 << UInt32(day)
            let hasUnit = take(.dayOrSunday)
            if hasUnit, word == .weekday(.sunday) || !isMonthly { return nil }
            let mark = at
            let separated = take(kind: .middleDot) || take(kind: .comma) || take(kind: .dot) || take(.and)
            skipSpaces()
            if separated, number != nil, isDayOfMonthAhead { continue }
            if separated, word == .lastDay || word == .endOfMonth {
                at += 1
                _ = take(.dayOrSunday)
                return isMonthly ? DaysPhrase(any: [Days(monthDays: bits | 1)], isRegular: true) : nil
            }
            at = mark
            guard hasUnit, isMonthly else { return nil }
            return DaysPhrase(any: [Days(monthDays: bits)], isRegular: true)
        }
        return nil
    }

    /// day 5 & 15 & last of the month
    private mutating func englishMonthDays() -> UInt32? {
        guard take(.dayOfMonth) else { return nil }
        var bits: UInt32 = 0
        repeat {
            skipSpaces()
            if take(.last) {
                bits |= 1
            } else if let day = takeNumber(in: 1...31) {
                bits |= 1 << UInt32(day)
            } else {
                return nil
            }
            skipSpaces()
        } while take(.and)
        return take(.ofTheMonth) ? bits : nil
    }

    /// 偶数月の5日・15日
    mutating func bareMonthDays() -> UInt32? {
        var bits: UInt32 = 0
        repeat {
            guard let day = takeNumber(in: 1...31) else { return nil }
            bits |= 1 << UInt32(day)
            _ = take(.dayOrSunday)
        } while take(kind: .middleDot) || take(kind: .comma)
        return tokens[at - 1].kind == .word(.dayOrSunday) && word != .weekday(.sunday) ? bits : nil
    }

    private mutating func monthBeforeDays() -> Bool? {
        at += 1
        return isDayOfMonthAhead ? true : nil
    }

    /// Numbers and separators up to 日.
    private var isDayOfMonthAhead: Bool {
        var index = at
        while index < lookAhead {
            switch tokens[index].kind {
            case .number, .middleDot, .comma, .dot: index += 1
            case .word(.dayOrSunday): return true
            default: return false
            }
        }
        return false
    }
}

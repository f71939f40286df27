/// How often people meet, where a text says that beside the days: 月2回, 隔週, 毎週.

extension Interpreter {
    mutating func frequencyFound(
        _ found: Frequency, _ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int
    ) {
        reading.namesNoDates = true
        if isClosedMode { return unread(range) }
        settleFrequency()
        // 毎週月曜 10:00〜（月4回）: not on every Monday then, and nobody says which.
        if isInBracket, phrases.count == 1, !reading.drafts.isEmpty, isRestricting(found) { return unread(range) }
        frequency = (found, range)
        var next = at + 1
        while next < phrases.endIndex, phrases[next].isSeparator, !phrases[next].isStop { next += 1 }
        if next < phrases.endIndex, phrases[next].isDays || phrases[next].isDaysGroup { return }
        let previous = phrases[..<at].last { !$0.isSeparator && !$0.isTopic }
        if case .unspecified = found.unit {
            frequency = nil
            reading.additions.append(range)
        } else if let last = reading.drafts.indices.last, previous?.isDays == true || previous?.isGroup == true {
            checkFrequency(of: last)
        }
    }

    /// 月1回 第2土曜 agrees; 月1回 土曜 does not say which; 月2回 第1土曜 contradicts itself.
    mutating func checkFrequency(of index: Int) {
        guard let (found, range) = frequency, index < reading.drafts.count else { return }
        let any = reading.drafts[index].selection.any
        switch agreement(found, any) {
        case .agrees: frequency = nil
        case .open:
            if case .everyOtherWeek = found.unit, reading.drafts[index].isEveryOtherWeek == false { return }
            drop(draft: index)
            frequency = nil
            reading.additions.append(range)
        case .contradicts: break  // More days may follow: 週3回 火曜…、金曜…、日曜….
        }
    }

    /// Fewer times than the days that were named.
    func isRestricting(_ found: Frequency) -> Bool {
        switch found.unit {
        case .everyOtherWeek, .unspecified: return false
        default: break
        }
        if case .open = agreement(found, reading.drafts.flatMap(\.selection.any)) { return true }
        return false
    }

    enum Agreement { case agrees, open, contradicts }

    func agreement(_ found: Frequency, _ any: [Days]) -> Agreement {
        if any.contains(where: { $0.everyOtherWeekFrom != nil }) { return .agrees }
        let perMonth = any.reduce(0) {
            $0 + ($1.weeks.nonzeroBitCount * max(1, $1.weekdays.nonzeroBitCount)) + $1.monthDays.nonzeroBitCount
        }
        let perWeek = any.reduce(0) { $0 + ($1.weeks == 0 ? $1.weekdays.nonzeroBitCount : 0) }
        switch found.unit {
        case .week:
            guard let count = found.count, !found.isRough else {
                return perWeek == 7 || perWeek > 0 && found.count == nil ? .agrees : .open
            }
            if perWeek == count { return .agrees }
            return perWeek > count ? .open : .contradicts
        case .month:
            guard perMonth > 0 else { return .open }
            guard let count = found.count else { return found.isRough ? .open : .agrees }
            if found.isRough { return .open }
            return perMonth == count ? .agrees : perMonth > count ? .open : .contradicts
        case .year, .months, .everyOtherMonth:
            let months = any.first?.months.nonzeroBitCount ?? 0
            guard months > 0, perMonth > 0, !found.isRough else { return .open }
            let expected: Int? =
                switch found.unit {
                case .year: found.count
                case .months(let gap): 12 / gap
                default: 6
                }
            return expected == months * perMonth || expected == months ? .agrees : .contradicts
        case .everyOtherWeek: return any.allSatisfy { $0.weeks.nonzeroBitCount == 2 } && !any.isEmpty ? .agrees : .open
        case .unspecified: return .open
        }
    }

    /// Nobody knows on which of its days it takes place.
    mutating func drop(draft index: Int) {
        reading.drafts.remove(at: index)
        group = group.compactMap { $0 == index ? nil : $0 > index ? $0 - 1 : $0 }
    }

    mutating func settleFrequency() {
        guard let (found, range) = frequency else { return }
        frequency = nil
        if case .everyOtherWeek = found.unit {
            // Every other week from when?
            if let last = reading.drafts.indices.last { drop(draft: last) }
            reading.namesNoDates = true
            if !reading.drafts.isEmpty { reading.additions.append(range) }
            return
        }
        guard !reading.drafts.isEmpty else { return }
        switch agreement(found, reading.drafts.flatMap(\.selection.any)) {
        case .agrees: break
        case .open: reading.additions.append(range)
        case .contradicts: unread(range)
        }
    }
}

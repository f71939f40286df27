/// Lists of days, and what is said of them: meetings, closings, times, only, also.

extension Interpreter {
    struct Element {
        var phrase: DaysPhrase
        var range: Range<Int>
        /// How it is joined to the element before it.
        var join: Phrase.Separator
        var groups: [Phrase]
        /// The index of the phrase behind it and its brackets.
        var end = 0

        /// 8月, and not 8月の毎日.
        var isPeriod: Bool {
            !phrase.any.isEmpty && !phrase.isRegular && !isSingleDates && phrase.any.allSatisfy(\.isPeriod)
        }
        /// 10/3、10/17
        var isSingleDates: Bool {
            phrase.lacksYear && phrase.any.allSatisfy { $0.season.map { $0.from == $0.to } ?? false }
        }
        /// 8月は第1水曜
        var overrides: Bool { !phrase.overridesPeriod.isEmpty }
        var isEveryDay: Bool { phrase.any == [.every] }

        /// 第3火曜 of 毎週火曜: all its days are days of the other too.
        func isPart(of other: Element) -> Bool {
            phrase.isWeekly && phrase.any.allSatisfy { days in other.phrase.any.contains { days.isPart(of: $0) } }
        }
    }

    /// A list of days and what it is said of: meetings, closings, times.
    mutating func list(_ phrases: ArraySlice<Phrase>, from start: Int, depth: Int) -> Int {
        var (elements, end, isAlternative) = collect(phrases, from: start)
        switch isClosedMode || isAlternative ? nil : splitAtOverrides(elements, closer(phrases, at: end)) {
        case .at(let count):
            elements = Array(elements[..<count])
            end = elements[count - 1].end
        case .ambiguous:
            unread(phrases[start].range.lowerBound..<phrases[end - 1].range.upperBound)
            return closer(phrases, at: end).map { $0.index + 1 } ?? end
        case nil: break
        }
        let range = phrases[start].range.lowerBound..<phrases[end - 1].range.upperBound
        reading.sawDays = true
        if let split = topicSplit(elements, phrases, end) { return split }
        let closer = self.closer(phrases, at: end)
        if closer == nil, isClosedMode, let tail = openingTail(elements, phrases, end) {
            var closed = Array(elements[..<tail])
            _ = closeList(&closed, nil, phrases, end, range)
            isClosedMode = false
            elements = Array(elements[tail...])
        }
        if isClosedMode || closer != nil || elements.contains(where: { $0.groups.contains(where: \.saysClosed) }) {
            return closeList(&elements, closer, phrases, end, range)
        }
        if isAlternative {
            reading.isUndatable = true
            return end
        }
        if let period = elements.last?.phrase.overridesPeriod, elements.count == 1, !period.isEmpty,
            !reading.drafts.isEmpty
        {
            return override(elements, period, phrases, end, range)
        }
        if let next = periodsWithTimes(elements, phrases, end, range) { return next }
        var next = end
        var isTopic = false
        while next < phrases.endIndex, phrases[next].isTopic || phrases[next].isSpace || phrases[next].isColon {
            isTopic = isTopic || phrases[next].isTopic
            next += 1
        }
        let following = next < phrases.endIndex ? phrases[next].kind : nil
        switch following {
        case .until(let end):
            adjust(elements, .until(end), range)
            return next + 1
        case .forenoonOnly:
            adjust(elements, .until(.noon), range)
            return next + 1
        case .also:
            if let (span, index) = phrases.moreTimes(at: next + 1) {
                return adjustTimes(elements, span, phrases, index, range)
            }
            also(elements, range)
            return next + 1
        case .regardless:
            reading.statesHolidays = true
            return next + 1
        case .noClosing where isTopic:
            if closingList.isEmpty { unread(range) } else { exceptFromClosings(elements, range) }
            return next + 1
        // 水曜、第2水曜のみ: which of both?
        case .only where splitAtRepeatedDays(elements) != nil:
            unread(range)
            return next + 1
        case .days where isTopic && limitsOnlyThese(elements, phrases, next):
            unread(range)
            return end
        case .only:
            if let before = phrases[..<start].last(where: { !$0.isTopic && !$0.isSpace }),
                before.isFree || before.isRemark
            {
                unread(range)
                return next + 1
            }
            if let until = phrases.next(next), case .until(let end) = until.kind {
                adjust(elements, .until(end), range)
                return next + 2
            }
            if only(elements, range, phrases, next) { return next + 1 }
            open(elements, range)
            return next + 1
        case .open where depth > 0 && (isTopic || elements.allSatisfy { $0.phrase.any == [.holidays] }):
            return openInBracket(elements, range, next + 1)
        case .free where isTopic, .part where isTopic, .irregularClosing where isTopic, .irregular where isTopic,
            .remark where isTopic:
            unread(range)
            return end
        case .times(let span) where isClosedHours(phrases, next):
            adjust(elements, .without(span), range)
            return (phrases[next...].firstIndex { $0.isClosed } ?? next) + 1
        case .times(let span) where isAdjusting(elements, isTopic: isTopic, depth: depth, phrases, next):
            return adjustTimes(elements, span, phrases, next, range)
        default: break
        }
        if isTopic, !reading.drafts.isEmpty, let weeks = weeksAlone(phrases, next) {
            onlyInWeeks(elements, weeks, range)
            return phrases[next...].firstIndex(where: \.isOnly).map { $0 + 1 } ?? next + 1
        }
        let count = reading.drafts.count
        open(elements, range)
        if elements.count == 1, !elements[0].phrase.isRegular, elements[0].phrase.isWeekly, end < phrases.endIndex,
            phrases[end].isFree, phrases[end].range.lowerBound == range.upperBound, count < reading.drafts.count,
            let after = phrases.next(end), !after.isColon, !after.isTimes
        {
            nameLike.append(range)
        }
        return end
    }

    /// 第1土曜、1月は第2土曜、5月は第3土曜、8月は休み: what holds in a period ends where the next begins.
    func splitAtOverrides(_ elements: [Element], _ closer: (index: Int, phrase: Phrase)?) -> Split? {
        guard elements.count > 1, let first = elements.firstIndex(where: \.overrides) else { return nil }
        // 4〜9月は火曜、10〜3月は土曜: all the year, and so instead of nothing.
        let months = elements.flatMap(\.phrase.overridesPeriod).reduce(UInt16(0)) { $0 | $1.months }
        if months == 0b1_1111_1111_1110 { return nil }
        if first > 0 {
            guard elements[..<first].allSatisfy({ $0.phrase.isRegular || $0.phrase.isWeekly }) else { return nil }
            // 第3火曜、8月は第1火曜休み: all of it may be closed.
            return closer != nil && elements.last?.overrides == true ? .ambiguous : .at(first)
        }
        guard !reading.drafts.isEmpty else { return nil }
        // 1月は第2土曜、第4土曜: the fourth of January too, or of every month?
        let next = elements[1]
        let isClear =
            next.overrides || next.isPeriod || next.phrase.named != nil || next.phrase.any == [.holidays]
            || closer != nil && !next.phrase.any.isEmpty
                && next.phrase.any.allSatisfy { $0.months != 0 || $0.season != nil || !$0.dates.isEmpty }
        return isClear ? .at(1) : .ambiguous
    }

    /// 1月は1月10日, 第3土曜は8月休み beside other days: of these alone, which has no words here.
    func limitsOnlyThese(_ elements: [Element], _ phrases: ArraySlice<Phrase>, _ at: Int) -> Bool {
        guard elements.count > 1 || !reading.drafts.isEmpty else { return false }
        if elements.allSatisfy(\.isPeriod) { return true }
        guard case .days(let days) = phrases[at].kind, !days.isWeekly else { return false }
        return closer(phrases, at: at + 1) != nil
    }

    /// 第2日曜（1月は第3日曜）: in that period instead of the days named before.
    mutating func override(
        _ elements: [Element], _ period: [Days], _ phrases: ArraySlice<Phrase>, _ end: Int, _ range: Range<Int>
    ) -> Int {
        var next = end
        while next < phrases.endIndex, phrases[next].isTopic || phrases[next].isSpace { next += 1 }
        let isAlso = next < phrases.endIndex && phrases[next].isAlso
        let usual = reading.drafts.indices.filter { !reading.drafts[$0].isOverride }
        let times = usual.last.map { reading.drafts[$0].times } ?? []
        // 第2水曜（1月は第3水曜）、第4水曜（12月は第3水曜）: each bracket for its own days; one bracket behind several says not whose.
        let isParallel = usual.dropLast().contains { !reading.drafts[$0].selection.except.isEmpty }
        if isInBracket, usual.count > 1, !isParallel {
            unread(range)
            return end
        }
        if !isAlso {
            for index in isInBracket ? usual.suffix(1) : usual[...]
            where reading.drafts[index].selection.any.contains(where: { $0.mayMeet(period) }) {
                reading.drafts[index].selection.except.append(Selection(period))
            }
        }
        let count = reading.drafts.count
        open(elements, range)
        let hasTimes = next < phrases.endIndex && phrases[next].isTimes
        for index in reading.drafts.indices.dropFirst(count) {
            reading.drafts[index].isOverride = true
            if hasTimes { continue }
            reading.drafts[index].times = times
            reading.drafts[index].awaitsTimes = times.isEmpty
        }
        return next < phrases.endIndex && (phrases[next].isOnly || isAlso) ? next + 1 : end
    }

    /// 毎日 4月〜9月 6:00、10月〜3月 6:30: times by period, not days in a period.
    mutating func periodsWithTimes(
        _ elements: [Element], _ phrases: ArraySlice<Phrase>, _ end: Int, _ range: Range<Int>
    ) -> Int? {
        guard elements.count > 1, let last = elements.last, last.isPeriod,
            let (span, index) = phrases.moreTimes(at: end),
            let following = phrases[(index + 1)...].first(where: { !$0.isSeparator }),
            case .days(let days) = following.kind,
            !days.any.isEmpty, days.any.allSatisfy(\.isPeriod)
        else { return nil }
        open(Array(elements.dropLast()), range)
        return adjustTimes([last], span, phrases, index, last.range)
    }

    /// 定休日：水曜日 土日祝：7:00-18:00: days with times of their own, set off by a space, are not closings any more.
    func openingTail(_ elements: [Element], _ phrases: ArraySlice<Phrase>, _ end: Int) -> Int? {
        guard let tail = elements.lastIndex(where: { $0.join >= .space }), tail > 0 || !closingList.isEmpty else {
            return nil
        }
        let next = phrases[end...].first { !$0.isSpace && !$0.isColon && !$0.isTopic }
        return next?.isTimes == true ? tail : nil
    }

    /// 月〜金曜日 土曜日は要相談: what is said of the last days is not said of the first.
    mutating func topicSplit(_ elements: [Element], _ phrases: ArraySlice<Phrase>, _ end: Int) -> Int? {
        guard elements.count > 1, let last = elements.last, last.join >= .space, !isClosedMode, end < phrases.endIndex,
            phrases[end].isTopic,
            let next = phrases.next(end), next.isFree || next.isIrregular
        else { return nil }
        let rest = Array(elements.dropLast())
        open(rest, last.range)
        let mask = rest.flatMap(\.phrase.any).reduce(UInt8(0)) {
            $0 | ($1.weekdays == 0 ? Days.allWeekdays : $1.weekdays)
        }
        let isApart = last.phrase.isWeekly && last.phrase.any.allSatisfy { $0.weekdays & mask == 0 }
        guard isApart, next.isIrregular else {
            unread(last.range)
            return end
        }
        reading.additions.append(last.range)
        return (phrases[end...].firstIndex { $0.isIrregular } ?? end) + 1
    }

    func collect(_ phrases: ArraySlice<Phrase>, from start: Int) -> ([Element], Int, Bool) {
        var elements: [Element] = []
        var at = start
        var join = Phrase.Separator.tight
        var end = start
        var isAlternative = false
        while at < phrases.endIndex {
            switch phrases[at].kind {
            case .days(let phrase):
                elements.append(
                    Element(phrase: phrase, range: phrases[at].range, join: join, groups: [], end: at + 1))
                join = .tight
                end = at + 1
            case .separator(let separator) where separator < .stop: join = max(join, separator)
            case .group(let inner) where inner.elaborates && !elements.isEmpty:
                elements[elements.count - 1].groups.append(phrases[at])
                elements[elements.count - 1].end = at + 1
                end = at + 1
            case .alternative:
                isAlternative = true
                if at == end { end = at + 1 }
            case .colon where isClosedMode: break
            default: return (elements, end, isAlternative && !elements.isEmpty)
            }
            at += 1
        }
        return (elements, end, isAlternative)
    }

    /// The word that closes the list before it: 月曜休み, 祝日を除く, 月曜定休日.
    func closer(_ phrases: ArraySlice<Phrase>, at end: Int) -> (index: Int, phrase: Phrase)? {
        var at = end
        var isSpaced = false
        while at < phrases.endIndex {
            switch phrases[at].kind {
            case .topic: break
            case .separator(.space): isSpaced = true
            case .closed, .except, .otherThan, .absent: return (at, phrases[at])
            case .closedLabel:
                // A label of its own where days follow it.
                var next = at + 1
                while next < phrases.endIndex, phrases[next].isSpace { next += 1 }
                let isLabel = next < phrases.endIndex && (phrases[next].isColon || phrases[next].isDays && isSpaced)
                return isLabel ? nil : (at, phrases[at])
            default: return nil
            }
            at += 1
        }
        return nil
    }

    func isClosedHours(_ phrases: ArraySlice<Phrase>, _ at: Int) -> Bool {
        phrases[(at + 1)...].first { !$0.isTopic && !$0.isSpace }?.isClosed == true
    }

    /// 定休日：火曜（7〜8月は無休）
    mutating func exceptFromClosings(_ elements: [Element], _ range: Range<Int>) {
        for element in elements {
            guard let days = closingDays(element) else { return unread(element.range) }
            for index in closingList where index < reading.closings.count {
                reading.closings[index].selection.except.append(Selection(days))
            }
        }
    }
}

/// Which times belong to which days, and what stands in brackets.

extension Interpreter {
    // MARK: Times
    mutating func times(_ span: TimeSpan, _ phrases: ArraySlice<Phrase>, _ at: Int, depth: Int) -> Int {
        // 14:00-15:00は利用不可
        var next = at + 1
        while next < phrases.endIndex, phrases[next].isTopic || phrases[next].isSpace || phrases[next].isFiller {
            next += 1
        }
        if next < phrases.endIndex, phrases[next].isClosed || phrases[next].isExcept {
            adjustAll(.without(span))
            return next + 1
        }
        if depth > 0, next < phrases.endIndex, phrases[next].isFree || phrases[next].isRemark {
            reading.remarks.append(phrases[at].range)
            return at + 1
        }
        if isClosedMode, depth == 0 { isClosedMode = false }
        let spans = span == .unsaid ? [] : [span]
        if span == .unsaid { reading.remarks.append(phrases[at].range) }
        if timesPrecede || isTimesFirst && reading.drafts.isEmpty {
            reading.leadingTimes += spans
            reading.leadingRange = reading.leadingRange ?? phrases[at].range
            return at + 1
        }
        let awaiting = reading.drafts.indices.filter { reading.drafts[$0].awaitsTimes }
        let near = awaiting.filter { reading.drafts[$0].statement == statement }
        let hasOwnGroup = group.contains { $0 < reading.drafts.count && reading.drafts[$0].statement == statement }
        if !near.isEmpty || !awaiting.isEmpty && !hasOwnGroup {
            group = near.isEmpty ? awaiting : near
        } else if group.isEmpty {
            reading.leadingTimes += spans
            reading.leadingRange = reading.leadingRange ?? phrases[at].range
        }
        for index in group {
            reading.drafts[index].times += spans
            reading.drafts[index].awaitsTimes = false
        }
        return at + 1
    }

    /// Days with times behind a bracket or は that change the times of days already named.
    func isAdjusting(_ elements: [Element], isTopic: Bool, depth: Int, _ phrases: ArraySlice<Phrase>, _ at: Int)
        -> Bool
    {
        let days = elements.flatMap(\.phrase.any)
        if elements.allSatisfy({ $0.phrase.named == .season }) { return true }
        if elements.allSatisfy(\.isPeriod) {
            return !(reading.drafts.isEmpty && days.allSatisfy(\.isSpan))
        }
        guard !reading.drafts.isEmpty || !reading.leadingTimes.isEmpty else { return false }
        guard depth > 0 || isTopic else { return false }
        let mask = reading.drafts.flatMap(\.selection.any).reduce(UInt8(0)) {
            $0 | ($1.weeks == 0 ? ($1.weekdays == 0 ? Days.allWeekdays : $1.weekdays) : 0)
        }
        if reading.drafts.isEmpty { return depth > 0 }
        let isWithin = days.allSatisfy {
            $0.weekdays == 0 && $0.weeks != 0 || $0.weekdays != 0
                ? $0.weekdays & ~mask == 0 : $0.holiday == true || $0.isPeriod
        }
        return isWithin
    }

    mutating func adjustTimes(
        _ elements: [Element], _ span: TimeSpan, _ phrases: ArraySlice<Phrase>, _ at: Int, _ range: Range<Int>
    ) -> Int {
        var next = at + 1
        while next < phrases.endIndex, phrases[next].isTopic || phrases[next].isSpace { next += 1 }
        if next < phrases.endIndex, case .closed = phrases[next].kind {
            adjust(elements, .without(span), range)
            return next + 1
        }
        var spans = [span]
        next = at + 1
        while let (more, index) = phrases.moreTimes(at: next) {
            spans.append(more)
            next = index + 1
        }
        adjust(elements, .replace(spans), range.lowerBound..<phrases[next - 1].range.upperBound)
        return next
    }

    mutating func adjust(_ elements: [Element], _ change: Adjustment.Change, _ range: Range<Int>) {
        if elements.contains(where: { $0.phrase.named == .season }) {
            // 冬期は7:00〜: which days those are nobody says, so it stays beside every date.
            reading.remarks.append(range)
            return
        }
        let statedBefore = (reading.statesNewYear, reading.statesHolidays, reading.statesObon)
        for element in elements {
            guard let days = closingDays(element) else { return unread(range) }
            var selection = Selection(days)
            for case .group(let inner) in element.groups.map(\.kind) {
                for case .holidayCase(let found) in inner.map(\.kind) {
                    guard case .move(let destination, _) = found.consequence else { return unread(range) }
                    selection.move = Move(when: found.when, to: destination)
                }
            }
            adjustAll(change, on: selection)
        }
        if reading.drafts.isEmpty { reading.baseAdjustmentRange = reading.baseAdjustmentRange ?? range }
        // Other hours on holidays say that holidays are met; closing days say the contrary, and neither is a closing here.
        (reading.statesNewYear, _, reading.statesObon) = statedBefore
    }

    mutating func adjustAll(_ change: Adjustment.Change, on selection: Selection = Selection([.every])) {
        reading.namesNoDates = true
        var change = change
        if case .without(let gap) = change {
            change = .without(TimeSpan(start: gap.start ?? .midnight, end: gap.end ?? .endOfDay))
        }
        if reading.drafts.isEmpty { reading.baseAdjustments.append(Adjustment(selection: selection, change: change)) }
        // In a bracket before the times it speaks of those days alone.
        let awaiting = reading.drafts.indices.filter { reading.drafts[$0].awaitsTimes }
        for index in isInBracket && !awaiting.isEmpty ? awaiting : Array(reading.drafts.indices) {
            reading.drafts[index].adjustments.append(Adjustment(selection: selection, change: change))
        }
    }

    // MARK: Groups
    mutating func group(
        _ inner: [Phrase], _ phrase: Phrase, before: ArraySlice<Phrase>, after: ArraySlice<Phrase>, depth: Int
    ) {
        if inner.isLabel {
            // （定休日）, 【開館時間】, （昼）
            for (index, phrase) in inner.enumerated() { mark(phrase, inner[...], index, depth: depth) }
            return
        }
        if let days = inner.soleDays {
            let previous = before.last { !$0.isSpace }
            if let previous, previous.isTimes, isTimesFirst, !reading.leadingTimes.isEmpty, !isClosedMode {
                bindLeadingTimes(to: days, phrase.range)
                return
            }
            if previous?.isFrequency == true || reading.drafts.isEmpty
                || after.first(where: { !$0.isSpace })?.isTimes == true || previous?.isFree == true
            {
                _ = list(inner[...], from: inner.startIndex, depth: depth)
                return
            }
            if isClosedMode { return unread(phrase.range) }
            if let last = reading.drafts.indices.last, days.any.allSatisfy(\.isPeriod), days.named == nil {
                narrow(last, to: days, phrase.range)
                return
            }
            return unread(phrase.range)
        }
        let wasClosed = isClosedMode
        let closings = reading.closings.count
        let savedLabel = label
        let savedGroup = group
        if reading.drafts.isEmpty, closings == 0 || !wasClosed { isClosedMode = false }
        isClosedMode = false
        let wasInBracket = isInBracket
        isInBracket = true
        walk(inner[...], depth: depth + 1)
        isInBracket = wasInBracket
        isClosedMode = wasClosed
        label = savedLabel
        if group.isEmpty { group = savedGroup }
        // Exceptions in a bracket behind meetings belong to them, if more follow.
        if !wasClosed, !reading.drafts.isEmpty, closings < reading.closings.count,
            reading.closings[closings...].allSatisfy({ $0.hours == nil })
        {
            for index in reading.lastDrafts {
                reading.drafts[index].bracketed += reading.closings[closings...].map { ($0.selection, $0.range) }
            }
            reading.closings.removeSubrange(closings...)
        }
        closingList =
            closingList.lowerBound <= reading.closings.count ? closingList.lowerBound..<reading.closings.count : 0..<0
    }

    mutating func bindLeadingTimes(to days: DaysPhrase, _ range: Range<Int>) {
        let element = Element(phrase: days, range: range, join: .tight, groups: [])
        guard let any = openingDays(element), let last = reading.leadingTimes.popLast() else { return unread(range) }
        if reading.leadingTimes.isEmpty { reading.leadingRange = nil }
        reading.drafts.append(Reading.Draft(selection: Selection(any), times: [last], range: range, awaitsTimes: false))
    }
}

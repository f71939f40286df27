/// Days as closings, and what happens to either when it is a holiday.

extension Interpreter {
    // MARK: Closings
    mutating func closeList(
        _ elements: inout [Element], _ closer: (index: Int, phrase: Phrase)?, _ phrases: ArraySlice<Phrase>, _ end: Int,
        _ range: Range<Int>
    ) -> Int {
        var closed = elements[...]
        if !isClosedMode, let closer, let split = split(elements, closer.phrase) {
            switch split {
            case .at(let index):
                open(Array(elements[..<index]), range)
                closed = elements[index...]
            case .ambiguous:
                unread(range)
                return closer.index + 1
            }
        }
        if frequency != nil {
            frequency = nil
            unread(range)
        }
        let impliesBase: Bool
        switch closer?.phrase.kind {
        case .except: impliesBase = false
        case .otherThan:
            impliesBase = closed.contains { $0.phrase.isWeekly || $0.phrase.any.contains(where: \.isWeekly) }
        default: impliesBase = true
        }
        if !isClosedMode { closingList = reading.closings.count..<reading.closings.count }
        for element in closed { close(element, impliesBase: impliesBase) }
        closingList = closingList.lowerBound..<reading.closings.count
        return closer.map { $0.index + 1 } ?? end
    }

    enum Split {
        case at(Int)
        case ambiguous
    }

    /// 毎週火曜、祝日休み: the first part meets, the second is closed. 火曜、祝日休み may be either.
    func split(_ elements: [Element], _ closer: Phrase) -> Split? {
        guard elements.count > 1 else { return nil }
        if let split = splitAtRepeatedDays(elements) { return split }
        guard !closer.isClosedLabel, !closer.isFixedClosing(source) else { return nil }
        guard
            let index = elements.indices.dropFirst().first(where: { index in
                elements[index].join >= .comma && elements[index...].allSatisfy { !$0.phrase.isWeekly }
                    && elements[..<index].allSatisfy { $0.phrase.isWeekly || $0.isEveryDay }
            })
        else {
            // 毎週火曜、第1木曜は除く: Thursdays are none of its days.
            return closer.isExcept && elements[0].phrase.isRegular && reading.drafts.isEmpty ? .ambiguous : nil
        }
        if elements[..<index].contains(where: { $0.phrase.isRegular || $0.isEveryDay }) { return .at(index) }
        return reading.drafts.isEmpty && reading.leadingTimes.isEmpty ? .ambiguous : nil
    }

    /// 毎週火曜、第3火曜は休み: who closes on every Tuesday need not name the third, so the first part meets.
    func splitAtRepeatedDays(_ elements: [Element]) -> Split? {
        func repeats(_ index: Int, before end: Int) -> Bool {
            elements[index].phrase.isWeekly && elements[..<end].contains { elements[index].isPart(of: $0) }
        }
        let weekly = elements.count(where: \.phrase.isWeekly)
        guard weekly > 0 else { return nil }
        // Nobody lists so many; and each is held against all the others.
        guard weekly <= 32 else { return .ambiguous }
        guard let first = elements.indices.first(where: { repeats($0, before: $0) }) else { return nil }
        let isPlain = elements[first...].indices.allSatisfy {
            !elements[$0].phrase.isWeekly || repeats($0, before: first)
        }
        return isPlain && elements[first].join >= .comma ? .at(first) : .ambiguous
    }

    mutating func close(_ element: Element, impliesBase: Bool) {
        guard let days = closingDays(element) else { return unread(element.range) }
        reading.closings.append(
            Reading.Closing(
                selection: Selection(days), range: element.range,
                impliesOtherDays: impliesBase && (days.contains(where: \.isWeekly) || isClosedMode),
                isLabelled: isClosedMode && isFixedClosing))
        let index = reading.closings.count - 1
        for group in element.groups {
            guard case .group(let inner) = group.kind else { continue }
            if let sole = inner.soleDays {
                if element.phrase.named == nil { narrowClosing(index, to: sole, group.range) }
                continue
            }
            for phrase in inner {
                guard case .holidayCase(let found) = phrase.kind else {
                    if !phrase.isSeparator { unread(phrase.range) }
                    continue
                }
                if found.subject != nil {
                    holidayCase(found, phrase.range)
                } else {
                    move(found, closing: index, phrase.range)
                }
            }
        }
    }

    mutating func narrowClosing(_ index: Int, to phrase: DaysPhrase, _ range: Range<Int>) {
        var any: [Days] = []
        for days in reading.closings[index].selection.any {
            for narrower in phrase.any {
                guard let both = days.intersection(narrower) else { return unread(range) }
                any.append(both)
            }
        }
        if phrase.named != nil || phrase.isAmbiguous || any.isEmpty { return unread(range) }
        reading.closings[index].selection.any = any
    }

    mutating func closingDays(_ element: Element) -> [Days]? {
        let phrase = element.phrase
        if phrase.isAmbiguous { return nil }
        if let named = phrase.named {
            switch named {
            case .newYear, .yearEnd, .newYearStart: reading.statesNewYear = true
            case .obon: reading.statesObon = true
            case .season: break
            }
            let explicit = phrase.any.isEmpty ? element.groups.compactMap(\.soleDays?.any).first : phrase.any
            return explicit ?? season(of: named).map { [Days(season: $0)] }
        }
        if let following = phrase.following {
            // 祝日とその翌日は休み: after the days just closed; else after those that meet.
            let closed = reading.closings.count > closingList.lowerBound ? reading.closings.last : nil
            guard let base = (closed?.selection ?? reading.drafts.last?.selection)?.any else { return nil }
            return follow(following, base)
        }
        guard let any = daysWithin(phrase), !any.isEmpty else { return nil }
        if any.contains(where: { $0.touches(defaults.newYearDays) }) { reading.statesNewYear = true }
        // The day after a holiday says nothing of the holiday.
        if any.contains(where: { $0.holiday == true && $0.offset == 0 }) { reading.statesHolidays = true }
        return any
    }

    // MARK: Holidays
    mutating func holidayCase(_ found: HolidayCase, _ range: Range<Int>) {
        guard let subject = found.subject else {
            if let last = reading.closings.indices.last, !closingList.isEmpty,
                reading.closings[last].selection.any.allSatisfy(\.isWeekly)
            {
                return closingList.count == 1 ? move(found, closing: last, range) : unread(range)
            }
            guard !reading.drafts.isEmpty else { return unread(range) }
            for index in reading.lastDrafts { move(found, draft: index, range) }
            return
        }
        let targets = reading.closings.indices.filter { index in
            reading.closings[index].selection.any.contains { closed in subject.contains { closed.isWithin($0) } }
        }
        if !targets.isEmpty {
            for target in targets { move(found, closing: target, range, only: subject) }
            return
        }
        moveClosedSubject(found, subject, range)
    }

    /// 火〜日（月曜日が祝日の場合は翌日休館日）: Monday is closed without being said to be.
    mutating func moveClosedSubject(_ found: HolidayCase, _ subject: [Days], _ range: Range<Int>) {
        let subjectMask = subject.reduce(0) { $0 | $1.weekdays }
        let isMeeting = reading.drafts.contains {
            $0.selection.any.contains { $0.weekdays == 0 || $0.weekdays & subjectMask != 0 }
        }
        guard !reading.drafts.isEmpty, subjectMask != 0 else { return unread(range) }
        let onHolidays = subject.compactMap { $0.intersection(.holidays) }
        switch found.consequence {
        case .move(let destination, isClosing: true) where !isMeeting:
            reading.closings.append(
                Reading.Closing(
                    selection: Selection(onHolidays, move: Move(when: found.when, to: destination)), range: range,
                    impliesOtherDays: false, isLabelled: false))
        case .open where !isMeeting:
            var draft = reading.drafts[reading.drafts.count - 1]
            draft.selection = Selection(onHolidays)
            draft.range = range
            reading.drafts.append(draft)
            reading.statesHolidays = true
        case .closed where isMeeting:
            reading.closings.append(
                Reading.Closing(
                    selection: Selection(onHolidays), range: range, impliesOtherDays: false, isLabelled: false))
        case .move(let destination, isClosing: false) where isMeeting:
            let moved = reading.drafts.indices.filter {
                reading.drafts[$0].selection.any.allSatisfy { $0.weekdays & subjectMask != 0 }
            }
            // 毎月15日（日曜が祝日の場合は翌日）: which of the fifteenths these are has no words here.
            guard !moved.isEmpty else { return unread(range) }
            for index in moved {
                guard reading.drafts[index].selection.any.allSatisfy({ $0.weekdays & ~subjectMask == 0 }) else {
                    return unread(range)
                }
                reading.drafts[index].selection.move = Move(when: found.when, to: destination)
            }
        default: unread(range)
        }
    }

    mutating func move(
        _ found: HolidayCase, closing index: Int, _ range: Range<Int>, only subject: [Days]? = nil
    ) {
        // 月・火（火曜が祝日の場合は翌日）: one of the days only.
        let selection = reading.closings[index].selection
        guard found.isSound(for: selection) else { return unread(range) }
        if let subject, !selection.any.allSatisfy({ closed in subject.contains { closed.isWithin($0) } }) {
            return splitClosing(found, index, range, subject)
        }
        switch found.consequence {
        case .open: reading.closings[index].selection.move = Move(when: found.when, to: .nowhere)
        case .move(let destination, _): reading.closings[index].selection.move = Move(when: found.when, to: destination)
        case .closed: break
        case .unknown: unread(range)
        }
    }

    mutating func splitClosing(_ found: HolidayCase, _ index: Int, _ range: Range<Int>, _ subject: [Days]) {
        let mask = subject.reduce(0) { $0 | $1.weekdays }
        var moved = reading.closings[index]
        guard moved.selection.any.count == 1, let days = moved.selection.any.first, days.weekdays & mask != 0 else {
            return unread(range)
        }
        var rest = days
        rest.weekdays &= ~mask
        var part = days
        part.weekdays &= mask
        reading.closings[index].selection.any = [rest]
        moved.selection.any = [part]
        reading.closings.append(moved)
        move(found, closing: reading.closings.count - 1, range)
    }

    mutating func move(_ found: HolidayCase, draft index: Int, _ range: Range<Int>) {
        guard found.isSound(for: reading.drafts[index].selection) else { return unread(range) }
        switch found.consequence {
        case .move(let destination, isClosing: false):
            reading.drafts[index].selection.move = Move(when: found.when, to: destination)
        case .closed: reading.drafts[index].bracketed.append((Selection(found.when), range))
        case .open:
            if !reading.drafts[index].times.isEmpty {
                reading.statesHolidays = true
            } else {
                unread(range)
            }
        case .move, .unknown: unread(range)
        }
        if found.when.contains(where: { $0.holiday == true && $0.offset == 0 }) { reading.statesHolidays = true }
    }
}

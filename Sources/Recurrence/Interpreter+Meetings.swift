/// Days as meetings: dates get their year, brackets narrow them.

extension Interpreter {
    mutating func open(_ elements: [Element], _ range: Range<Int>) {
        if !group.isEmpty || !reading.drafts.contains(where: \.awaitsTimes) { group = [] }
        for element in elements {
            guard let days = openingDays(element) else {
                unread(element.range)
                continue
            }
            if element.isPeriod, element.groups.isEmpty, !(reading.drafts.isEmpty && days.allSatisfy(\.isSpan)) {
                if !restrictLast(to: days) { unread(element.range) }
                continue
            }
            var draft = Reading.Draft(selection: Selection(days), range: element.range)
            draft.isRegular = element.phrase.isRegular
            draft.statement = statement
            draft.label = label.map(self.text)
            if days.contains(where: {
                $0.dates.contains { defaults.newYearDays.contains(MonthDay($0.month, $0.dayOfMonth)) }
            }) {
                reading.statesNewYear = true
            }
            if timesPrecede, !reading.leadingTimes.isEmpty {
                draft.times = reading.leadingTimes
                draft.awaitsTimes = false
            }
            reading.drafts.append(draft)
            apply(element.groups, toDraft: reading.drafts.count - 1)
            checkFrequency(of: reading.drafts.count - 1)
        }
        if timesPrecede {
            reading.leadingTimes = []
            reading.leadingRange = nil
        }
    }

    /// A period behind days: 毎週火曜 5月〜10月.
    mutating func restrictLast(to period: [Days]) -> Bool {
        guard let last = reading.drafts.indices.last else { return false }
        var any: [Days] = []
        for days in reading.drafts[last].selection.any {
            for period in period {
                guard let both = days.intersection(period) else { return false }
                any.append(both)
            }
        }
        reading.drafts[last].selection.any = any
        return true
    }

    /// Days as meetings: dates get their year, 年末年始 and a lone 第3 are refused.
    func openingDays(_ element: Element) -> [Days]? {
        let phrase = element.phrase
        guard !phrase.isAmbiguous, phrase.named == nil, var any = daysWithin(phrase) else { return nil }
        if let following = phrase.following {
            guard let base = reading.drafts.last?.selection.any else { return nil }
            return follow(following, base)
        }
        if phrase.lacksWeekday {
            guard element.groups.contains(where: { $0.soleDays?.any.first?.weekdays ?? 0 != 0 }) else { return nil }
        }
        if phrase.lacksYear {
            guard var start = defaults.editionStart else { return nil }
            // 12月12日、1月9日: dates follow each other.
            any = any.map { days in
                let dated = days.dated(from: start)
                start = dated.dates.first ?? dated.until ?? start
                return dated
            }
        }
        for (index, weekday, isEnd) in phrase.statedWeekdays where index < any.count {
            if let date = isEnd ? any[index].until : any[index].dates.first ?? any[index].from, date.weekday != weekday
            {
                return nil
            }
        }
        return any
    }

    /// The days of a phrase, in the period that it names by name.
    func daysWithin(_ phrase: DaysPhrase) -> [Days]? {
        guard let within = phrase.within else { return phrase.any }
        guard let season = season(of: within) else { return nil }
        return phrase.any.compactMap { $0.intersection(Days(season: season)) }
    }

    func season(of named: DaysPhrase.NamedPeriod) -> Season? {
        let newYear = defaults.newYearDays
        switch named {
        case .newYear: return newYear
        case .yearEnd: return Season(from: newYear.from, to: MonthDay(12, 31))
        case .newYearStart: return Season(from: MonthDay(1, 1), to: newYear.to)
        case .obon: return defaults.obonDays
        case .season: return nil
        }
    }

    func follow(_ following: DaysPhrase.Following, _ base: [Days]) -> [Days]? {
        var result: [Days] = []
        for days in base {
            var days = days
            guard days.offset == 0 else { return nil }
            switch following {
            case .days(let count): days.offset = count
            case .next(let weekday):
                guard let only = days.weekdayList.first, days.weekdayList.count == 1 else { return nil }
                let gap = only.daysUntil(weekday)
                days.offset = gap == 0 ? 7 : gap
            case .nextWeek(let weekday):
                guard let only = days.weekdayList.first, days.weekdayList.count == 1 else { return nil }
                days.offset = 7 - only.rawValue + weekday.rawValue
            }
            result.append(days)
        }
        return result
    }

    /// Brackets behind days: （第1・3）, （5月〜10月）, （2026年4月1日から）, （祝日の場合は翌日）.
    mutating func apply(_ groups: [Phrase], toDraft index: Int) {
        for group in groups {
            guard case .group(let inner) = group.kind else { continue }
            if let days = inner.soleDays {
                narrow(index, to: days, group.range)
            } else {
                for phrase in inner {
                    switch phrase.kind {
                    case .holidayCase(let found):
                        // 火・金（火曜が祝日の場合は翌日）: not of the Fridays.
                        if let subject = found.subject, !reading.drafts[index].isWithin(subject) {
                            unread(phrase.range)
                        } else {
                            move(found, draft: index, phrase.range)
                        }
                    case .frequency(let found):
                        frequency = (found, phrase.range)
                        checkFrequency(of: index)
                    default: break
                    }
                }
            }
        }
    }

    mutating func narrow(_ index: Int, to phrase: DaysPhrase, _ range: Range<Int>) {
        guard phrase.named == nil, phrase.following == nil, !phrase.isAmbiguous, index < reading.drafts.count else {
            return unread(range)
        }
        let draft = reading.drafts[index]
        if phrase.any.count == 1, let from = phrase.any.first?.from, phrase.any.first == Days(from: from),
            isEveryOtherWeek(index)
        {
            reading.drafts[index].selection.any = draft.selection.any.map { days in
                var days = days
                days.everyOtherWeekFrom = days.first(onOrAfter: from)
                return days
            }
            reading.drafts[index].isEveryOtherWeek = true
            frequency = nil
            return
        }
        var any: [Days] = []
        for days in draft.selection.any {
            for narrower in phrase.any {
                if days == narrower
                    || !days.dates.isEmpty
                        && days.dates.allSatisfy({ narrower.contains(DayFacts($0), defaults.calendar) })
                {
                    any.append(days)
                    continue
                }
                guard !phrase.lacksYear || narrower.season?.from != narrower.season?.to,
                    let both = days.intersection(narrower)
                else {
                    return unread(range)
                }
                any.append(both)
            }
        }
        reading.drafts[index].selection.any = any
    }

    func isEveryOtherWeek(_ index: Int) -> Bool {
        if case .everyOtherWeek? = frequency?.0.unit { return true }
        return false
    }

    mutating func only(_ elements: [Element], _ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int)
        -> Bool
    {
        guard !reading.drafts.isEmpty, !(phrases.next(at)?.isTimes ?? false), frequency == nil else { return false }
        if let before = phrases.previous(at), before.isFree { return false }
        let days = elements.flatMap(\.phrase.any)
        // 火・木（第2・4木曜のみ）: of the Thursdays alone, or no Tuesdays at all?
        let isDoubtful = reading.drafts.flatMap(\.selection.any).contains { left in
            days.contains {
                $0.weeks != 0 && $0.weekdays != 0 && left.weeks == 0 && left.weekdays & $0.weekdays != 0
                    && left.weekdays & ~$0.weekdays != 0
            }
        }
        if isDoubtful {
            unread(range)
            return true
        }
        for index in reading.drafts.indices {
            var any: [Days] = []
            for left in reading.drafts[index].selection.any {
                for right in days { if let both = left.intersection(right) { any.append(both) } }
            }
            if any.isEmpty {
                unread(range)
                return true
            }
            reading.drafts[index].selection.any = any
        }
        return true
    }

    /// The weeks in 木曜は第2・4のみ.
    func weeksAlone(_ phrases: ArraySlice<Phrase>, _ at: Int) -> Days? {
        guard at < phrases.endIndex, case .days(let phrase) = phrases[at].kind, phrases.next(at)?.isOnly == true,
            let days = phrase.any.first, phrase.any.count == 1, days.weeks != 0,
            days == Days(weekdays: days.weekdays, weeks: days.weeks)
        else { return nil }
        return days
    }

    /// 火・木（木曜は第2・4のみ）: of the days named before, these weekdays in some weeks, the others in all.
    mutating func onlyInWeeks(_ elements: [Element], _ weeks: Days, _ range: Range<Int>) {
        let subject = elements.flatMap(\.phrase.any)
        let mask = subject.reduce(UInt8(0)) { $0 | $1.weekdays }
        guard mask != 0, subject.allSatisfy({ $0 == Days(weekdays: $0.weekdays) }),
            weeks.weekdays == 0 || weeks.weekdays == mask
        else { return unread(range) }
        var isFound = false
        for index in reading.drafts.indices {
            var any: [Days] = []
            for days in reading.drafts[index].selection.any {
                var (rest, part) = (days, days)
                rest.weekdays &= ~mask
                part.weekdays &= mask
                guard part.weekdays != 0 else {
                    any.append(days)
                    continue
                }
                guard let narrowed = part.intersection(Days(weeks: weeks.weeks)) else { return unread(range) }
                isFound = true
                any += rest.weekdays == 0 ? [narrowed] : [rest, narrowed]
            }
            reading.drafts[index].selection.any = any
        }
        if isFound { return }
        // 月〜金 8:00〜18:00、土曜は第1・3のみ: more days.
        guard !isInBracket, elements.count == 1, var more = elements.first else { return unread(range) }
        more.phrase = DaysPhrase(any: [Days(weekdays: mask, weeks: weeks.weeks)], isRegular: true)
        open([more], range)
    }

    /// 祝日も開催: on holidays as on other days.
    mutating func also(_ elements: [Element], _ range: Range<Int>) {
        for element in elements {
            switch element.phrase.named {
            case .newYear, .yearEnd, .newYearStart: reading.statesNewYear = true
            case .obon: reading.statesObon = true
            case .season: unread(element.range)
            case nil:
                if element.phrase.any == [.holidays] {
                    reading.statesHolidays = true
                } else if reading.drafts.isEmpty {
                    reading.additions.append(element.range)
                    reading.namesNoDates = true
                } else {
                    open([element], element.range)
                }
            }
        }
    }

    /// （祝日は営業） behind closings: those are then no closings. Behind meetings it says nothing new, or it betrays that
    /// the days before it were closings.
    mutating func openInBracket(_ elements: [Element], _ range: Range<Int>, _ next: Int) -> Int {
        let days = elements.flatMap(\.phrase.any)
        if !closingList.isEmpty, let last = reading.closings.indices.last {
            for index in reading.closings.indices where closingList.lowerBound <= index && index <= last {
                reading.closings[index].selection.move = Move(when: days, to: .nowhere)
            }
        } else if days == [.holidays], reading.drafts.last?.times.isEmpty == false {
            reading.statesHolidays = true
        } else {
            unread(range)
        }
        return next
    }

    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(source.scalars[range].compactMap(Unicode.Scalar.init)))
    }
}

/// From phrases to a reading: which days are meetings, which are closed, which times belong to which days.

struct Interpreter {
    let defaults: ScheduleDefaults
    let source: FoldedText
    var reading = Reading()

    /// A closing label governs what follows (定休日：…).
    private var isClosedMode = false
    /// That label was 定休日 or its like.
    private var isFixedClosing = false
    /// Closings of the list being read.
    private var closingList: Range<Int> = 0..<0
    /// Drafts that the last times were given to.
    private var group: [Int] = []
    private var label: Range<Int>?
    private var frequency: (Frequency, Range<Int>)?
    /// The text puts its times before their days.
    private var isTimesFirst = false
    /// Each time before its days: 10:00〜12:00 火曜、13:00〜15:00 木曜.
    private var timesPrecede = false
    private var hoursLabelled = false
    private var isInBracket = false
    private var statement = 0

    init(_ source: FoldedText, defaults: ScheduleDefaults) {
        self.source = source
        self.defaults = defaults
    }

    mutating func read(_ phrases: [Phrase], closed: Bool = false) {
        isClosedMode = closed
        isTimesFirst = Interpreter.startsWithTimes(phrases)
        timesPrecede = isTimesFirst && Interpreter.endsWithDays(phrases)
        walk(phrases[...], depth: 0)
        settleFrequency()
    }

    /// Times first, days last: 10:00〜12:00 火曜.
    private static func startsWithTimes(_ phrases: [Phrase]) -> Bool {
        for phrase in phrases {
            switch phrase.kind {
            case .times: return true
            case .separator, .session, .hoursLabel, .colon, .openLabel, .part: continue
            case .group(let inner): if inner.isLabel { continue } else { return false }
            default: return false
            }
        }
        return false
    }

    /// The last thing said of days and times is days, and not to close them.
    private static func endsWithDays(_ phrases: [Phrase]) -> Bool {
        for phrase in phrases.reversed() {
            switch phrase.kind {
            case .days: return true
            case .separator, .open, .remark: continue
            default: return false
            }
        }
        return false
    }

    // MARK: The walk

    private mutating func walk(_ phrases: ArraySlice<Phrase>, depth: Int) {
        var at = phrases.startIndex
        while at < phrases.endIndex {
            let phrase = phrases[at]
            switch phrase.kind {
            case .days:
                at = list(phrases, from: at, depth: depth)
                continue
            case .times(let span):
                at = times(span, phrases, at, depth: depth)
                continue
            case .group(let inner):
                group(inner, phrase, before: phrases[..<at], after: phrases[(at + 1)...], depth: depth)
            default: mark(phrase, phrases, at, depth: depth)
            }
            at += 1
        }
    }

    private mutating func mark(_ phrase: Phrase, _ phrases: ArraySlice<Phrase>, _ at: Int, depth: Int) {
        let range = phrase.range
        switch phrase.kind {
        case .separator(.stop):
            if isClosedMode, closingList.isEmpty { break }
            isClosedMode = false
            label = nil
            statement += 1
        case .closedLabel(let isFixed):
            isClosedMode = true
            isFixedClosing = isFixed
            closingList = reading.closings.count..<reading.closings.count
        case .closed:
            if isClosedMode, closingList.isEmpty {
                reading.isAlwaysOpen = true
            } else if !isClosedMode, phrases[..<at].last(where: { !$0.isTopic && !$0.isSpace })?.isClosed != true {
                unread(range)
            }
        case .absent: absent(range, phrases, at)
        case .except:
            // 月曜休館を除く says closed twice; 休館日を除く does not say when.
            if closingList.isEmpty { unread(range) }
        case .otherThan: unread(range)
        case .regardless: if !isClosedMode { unread(range) }
        case .weather:
            if !isClosedMode, phrases.previous(at)?.isDays == true || at > phrases.startIndex && phrases[at - 1].isTight
            {
                unread(range)
            } else {
                reading.remarks.append(range)
            }
        case .openLabel, .hoursLabel:
            isClosedMode = false
            if case .hoursLabel = phrase.kind { hoursLabelled = true }
        case .open: if isClosedMode, phrases.previous(at)?.isSeparator != true { isClosedMode = false }
        case .noClosing:
            reading.isAlwaysOpen = true
            reading.statesNewYear = true
        case .frequency(let found): frequencyFound(found, range, phrases, at)
        case .irregular: irregular(range, phrases, at)
        case .irregularClosing, .suspended:
            reading.isUndatable = true
            reading.remarks.append(range)
        case .alternative:
            let sides = [phrases[..<at].last { !$0.isSeparator }, phrases[(at + 1)...].first { !$0.isSeparator }]
            if sides.contains(where: { $0.map { $0.isDays || $0.isFrequency } ?? false }) { reading.isUndatable = true }
        case .additional:
            if phrases.next(at)?.isRemark == true { break }
            if isClosedMode { unread(range) } else { reading.additions.append(range) }
        case .principle, .remark: reading.remarks.append(range)
        case .holidayCase(let found): holidayCase(found, range)
        case .until(let end): adjustAll(.until(end))
        case .forenoonOnly: adjustAll(.until(.noon))
        case .part(let hours): part(hours, range, phrases, at)
        case .session:
            guard isClosedMode else { break }
            // 定休日 昼：土日 夜：日: closed for some hours only.
            if closingList.isEmpty { unread(range) } else if phrases.next(at)?.isColon == true { isClosedMode = false }
        case .free(let isHazard): free(isHazard, range, phrases, at)
        case .only:
            // 弁当のみ says what, 開所日のみ says when.
            if let before = phrases.previous(at), before.isFree || before.isRemark {
                reading.remarks.append(range)
            } else {
                unread(range)
            }
        case .also, .topic, .colon, .separator, .days, .times, .group: break
        }
    }

    private mutating func unread(_ range: Range<Int>) { reading.unread.append(range) }

    private mutating func free(_ isHazard: Bool, _ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int) {
        if isClosedMode {
            // ランチ：… and the like end the list of closings; other words in it are closings that nobody knows.
            // 館内整理日（第4金曜）: the bracket says which.
            if phrases.next(at)?.isColon == true {
                isClosedMode = false
            } else if phrases.next(at)?.isDaysGroup == true {
                return
            } else {
                return unread(range)
            }
        }
        let before = phrases[..<at].last { !$0.isTopic && !$0.isSpace && !$0.isColon }
        if isHazard, before?.isHoursLabel != true { return unread(range) }
        reading.remarks.append(range)
        label = range
    }

    private mutating func absent(_ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int) {
        if isClosedMode, closingList.isEmpty {
            reading.isAlwaysOpen = true
        } else if speaksOfDays(phrases[..<at]) {
            unread(range)
        } else if let before = phrases[..<at].last(where: { !$0.isTopic && !$0.isSpace }),
            before.isFree || before.isRemark
        {
            reading.remarks.append(range)
        } else if !isClosedMode {
            unread(range)
        }
    }

    /// 土曜の延長保育は…: the words before go back to days without a break.
    private func speaksOfDays(_ before: ArraySlice<Phrase>) -> Bool {
        for phrase in before.reversed() {
            switch phrase.kind {
            case .days: return true
            case .topic, .free, .remark, .part, .separator(.space): continue
            default: return false
            }
        }
        return false
    }

    private mutating func irregular(_ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int) {
        if hoursLabelled, !isClosedMode,
            phrases[..<at].last(where: { !$0.isSeparator && !$0.isTopic })?.isHoursLabel == true
        {
            return
        }
        let before = phrases[..<at].last { !$0.isSeparator && !$0.isTopic && !$0.isColon }
        if let before, before.isFree || before.isAdditional, !reading.drafts.isEmpty {
            reading.additions.append(range)
        } else {
            reading.isUndatable = true
        }
    }

    private mutating func part(_ hours: TimeSpan?, _ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int) {
        guard isClosedMode, let last = reading.closings.indices.last, closingList.contains(last) || !closingList.isEmpty
        else { return }
        guard let hours else { return unread(range) }
        reading.closings[last].hours = hours
    }

    // MARK: Lists of days

    private struct Element {
        var phrase: DaysPhrase
        var range: Range<Int>
        /// How it is joined to the element before it.
        var join: Phrase.Separator
        var groups: [Phrase]

        /// 8月, and not 8月の毎日.
        var isPeriod: Bool {
            !phrase.any.isEmpty && !phrase.isRegular && !isSingleDates && phrase.any.allSatisfy(\.isPeriod)
        }
        /// 10/3、10/17
        var isSingleDates: Bool {
            phrase.lacksYear && phrase.any.allSatisfy { $0.season.map { $0.from == $0.to } ?? false }
        }
    }

    /// A list of days and what it is said of: meetings, closings, times.
    private mutating func list(_ phrases: ArraySlice<Phrase>, from start: Int, depth: Int) -> Int {
        var (elements, end, isAlternative) = collect(phrases, from: start)
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
        open(elements, range)
        return end
    }

    /// 第2日曜（1月は第3日曜）: in that period instead of the days named before.
    private mutating func override(
        _ elements: [Element], _ period: [Days], _ phrases: ArraySlice<Phrase>, _ end: Int, _ range: Range<Int>
    ) -> Int {
        var next = end
        while next < phrases.endIndex, phrases[next].isTopic || phrases[next].isSpace { next += 1 }
        let isAlso = next < phrases.endIndex && phrases[next].isAlso
        let times = reading.drafts.last?.times ?? []
        if !isAlso {
            for index in reading.drafts.indices
            where reading.drafts[index].selection.any.contains(where: { $0.mayMeet(period) }) {
                reading.drafts[index].selection.except.append(Selection(period))
            }
        }
        let count = reading.drafts.count
        open(elements, range)
        let hasTimes = next < phrases.endIndex && phrases[next].isTimes
        for index in reading.drafts.indices.dropFirst(count) where !hasTimes {
            reading.drafts[index].times = times
            reading.drafts[index].awaitsTimes = times.isEmpty
        }
        return next < phrases.endIndex && (phrases[next].isOnly || isAlso) ? next + 1 : end
    }

    /// 毎日 4月〜9月 6:00、10月〜3月 6:30: times by period, not days in a period.
    private mutating func periodsWithTimes(
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
    private func openingTail(_ elements: [Element], _ phrases: ArraySlice<Phrase>, _ end: Int) -> Int? {
        guard let tail = elements.lastIndex(where: { $0.join >= .space }), tail > 0 || !closingList.isEmpty else {
            return nil
        }
        let next = phrases[end...].first { !$0.isSpace && !$0.isColon && !$0.isTopic }
        return next?.isTimes == true ? tail : nil
    }

    /// 月〜金曜日 土曜日は要相談: what is said of the last days is not said of the first.
    private mutating func topicSplit(_ elements: [Element], _ phrases: ArraySlice<Phrase>, _ end: Int) -> Int? {
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

    private func collect(_ phrases: ArraySlice<Phrase>, from start: Int) -> ([Element], Int, Bool) {
        var elements: [Element] = []
        var at = start
        var join = Phrase.Separator.tight
        var end = start
        var isAlternative = false
        while at < phrases.endIndex {
            switch phrases[at].kind {
            case .days(let phrase):
                elements.append(Element(phrase: phrase, range: phrases[at].range, join: join, groups: []))
                join = .tight
                end = at + 1
            case .separator(let separator) where separator < .stop: join = max(join, separator)
            case .group(let inner) where inner.elaborates && !elements.isEmpty:
                elements[elements.count - 1].groups.append(phrases[at])
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
    private func closer(_ phrases: ArraySlice<Phrase>, at end: Int) -> (index: Int, phrase: Phrase)? {
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

    private func isClosedHours(_ phrases: ArraySlice<Phrase>, _ at: Int) -> Bool {
        phrases[(at + 1)...].first { !$0.isTopic && !$0.isSpace }?.isClosed == true
    }

    /// 定休日：火曜（7〜8月は無休）
    private mutating func exceptFromClosings(_ elements: [Element], _ range: Range<Int>) {
        for element in elements {
            guard let days = closingDays(element) else { return unread(element.range) }
            for index in closingList where index < reading.closings.count {
                reading.closings[index].selection.except.append(Selection(days))
            }
        }
    }

    // MARK: Meetings

    private mutating func open(_ elements: [Element], _ range: Range<Int>) {
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
    private mutating func restrictLast(to period: [Days]) -> Bool {
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
    private func openingDays(_ element: Element) -> [Days]? {
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
    private func daysWithin(_ phrase: DaysPhrase) -> [Days]? {
        guard let within = phrase.within else { return phrase.any }
        guard let season = season(of: within) else { return nil }
        return phrase.any.compactMap { $0.intersection(Days(season: season)) }
    }

    private func season(of named: DaysPhrase.NamedPeriod) -> Season? {
        let newYear = defaults.newYearDays
        switch named {
        case .newYear: return newYear
        case .yearEnd: return Season(from: newYear.from, to: MonthDay(12, 31))
        case .newYearStart: return Season(from: MonthDay(1, 1), to: newYear.to)
        case .obon: return defaults.obonDays
        case .season: return nil
        }
    }

    private func follow(_ following: DaysPhrase.Following, _ base: [Days]) -> [Days]? {
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
    private mutating func apply(_ groups: [Phrase], toDraft index: Int) {
        for group in groups {
            guard case .group(let inner) = group.kind else { continue }
            if let days = inner.soleDays {
                narrow(index, to: days, group.range)
            } else {
                for phrase in inner {
                    switch phrase.kind {
                    case .holidayCase(let found): move(found, draft: index, phrase.range)
                    case .frequency(let found):
                        frequency = (found, phrase.range)
                        checkFrequency(of: index)
                    default: break
                    }
                }
            }
        }
    }

    private mutating func narrow(_ index: Int, to phrase: DaysPhrase, _ range: Range<Int>) {
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

    private func isEveryOtherWeek(_ index: Int) -> Bool {
        if case .everyOtherWeek? = frequency?.0.unit { return true }
        return false
    }

    private mutating func only(_ elements: [Element], _ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int)
        -> Bool
    {
        guard !reading.drafts.isEmpty, !(phrases.next(at)?.isTimes ?? false), frequency == nil else { return false }
        if let before = phrases.previous(at), before.isFree { return false }
        let days = elements.flatMap(\.phrase.any)
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

    /// 祝日も開催: on holidays as on other days.
    private mutating func also(_ elements: [Element], _ range: Range<Int>) {
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
    private mutating func openInBracket(_ elements: [Element], _ range: Range<Int>, _ next: Int) -> Int {
        let days = elements.flatMap(\.phrase.any)
        if !closingList.isEmpty, let last = reading.closings.indices.last {
            for index in closingList.lowerBound...last {
                reading.closings[index].selection.move = Move(when: days, to: .nowhere)
            }
        } else if days == [.holidays], reading.drafts.last?.times.isEmpty == false {
            reading.statesHolidays = true
        } else {
            unread(range)
        }
        return next
    }

    // MARK: Closings

    private mutating func closeList(
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

    private enum Split {
        case at(Int)
        case ambiguous
    }

    /// 毎週火曜、祝日休み: the first part meets, the second is closed. 火曜、祝日休み may be either.
    private func split(_ elements: [Element], _ closer: Phrase) -> Split? {
        guard elements.count > 1, !closer.isClosedLabel, !closer.isFixedClosing(source) else { return nil }
        guard
            let index = elements.indices.dropFirst().first(where: { index in
                elements[index].join >= .comma && elements[index...].allSatisfy { !$0.phrase.isWeekly }
                    && elements[..<index].allSatisfy(\.phrase.isWeekly)
            })
        else { return nil }
        if elements[..<index].contains(where: \.phrase.isRegular) { return .at(index) }
        return reading.drafts.isEmpty && reading.leadingTimes.isEmpty ? .ambiguous : nil
    }

    private mutating func close(_ element: Element, impliesBase: Bool) {
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

    private mutating func narrowClosing(_ index: Int, to phrase: DaysPhrase, _ range: Range<Int>) {
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

    private mutating func closingDays(_ element: Element) -> [Days]? {
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
            guard let base = reading.drafts.last?.selection.any else { return nil }
            return follow(following, base)
        }
        guard let any = daysWithin(phrase), !any.isEmpty else { return nil }
        if any.contains(where: { $0.touches(defaults.newYearDays) }) { reading.statesNewYear = true }
        if any.contains(where: { $0.holiday == true }) { reading.statesHolidays = true }
        return any
    }

    // MARK: Holidays

    private mutating func holidayCase(_ found: HolidayCase, _ range: Range<Int>) {
        guard let subject = found.subject else {
            if let last = reading.closings.indices.last, !closingList.isEmpty,
                reading.closings[last].selection.any.allSatisfy(\.isWeekly)
            {
                return closingList.count == 1 ? move(found, closing: last, range) : unread(range)
            }
            guard let last = reading.drafts.indices.last else { return unread(range) }
            return move(found, draft: last, range)
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
    private mutating func moveClosedSubject(_ found: HolidayCase, _ subject: [Days], _ range: Range<Int>) {
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
            for index in reading.drafts.indices
            where reading.drafts[index].selection.any.allSatisfy({ $0.weekdays & subjectMask != 0 }) {
                guard reading.drafts[index].selection.any.allSatisfy({ $0.weekdays & ~subjectMask == 0 }) else {
                    return unread(range)
                }
                reading.drafts[index].selection.move = Move(when: found.when, to: destination)
            }
        default: unread(range)
        }
    }

    private mutating func move(
        _ found: HolidayCase, closing index: Int, _ range: Range<Int>, only subject: [Days]? = nil
    ) {
        // 月・火（火曜が祝日の場合は翌日）: one of the days only.
        let selection = reading.closings[index].selection
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

    private mutating func splitClosing(_ found: HolidayCase, _ index: Int, _ range: Range<Int>, _ subject: [Days]) {
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

    private mutating func move(_ found: HolidayCase, draft index: Int, _ range: Range<Int>) {
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
        if found.when.contains(where: { $0.holiday == true }) { reading.statesHolidays = true }
    }

    // MARK: Times

    private mutating func times(_ span: TimeSpan, _ phrases: ArraySlice<Phrase>, _ at: Int, depth: Int) -> Int {
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
    private func isAdjusting(_ elements: [Element], isTopic: Bool, depth: Int, _ phrases: ArraySlice<Phrase>, _ at: Int)
        -> Bool
    {
        let days = elements.flatMap(\.phrase.any)
        if elements.contains(where: { $0.phrase.named == .season }) { return true }
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

    private mutating func adjustTimes(
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
        adjust(elements, .replace(spans), range)
        return next
    }

    private mutating func adjust(_ elements: [Element], _ change: Adjustment.Change, _ range: Range<Int>) {
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
        // Other hours on holidays say that holidays are met; closing days say the contrary, and neither is a closing here.
        (reading.statesNewYear, _, reading.statesObon) = statedBefore
    }

    private mutating func adjustAll(_ change: Adjustment.Change, on selection: Selection = Selection([.every])) {
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

    private mutating func group(
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
        if !wasClosed, let last = reading.drafts.indices.last, closings < reading.closings.count,
            reading.closings[closings...].allSatisfy({ $0.hours == nil })
        {
            for closing in reading.closings[closings...] {
                reading.drafts[last].bracketed.append((closing.selection, closing.range))
            }
            reading.closings.removeSubrange(closings...)
        }
        closingList =
            closingList.lowerBound <= reading.closings.count ? closingList.lowerBound..<reading.closings.count : 0..<0
    }

    private mutating func bindLeadingTimes(to days: DaysPhrase, _ range: Range<Int>) {
        let element = Element(phrase: days, range: range, join: .tight, groups: [])
        guard let any = openingDays(element), let last = reading.leadingTimes.popLast() else { return unread(range) }
        if reading.leadingTimes.isEmpty { reading.leadingRange = nil }
        reading.drafts.append(Reading.Draft(selection: Selection(any), times: [last], range: range, awaitsTimes: false))
    }

    // MARK: Frequency

    private mutating func frequencyFound(
        _ found: Frequency, _ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int
    ) {
        reading.namesNoDates = true
        if isClosedMode { return unread(range) }
        settleFrequency()
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
    private mutating func checkFrequency(of index: Int) {
        guard let (found, range) = frequency, index < reading.drafts.count else { return }
        let any = reading.drafts[index].selection.any
        switch agreement(found, any) {
        case .agrees: frequency = nil
        case .open:
            if case .everyOtherWeek = found.unit, reading.drafts[index].isEveryOtherWeek == false { return }
            reading.drafts.remove(at: index)
            frequency = nil
            reading.additions.append(range)
        case .contradicts: break  // More days may follow: 週3回 火曜…、金曜…、日曜….
        }
    }

    private enum Agreement { case agrees, open, contradicts }

    private func agreement(_ found: Frequency, _ any: [Days]) -> Agreement {
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
            guard perMonth > 0 else { return found.count == nil && !found.isRough ? .agrees : .open }
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

    private mutating func settleFrequency() {
        guard let (found, range) = frequency else { return }
        frequency = nil
        if case .everyOtherWeek = found.unit {
            // Every other week from when?
            if let last = reading.drafts.indices.last { reading.drafts.remove(at: last) }
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

    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(source.scalars[range].compactMap(Unicode.Scalar.init)))
    }
}

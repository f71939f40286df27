/// From phrases to a reading: which days are meetings, which are closed, which times belong to which days.

struct Interpreter {
    let defaults: ScheduleDefaults
    let source: FoldedText
    var reading = Reading()

    /// A closing label governs what follows (定休日：…).
    var isClosedMode = false
    /// That label was 定休日 or its like.
    var isFixedClosing = false
    /// Closings of the list being read.
    var closingList: Range<Int> = 0..<0
    /// Drafts that the last times were given to.
    var group: [Int] = []
    var label: Range<Int>?
    var frequency: (Frequency, Range<Int>)?
    /// The text puts its times before their days.
    var isTimesFirst = false
    /// Each time before its days: 10:00〜12:00 火曜、13:00〜15:00 木曜.
    var timesPrecede = false
    var hoursLabelled = false
    var isInBracket = false
    /// Bare weekdays that free text follows without a break: 土曜クラブ.
    var nameLike: [Range<Int>] = []
    var statement = 0

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
        // 水曜会 毎週木曜: beside other days, a weekday grown together with a word is a name.
        if reading.drafts.count > 1 { reading.unread += nameLike }
    }

    /// Times first, days last: 10:00〜12:00 火曜.
    static func startsWithTimes(_ phrases: [Phrase]) -> Bool {
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
    static func endsWithDays(_ phrases: [Phrase]) -> Bool {
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

    mutating func walk(_ phrases: ArraySlice<Phrase>, depth: Int) {
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

    mutating func mark(_ phrase: Phrase, _ phrases: ArraySlice<Phrase>, _ at: Int, depth: Int) {
        let range = phrase.range
        switch phrase.kind {
        case .separator(.stop):
            if isClosedMode, closingList.isEmpty || isRestOfClosings(phrases, at) { break }
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
        case .otherThan, .impossibleTimes: unread(range)
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

    /// 休館日：月曜日。年末年始。
    func isRestOfClosings(_ phrases: ArraySlice<Phrase>, _ at: Int) -> Bool {
        guard let index = phrases[(at + 1)...].firstIndex(where: { !$0.isSpace }),
            case .days(let days) = phrases[index].kind,
            let named = days.named, named != .season
        else { return false }
        return phrases.next(index).map(\.isStop) ?? true
    }

    mutating func unread(_ range: Range<Int>) { reading.unread.append(range) }

    mutating func free(_ isHazard: Bool, _ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int) {
        if isClosedMode {
            // ランチ：… and the like end the list of closings; other words in it are closings that nobody knows.
            // 館内整理日（第4金曜）: the bracket says which.
            if phrases.next(at)?.isColon == true {
                isClosedMode = false
            } else if phrases.next(at)?.isDaysGroup == true {
                return
            } else if !isHazard, !closingList.isEmpty, at > phrases.startIndex, phrases[at - 1].isSpace {
                // 定休日 水曜　物販使用可: set off by a space, another matter.
                isClosedMode = false
            } else {
                return unread(range)
            }
        }
        let before = phrases[..<at].last { !$0.isTopic && !$0.isSpace && !$0.isColon }
        if isHazard, before?.isHoursLabel != true { return unread(range) }
        // (1) only counts.
        if range.count == 1, 0x30...0x39 ~= source.scalars[range.lowerBound] { return }
        reading.remarks.append(wholeWords(around: at, phrases))
        label = range
    }

    /// お昼すぎ, 変更になることがあります: words that the grammar knows and that touch free text belong to what it says.
    func wholeWords(around at: Int, _ phrases: ArraySlice<Phrase>) -> Range<Int> {
        var (first, last) = (at, at)
        while first > phrases.startIndex, phrases[first - 1].isWordOfRemarks { first -= 1 }
        while last + 1 < phrases.endIndex, phrases[last + 1].isWordOfRemarks { last += 1 }
        return phrases[first].range.lowerBound..<phrases[last].range.upperBound
    }

    mutating func absent(_ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int) {
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
    func speaksOfDays(_ before: ArraySlice<Phrase>) -> Bool {
        for phrase in before.reversed() {
            switch phrase.kind {
            case .days: return true
            case .topic, .free, .remark, .part, .separator(.space): continue
            default: return false
            }
        }
        return false
    }

    mutating func irregular(_ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int) {
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

    mutating func part(_ hours: TimeSpan?, _ range: Range<Int>, _ phrases: ArraySlice<Phrase>, _ at: Int) {
        guard isClosedMode, let last = reading.closings.indices.last, closingList.contains(last) || !closingList.isEmpty
        else { return }
        guard let hours else { return unread(range) }
        reading.closings[last].hours = hours
    }
}

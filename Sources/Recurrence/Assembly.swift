/// From a reading to rules and exclusions, with the checks that a sound schedule passes.

extension Reading {
    /// Adds what the 休み field with this index says.
    mutating func add(closings other: Reading, of field: Int) {
        closings += other.closings.map { closing in
            var closing = closing
            closing.field = field
            return closing
        }
        statesNewYear = statesNewYear || other.statesNewYear
        statesHolidays = statesHolidays || other.statesHolidays
        statesObon = statesObon || other.statesObon
        isUndatable = isUndatable || other.isUndatable
    }

    /// A piece of the schedule's own text, or of the 休み field with that index.
    typealias Piece = (range: Range<Int>, field: Int?)

    /// - Parameter fields: The texts of the 休み fields.
    func assembled(
        _ source: FoldedText, _ fields: [FoldedText]
    ) -> (rules: [Rule], exclusions: [Exclusion], unread: [Piece]) {
        var drafts = drafts
        var unread: [Piece] = []
        let whole = closings.filter { $0.hours == nil }
        let onlyHolidays = drafts.allSatisfy { $0.selection.any == [.holidays] }
        if !drafts.isEmpty, onlyHolidays, unreadPiecesAllow, whole.contains(where: \.impliesOtherDays) {
            drafts.insert(
                Draft(
                    selection: Selection([.every]), times: leadingTimes, adjustments: baseAdjustments,
                    range: drafts[0].range), at: 0)
        } else if drafts.isEmpty, additions.isEmpty, unreadPiecesAllow,
            isAlwaysOpen || whole.contains(where: \.impliesOtherDays)
        {
            drafts = [
                Draft(
                    selection: Selection([.every]), times: leadingTimes, adjustments: baseAdjustments,
                    range: leadingRange ?? 0..<source.scalars.count)
            ]
        } else if let leadingRange, !drafts.isEmpty, drafts.allSatisfy({ !$0.times.isEmpty }),
            isAlwaysOpen || whole.contains(where: \.impliesOtherDays)
        {
            drafts.insert(
                Draft(
                    selection: Selection([.every]), times: leadingTimes, adjustments: baseAdjustments,
                    range: leadingRange), at: 0)
        } else if !leadingTimes.isEmpty, !drafts.isEmpty {
            let untimed = drafts.indices.filter { drafts[$0].times.isEmpty }
            for index in untimed { drafts[index].times = leadingTimes }
            if untimed.isEmpty, let leadingRange { unread.append((leadingRange, nil)) }
        }
        // 4月〜9月 9:00〜、10月〜3月 10:00〜 毎週月曜: the hours of days that are named after them.
        if drafts.count == self.drafts.count, let range = baseAdjustmentRange {
            let waiting = drafts.indices.filter { drafts[$0].times.isEmpty || drafts[$0].times == leadingTimes }
            for index in waiting { drafts[index].adjustments = baseAdjustments + drafts[index].adjustments }
            if waiting.count < drafts.count { unread.append((range, nil)) }
        }
        for closing in closings {
            guard let hours = closing.hours else { continue }
            for index in drafts.indices {
                drafts[index].adjustments.append(Adjustment(selection: closing.selection, change: .without(hours)))
            }
        }
        let last = drafts.lastIndex { !$0.isOverride } ?? drafts.startIndex
        let isLocal = drafts[..<last].contains { !$0.bracketed.isEmpty }
        var exclusions = whole.map { closing in
            let text = closing.field.map { fields[$0] } ?? source
            return Exclusion(selection: closing.selection.withDatesTogether, source: text.utf8(closing.range))
        }
        for index in drafts.indices {
            let bracketed = drafts[index].bracketed
            if isLocal {
                drafts[index].selection.except += bracketed.map(\.selection)
            } else if index == last {
                exclusions += bracketed.map { Exclusion(selection: $0.selection, source: source.utf8($0.range)) }
            }
        }
        unread += doubts(drafts, whole)
        let rules = merged(drafts).map {
            Rule(
                selection: $0.selection, times: $0.times, adjustments: $0.adjustments, label: $0.label,
                source: source.utf8($0.range))
        }
        return (rules, exclusions, unread)
    }

    /// Days with the same times beside each other are one rule: 第1火曜と第3木曜 10:00〜.
    private func merged(_ drafts: [Draft]) -> [Draft] {
        var merged: [Draft] = []
        for var draft in drafts {
            draft.adjustments.removeAll { !draft.selection.mayMeet($0) }
            if let last = merged.last, last.times == draft.times, last.adjustments == draft.adjustments,
                last.label == draft.label, last.statement == draft.statement,
                last.selection.except.isEmpty, draft.selection.except.isEmpty, last.selection.move == nil,
                draft.selection.move == nil
            {
                merged[merged.count - 1].selection.any += draft.selection.any.filter {
                    !last.selection.any.contains($0)
                }
                merged[merged.count - 1].range =
                    last.range.lowerBound..<max(last.range.upperBound, draft.range.upperBound)
            } else {
                merged.append(draft)
            }
        }
        return merged.map { draft in
            var draft = draft
            draft.selection.any = draft.selection.any.withDatesTogether
            return draft
        }
    }

    /// 定休日 alone says that the other days are open; not beside words that nobody understood.
    private var unreadPiecesAllow: Bool { unread.isEmpty && !isUndatable }

    /// Signs that the text was written with other days in mind than were read.
    private func doubts(_ drafts: [Draft], _ closings: [Closing]) -> [Piece] {
        guard !drafts.isEmpty else { return [] }
        var doubts: [Piece] = []
        let days = drafts.flatMap(\.selection.any)
        let openWeekdays = days.reduce(UInt8(0)) {
            $0 | ($1.weekdays == 0 && $1.holiday != true ? Days.allWeekdays : $1.weekdays)
        }
        let everyWeek = days.reduce(UInt8(0)) {
            $0 | ($1.weeks != 0 || $1.holiday == true ? 0 : $1.weekdays == 0 ? Days.allWeekdays : $1.weekdays)
        }
        for closing in closings where closing.selection.any.contains(where: \.isWeekly) {
            // 第3土は… 第3火曜休: Tuesdays must be open, but nothing says so.
            if closing.selection.any.contains(where: { $0.weeks != 0 && $0.weekdays & openWeekdays == 0 }) {
                doubts.append((closing.range, closing.field))
            }
        }
        let labelled = closings.filter { $0.isLabelled && $0.selection.any.contains { $0.isWeekly && $0.weeks == 0 } }
        if !labelled.isEmpty {
            let closedWeekdays = labelled.flatMap(\.selection.any).reduce(UInt8(0)) {
                $0 | ($1.weeks == 0 ? $1.weekdays : 0)
            }
            if everyWeek | closedWeekdays != Days.allWeekdays {
                doubts.append((labelled[0].range, labelled[0].field))
            }
        }
        // 祝日は開館: and the other days?
        if days.allSatisfy({ $0.holiday == true && $0.weekdays == 0 }) {
            doubts.append((drafts[0].range, nil))
        }
        return doubts
    }
}

extension FoldedText {
    func utf8(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }
}

extension Selection {
    /// Whether an adjustment may concern any of these days: other hours on Saturdays do not concern Mondays.
    func mayMeet(_ adjustment: Adjustment) -> Bool {
        func mask(_ any: [Days]) -> UInt8 { any.reduce(0) { $0 | ($1.isWeekly ? $1.weekdays : Days.allWeekdays) } }
        return move != nil || adjustment.selection.move != nil || mask(any) & mask(adjustment.selection.any) != 0
    }

    var withDatesTogether: Selection {
        var selection = self
        selection.any = any.withDatesTogether
        return selection
    }
}

extension [Days] {
    /// Single dates as one set of them.
    var withDatesTogether: [Days] {
        let isDates = map { !$0.dates.isEmpty && $0 == Days(dates: $0.dates) }
        guard isDates.filter({ $0 }).count > 1, let first = isDates.firstIndex(of: true) else { return self }
        let dates = zip(self, isDates).filter(\.1).flatMap(\.0.dates)
        var rest: [Days] = []
        for (index, days) in enumerated() {
            if index == first {
                rest.append(Days(dates: Set(dates).sorted()))
            } else if !isDates[index] {
                rest.append(days)
            }
        }
        return rest
    }
}

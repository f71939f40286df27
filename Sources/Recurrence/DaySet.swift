/// Which days of a run satisfy a condition: a bit for each.
struct DaySet {
    private var words: [UInt64]

    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    /// - Parameter run: days that follow one another.
    init(_ run: [DayFacts], where isIn: (DayFacts) -> Bool) {
        self.init(count: run.count)
        for (index, facts) in run.enumerated() where isIn(facts) { words[index >> 6] |= 1 << UInt64(index & 63) }
    }

    /// The days of a run that a selection names. Condition by condition, not day by day: each is looked up once.
    init(_ selection: Selection, in run: [DayFacts], _ calendar: HolidayCalendar) {
        guard selection.move == nil else {
            self.init(run) { selection.contains($0, calendar) }
            return
        }
        self.init(count: run.count)
        for days in selection.any { formUnion(DaySet(run) { days.contains($0, calendar) }) }
        for selection in selection.except { subtract(DaySet(selection, in: run, calendar)) }
    }

    func contains(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func formUnion(_ other: DaySet) { for index in words.indices { words[index] |= other.words[index] } }

    mutating func subtract(_ other: DaySet) { for index in words.indices { words[index] &= ~other.words[index] } }

    func forEachIndex(_ body: (Int) -> Void) {
        for (number, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(number << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}

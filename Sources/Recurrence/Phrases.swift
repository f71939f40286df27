/// What the grammar finds in a text: phrases in order, brackets as groups of phrases.

struct Phrase {
    enum Kind {
        case days(DaysPhrase)
        case times(TimeSpan)
        /// 15:00〜13:00: it would end before it begins.
        case impossibleTimes
        /// 17:00まで
        case until(Time)
        /// 午前, 午後 without a number; nil for 昼, 夜, 夕方 whose hours nobody knows.
        case part(TimeSpan?)
        case forenoonOnly
        case frequency(Frequency)
        case holidayCase(HolidayCase)
        case group([Phrase])
        case closed
        /// なし, ありません
        case absent
        /// 定休日：; or only 休み：, which need not be the weekly closing day.
        case closedLabel(isFixed: Bool)
        case except
        /// 以外: closed on those days, and open on the others.
        case otherThan
        case open
        case openLabel
        case hoursLabel
        case noClosing
        case only
        case also
        case topic
        case regardless
        case irregular
        case irregularClosing
        case suspended
        case alternative
        case additional
        case principle
        case session
        case colon
        case separator(Separator)
        case remark
        /// 雨天, 荒天時 without saying what then.
        case weather
        case free(isHazard: Bool)
    }
    /// How strongly two phrases are kept apart.
    enum Separator: Int, Comparable {
        case tight, comma, space, stop
        static func < (left: Separator, right: Separator) -> Bool { left.rawValue < right.rawValue }
    }
    var kind: Kind
    /// Scalars of the text.
    var range: Range<Int>
}

/// Days as one phrase names them.
struct DaysPhrase {
    var any: [Days]
    /// 毎週, 毎月 or 第: said as the days on which something regularly takes place.
    var isRegular = false
    /// 第3 without a weekday.
    var lacksWeekday = false
    /// 第1火曜・木曜: is the second of them also the first of the month?
    var isAmbiguous = false
    /// 8月は第1水曜: what holds in that period instead of the rest.
    var overridesPeriod: [Days] = []
    /// 10/3 without its year.
    var lacksYear = false
    /// The weekday written beside a date, to check it.
    var statedWeekdays: [(index: Int, weekday: Weekday, isEnd: Bool)] = []
    /// その直後の木曜: counted from the days named before.
    var following: Following?
    /// 年末年始, お盆, 冬期: whose days others say.
    var named: NamedPeriod?
    /// お盆期間の土日: the days are those in a period whose days others say.
    var within: NamedPeriod?

    enum Following {
        case next(Weekday)
        case nextWeek(Weekday)
        case days(Int)
    }
    enum NamedPeriod { case newYear, yearEnd, newYearStart, obon, season }
}

/// How often, without saying when (月2回).
struct Frequency {
    enum Unit {
        case week, month, year
        case months(Int)
        case everyOtherWeek, everyOtherMonth, unspecified
    }
    var unit: Unit
    /// Nil: not said, or a range (1〜2回).
    var count: Int?
    var isRough = false
}

/// 月曜日が祝日の場合は翌平日.
struct HolidayCase {
    enum Consequence {
        case open
        case closed
        /// `isClosing`: the word 休 stands with it (翌日休).
        case move(Move.Destination, isClosing: Bool)
        case unknown
    }
    /// 月曜日が; nil where the case stands behind the days it speaks of.
    var subject: [Days]?
    var when: [Days]
    var consequence: Consequence
}

/// Japan's national holidays of one year, by the Act on National Holidays (国民の祝日に関する法律, 1948 No. 178)
/// with its amendments and the acts that made single days holidays.

/// The days and names of a year's holidays (祝日・休日), in order. Empty before 1948.
func nationalHolidays(of year: Int) -> [Holiday] {
    var holidays = namedHolidays(of: year)
    let named = holidays.map(\.day)
    for day in named where day.weekday == .sunday {
        if let substitute = substitute(for: day, among: named) {
            holidays.append(Holiday(day: substitute, name: "振替休日"))
        }
    }
    for day in named where isBetweenHolidays(day + 1, among: named) && !holidays.contains(where: { $0.day == day + 1 })
    {
        holidays.append(Holiday(day: day + 1, name: "国民の休日"))
    }
    return holidays.sorted { $0.day < $1.day }
}

/// Since 12 April 1973 the day after a holiday on a Sunday is free; since 2007 the next day that is no holiday itself.
private func substitute(for sunday: Day, among named: [Day]) -> Day? {
    guard sunday >= substitutesLaw else { return nil }
    var day = sunday + 1
    if sunday.year >= 2007 {
        while named.contains(day) { day = day + 1 }
    }
    return named.contains(day) ? nil : day
}

/// Since 27 December 1985 a day between two holidays is free; until 2006 not when it was a Sunday.
private func isBetweenHolidays(_ day: Day, among named: [Day]) -> Bool {
    guard named.contains(day + 1), day >= daysBetweenLaw, !named.contains(day) else { return false }
    return named.contains(day - 1) && (day.year >= 2007 || day.weekday != .sunday)
}

private let substitutesLaw = Day.first(ofMonth: 4, in: 1973) + 11
private let daysBetweenLaw = Day.first(ofMonth: 12, in: 1985) + 26

private func namedHolidays(of year: Int) -> [Holiday] {
    guard year >= 1948 else { return [] }
    var list: [Holiday] = []
    list.reserveCapacity(24)
    func add(_ years: PartialRangeFrom<Int>, _ month: Int, _ day: Int, _ name: String) {
        if years.contains(year) {
            list.append(Holiday(day: Day.first(ofMonth: month, in: year) + (day - 1), name: name))
        }
    }
    func add(_ years: ClosedRange<Int>, _ month: Int, _ day: Int, _ name: String) {
        if years.contains(year) { add(years.lowerBound..., month, day, name) }
    }
    func monday(_ nth: Int, of month: Int) -> Int {
        let first = Day.first(ofMonth: month, in: year)
        return 1 + first.weekday.daysUntil(.monday) + (nth - 1) * 7
    }
    /// For the Olympic Games, held a year late.
    func moved(_ first: Int, _ second: Int) -> Int? { year == 2020 ? first : year == 2021 ? second : nil }
    let olympic = year == 2020 || year == 2021

    add(1949..., 1, 1, "元日")
    add(1949...1999, 1, 15, "成人の日")
    add(2000..., 1, monday(2, of: 1), "成人の日")
    add(1967..., 2, 11, "建国記念の日")
    add(2020..., 2, 23, "天皇誕生日")
    add(1949..., 3, vernalEquinox(of: year), "春分の日")
    add(1949...1988, 4, 29, "天皇誕生日")
    add(1989...2006, 4, 29, "みどりの日")
    add(2007..., 4, 29, "昭和の日")
    add(1949..., 5, 3, "憲法記念日")
    add(2007..., 5, 4, "みどりの日")
    add(1949..., 5, 5, "こどもの日")
    add(1996...2002, 7, 20, "海の日")
    add(2003..., 7, moved(23, 22) ?? monday(3, of: 7), "海の日")
    add(2016..., 8, moved(10, 8) ?? 11, "山の日")
    add(1966...2002, 9, 15, "敬老の日")
    add(2003..., 9, monday(3, of: 9), "敬老の日")
    add(1948..., 9, autumnalEquinox(of: year), "秋分の日")
    add(1966...1999, 10, 10, "体育の日")
    add(2000...2019, 10, monday(2, of: 10), "体育の日")
    add(2020..., olympic ? 7 : 10, moved(24, 23) ?? monday(2, of: 10), "スポーツの日")
    add(1948..., 11, 3, "文化の日")
    add(1948..., 11, 23, "勤労感謝の日")
    add(1989...2018, 12, 23, "天皇誕生日")

    add(1959...1959, 4, 10, "皇太子明仁親王の結婚の儀")
    add(1989...1989, 2, 24, "昭和天皇の大喪の礼")
    add(1990...1990, 11, 12, "即位礼正殿の儀")
    add(1993...1993, 6, 9, "皇太子徳仁親王の結婚の儀")
    add(2019...2019, 5, 1, "天皇の即位の日")
    add(2019...2019, 10, 22, "即位礼正殿の儀")
    return list
}

/// The equinoxes' day of the month in Japan, good for 1900–2150: the well-known linear formula from
/// 海上保安庁水路部 暦計算研究会編『新こよみ便利帳』(1991); the law fixes the day by the official almanac of the year before.
private func vernalEquinox(of year: Int) -> Int {
    equinox(of: year, until1979: 20.8357, until2099: 20.8431, after: 21.8510)
}

private func autumnalEquinox(of year: Int) -> Int {
    equinox(of: year, until1979: 23.2588, until2099: 23.2488, after: 24.2488)
}

private func equinox(of year: Int, until1979 early: Double, until2099 middle: Double, after late: Double) -> Int {
    let drift = 0.242194 * Double(year - 1980)
    switch year {
    case ...1979: return Int(early + drift) - (year - 1983) / 4
    case ...2099: return Int(middle + drift - Double((year - 1980) / 4))
    default: return Int(late + drift - Double((year - 1980) / 4))
    }
}

import Testing

@testable import Recurrence

/// What is said besides the days: closed, instead, only. Each text with the sentence that it comes to.
struct ExceptionTests {
    private func sentence(_ text: String, closed: [String] = []) -> String {
        let schedule = Schedule(reading: text, closed: closed, defaults: RoundTripTests.defaults)
        return schedule.status == .exact ? schedule.sentence(in: .japanese) : ""
    }

    /// Who closes on every Tuesday need not name the third.
    @Test(arguments: [
        ("毎週火曜、第3火曜は休み", "毎週火曜日（毎月 第3火曜日は休み）"),
        ("毎週水曜日、第5水曜日は休み", "毎週水曜日（毎月 第5水曜日は休み）"),
        ("火・金曜 第3金曜休み", "毎週火・金曜日（毎月 第3金曜日は休み）"),
        ("月〜金 第3水曜休み 9:00〜16:00", "毎週月〜金曜日 09:00–16:00（毎月 第3水曜日は休み）"),
        ("毎日 第3水曜休み 9:00〜16:00", "毎日 09:00–16:00（毎月 第3水曜日は休み）"),
        ("毎日、祝日休み", "毎日（祝日は休み）"),
        ("月〜金、水曜休み 9:00〜16:00", "毎週月〜金曜日 09:00–16:00（毎週水曜日は休み）"),
        ("毎週火曜、第3火曜、祝日は休み", "毎週火曜日（毎月 第3火曜日は休み。祝日は休み）"),
        ("毎週火曜、第3火曜は除く", "毎週火曜日（毎月 第3火曜日は休み）"),
        ("月曜・第3火曜休み", "毎日（毎週月曜日は休み。毎月 第3火曜日は休み）"),
    ])
    func ofDaysNamedTwiceTheFirstMeet(text: String, expected: String) {
        #expect(sentence(text) == expected)
    }

    @Test(arguments: ["毎週火曜・第3火曜は休み", "毎週火曜、第3火曜、木曜は休み", "毎週火曜、第1木曜は除く"])
    func whatMayBeClosedOrNotIsTold(text: String) {
        let schedule = Schedule(reading: text)
        #expect(!schedule.hasDates)
        #expect(!schedule.unread.isEmpty)
    }

    /// 日 and 月 behind の are the day and the month of something, not Sunday and Monday.
    @Test(arguments: [
        "毎週月曜（ゴミの日を除く）", "毎週月曜（総会の日以外）", "毎週月曜（誕生会の月は休み）", "毎週月曜（ぞろ目の日）", "毎週月曜（敬老の日は休み）",
    ])
    func theDayOfSomethingIsNoWeekday(text: String) {
        let schedule = Schedule(reading: text)
        #expect(!schedule.hasDates)
        #expect(!schedule.unread.isEmpty)
        #expect(!schedule.rules.contains { $0.selection.any.contains { $0.weekdays == Days.bit(.sunday) } })
        #expect(schedule.exclusions.isEmpty)
    }

    /// 15 May 2027 is a Saturday, 15 August a Sunday.
    @Test(arguments: [
        "毎月15日（土日祝の場合は翌平日）", "毎月15日（土日祝日の場合は翌平日、8月は休み）", "毎月15日 10:00〜（土日祝の場合は翌平日）",
        "毎月15日（土曜日、日曜日、祝日の場合は翌平日）",
    ])
    func saturdaysAndSundaysInOneWordWithHolidays(text: String) throws {
        let schedule = Schedule(reading: text)
        let first = try #require(Day(iso: "2027-05-01"))
        #expect(schedule.status == .exact)
        #expect(schedule.occurrences(from: first, to: first + 30).map(\.day.iso) == ["2027-05-17"])
    }

    @Test(arguments: [
        "毎月15日（土日祝の場合は前日）", "毎月15日（日曜が祝日の場合は翌日）", "毎月15日 10:00〜（日曜が祝日の場合は翌日）", "火・金（火曜が祝日の場合は翌日）",
        "毎週土曜（土日祝の場合は翌平日）",
    ])
    func aMoveThatIsNotUnderstoodIsTold(text: String) {
        let schedule = Schedule(reading: text)
        #expect(!schedule.hasDates)
        #expect(!schedule.unread.isEmpty)
    }

    @Test(arguments: [
        (
            "第1土曜 10:00〜12:00（5月は第2土曜、8月は休み）",
            "毎月 第1土曜日（5月は休み） 10:00–12:00。5月の第2土曜日 10:00–12:00。休み：8月"
        ),
        ("第1金曜（12月は第2金曜 8月休み）", "毎月 第1金曜日（12月は休み）。12月の第2金曜日。休み：8月"),
        ("第1水曜日（1月のみ第2水曜日、8月は休会）", "毎月 第1水曜日（1月は休み）。1月の第2水曜日。休み：8月"),
        ("第1・3月曜（1月は第2・4月曜／8月は休み）", "毎月 第1・第3月曜日（1月は休み）。1月の第2・第4月曜日。休み：8月"),
        (
            "第1土曜 10:00〜（1月は第2土曜、5月は第3土曜）",
            "毎月 第1土曜日（1月は休み。5月は休み） 10:00–。1月の第2土曜日と5月の第3土曜日 10:00–"
        ),
        (
            "第1・3月曜 10:00〜 ただし、1月は第2・4月曜、5月は第3月曜のみ",
            "毎月 第1・第3月曜日（1月は休み。5月は休み） 10:00–。1月の第2・第4月曜日と5月の第3月曜日 10:00–"
        ),
        ("第2水曜日、1月は第3水曜日", "毎月 第2水曜日（1月は休み）。1月の第3水曜日"),
        (
            "第1土曜（5月は第2土曜、祝日の場合は翌週）",
            "毎月 第1土曜日（5月は休み。祝日の場合は翌週）。5月の第2土曜日（祝日の場合は翌週）"
        ),
        ("4〜9月は火曜、10〜3月は土曜 10:00〜", "4・5・6・7・8・9月の毎週火曜日と1・2・3・10・11・12月の毎週土曜日 10:00–"),
    ])
    func eachExceptionHoldsInItsMonths(text: String, expected: String) {
        #expect(sentence(text) == expected)
    }

    @Test func whichMonthsTheLastDaysBelongToIsNotGuessed() {
        #expect(!Schedule(reading: "第1土曜（1月は第2土曜、第4土曜）").hasDates)
    }

    @Test(arguments: [
        ("毎週火曜（祝日と祝日の翌日は休み）", "毎週火曜日（祝日は休み。祝日の翌日は休み）"),
        ("毎週火曜（祝日・祝日の翌日は休み）", "毎週火曜日（祝日は休み。祝日の翌日は休み）"),
        ("毎週火曜（祝日とその翌日は休み）", "毎週火曜日（祝日は休み。祝日の翌日は休み）"),
        ("毎週火曜（前日が祝日の場合は休み）", "毎週火曜日（祝日の翌日は休み）"),
        ("毎週火曜（翌日が祝日の場合は休み）", "毎週火曜日（祝日の前日は休み）"),
        ("毎週月曜（祝・休日の翌日は休み）", "毎週月曜日（祝日の翌日は休み）"),
    ])
    func holidaysAndTheDaysBesideThem(text: String, expected: String) {
        #expect(sentence(text) == expected)
    }

    @Test func theFieldForClosedDaysNamesHolidaysAndTheDaysAfterThem() {
        for field in ["祝日と祝日の翌日", "祝日およびその翌日"] {
            #expect(sentence("毎週火曜", closed: [field]) == "毎週火曜日（祝日は休み。祝日の翌日は休み）")
        }
    }

    @Test(arguments: ["毎週火曜（前日が祝日の場合は翌日）", "毎週火曜（前々日が祝日の場合は休み）"])
    func aHolidayBesideTheDayIsNotTheDay(text: String) {
        #expect(!Schedule(reading: text).hasDates)
    }

    @Test(arguments: [
        ("毎週火曜・木曜 10:00〜12:00（木曜は第2・4のみ）", "毎週火曜日と毎月 第2・第4木曜日 10:00–12:00"),
        ("月〜土 9:00〜12:00（土曜は第1・3のみ）", "毎週月〜金曜日と毎月 第1・第3土曜日 09:00–12:00"),
        ("毎週火曜・木曜（木曜は第2・4木曜のみ）", "毎週火曜日と毎月 第2・第4木曜日"),
        ("月〜金 8:00〜18:00、土曜は第1・3のみ", "毎週月〜金曜日 08:00–18:00。毎月 第1・第3土曜日"),
        ("土曜日は第1、第3のみ利用可能", "毎月 第1・第3土曜日"),
        (
            "毎月第2月曜 10:00〜（1月と10月は祝日のため第3月曜）",
            "毎月 第2月曜日（1・10月は休み） 10:00–。1・10月の第3月曜日 10:00–"
        ),
        ("毎月第2月曜（1月は祝日のため休み）", "毎月 第2月曜日（1月は休み）"),
    ])
    func whatIsSaidOfSomeDaysLeavesTheOthers(text: String, expected: String) {
        #expect(sentence(text) == expected)
    }

    @Test(arguments: [
        "第1日曜（1月は1月10日、8月は休み）", "第1・3土曜、第3土曜は8月休み", "水曜、第2・第4水曜のみ 9:00〜",
        "毎週火曜・木曜（第2・4木曜のみ）", "毎週火曜（木曜は第2・4のみ）",
    ])
    func whetherTheOtherDaysFallAwayIsNotGuessed(text: String) {
        #expect(!Schedule(reading: text).hasDates)
    }

    @Test(arguments: [
        ("4月〜9月 9:00〜、10月〜3月 10:00〜 毎週月曜", "毎週月曜日（4・5・6・7・8・9月は09:00–。1・2・3・10・11・12月は10:00–）"),
        ("夏（4〜9月）6:00〜 冬（10〜3月）6:30〜 毎日", "毎日（4・5・6・7・8・9月は06:00–。1・2・3・10・11・12月は06:30–）"),
    ])
    func hoursBeforeTheirDays(text: String, expected: String) {
        #expect(sentence(text) == expected)
    }

    @Test(arguments: [
        ("毎週土曜 15:00〜13:00", "15:00〜13:00"), ("毎週土曜 15時から13時まで", "15時から13時まで"),
        ("営業時間：15:00〜13:00 毎週土曜", "15:00〜13:00"), ("4月〜9月 9:00〜、10月〜3月 10:00〜 毎週月曜 13:00〜", "4月〜9月 9:00〜"),
    ])
    func hoursThatCannotBeAreTold(text: String, piece: String) {
        let schedule = Schedule(reading: text)
        #expect(!schedule.hasDates)
        #expect(schedule.unread.contains { $0.text.hasPrefix(piece) })
    }

    @Test func hoursMayEndOnTheNextDay() {
        #expect(sentence("毎週土曜 19:00〜1:00") == "毎週土曜日 19:00–25:00")
        #expect(Schedule(reading: "毎週土曜 22:00〜午前2:00").hasDates)
    }

    @Test(arguments: ["毎週月曜（再開未定）", "毎週月曜 10:00〜（月4回）", "毎週月曜（月4回）", "毎週月・水曜 10:00〜（週1回）"])
    func lessThanTheDaysNamedGivesNoDates(text: String) {
        #expect(!Schedule(reading: text).hasDates)
    }

    /// Never a piece of a word.
    @Test(arguments: [
        ("毎週月曜 お昼すぎ", ["お昼すぎ"]), ("毎週月曜（変更になることがあります）", ["変更になることがあります"]), ("毎週月曜 早朝6時半", []),
    ])
    func remarksAreWholePhrases(text: String, remarks: [String]) {
        let schedule = Schedule(reading: text)
        #expect(schedule.status == .exact)
        #expect(schedule.remarks == remarks)
    }
}

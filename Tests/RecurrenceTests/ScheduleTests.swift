import Testing

@testable import Recurrence

/// What a schedule promises, one promise a test.
struct ScheduleTests {
    private func days(
        _ text: String, closed: [String] = [], from: String, to: String, _ defaults: ScheduleDefaults = .init()
    ) throws -> [String] {
        let schedule = Schedule(reading: text, closed: closed, defaults: defaults)
        return schedule.occurrences(from: try #require(Day(iso: from)), to: try #require(Day(iso: to))).map {
            $0.day.iso + ($0.needsConfirmation ? "?" : "")
        }
    }

    /// The 29th of February is in leap years alone, and never the 28th.
    @Test func aDayThatAYearDoesNotHave() throws {
        #expect(
            try days("2月29日 10:00", from: "2026-01-01", to: "2028-12-31", .init(editionYear: 2026)) == ["2028-02-29"])
        #expect(try days("2028年2月29日 10:00", from: "2026-01-01", to: "2028-12-31") == ["2028-02-29"])
        for text in ["2026年2月29日 10:00", "2026年 2月29日", "2026年2月30日", "令和8年2月29日"] {
            #expect(!Schedule(reading: text).hasDates, "\(text)")
        }
    }

    @Test func whatTheTextDoesNotSayAboutTheNewYearIsAskedFirst() throws {
        #expect(try days("毎週火曜", from: "2026-12-22", to: "2027-01-06") == ["2026-12-22", "2026-12-29?", "2027-01-05"])
        #expect(try days("毎週火曜（年末年始は休み）", from: "2026-12-22", to: "2027-01-06") == ["2026-12-22", "2027-01-05"])
        #expect(try days("年中無休", from: "2026-12-31", to: "2027-01-01") == ["2026-12-31", "2027-01-01"])
        #expect(try days("2026年12月29日", from: "2026-12-01", to: "2027-01-06") == ["2026-12-29"])
    }

    /// What readers must be told besides: where it holds for a text, and nowhere else.
    @Test func whatTheGuideClosesUnsaid() {
        var defaults = ScheduleDefaults(editionYear: 2026)
        (defaults.holidays, defaults.newYear, defaults.obon) = (.closed, .closed, .closed)
        func unsaid(_ text: String, closed: [String] = []) -> [Bool] {
            let unsaid = Schedule(reading: text, closed: closed, defaults: defaults).closedUnsaid
            return [unsaid.holidays, unsaid.newYear, unsaid.obon]
        }
        #expect(unsaid("毎週水曜日") == [true, true, true])
        #expect(unsaid("毎週水曜日（祝日・年末年始は休み）") == [false, false, true])
        #expect(unsaid("毎週水曜日", closed: ["お盆"]) == [true, true, false])
        #expect(unsaid("8月の毎週水曜日") == [true, false, true])
        #expect(unsaid("2026年10月3日 10:00") == [true, false, false])
        #expect(unsaid("月1回") == [false, false, false])
        #expect(!Schedule(reading: "毎週水曜日", defaults: defaults).leavesNewYearOpen)
        #expect(Schedule(reading: "毎週水曜日").leavesNewYearOpen)
        #expect(!Schedule(reading: "毎週水曜日（年末年始は休み）").leavesNewYearOpen)
        #expect(!Schedule(reading: "8月の毎週水曜日").leavesNewYearOpen)
    }

    /// What a reader is shown where kayoi does not say it in its own words.
    @Test func whatIsWrittenHasTheClosingsToo() {
        #expect(Schedule(reading: "第1・3火曜日", closed: ["8月", "祝日"]).written == "第1・3火曜日（休み：8月、祝日）")
        #expect(Schedule(reading: "月1回", closed: ["雨の日"]).written == "月1回（休み：雨の日）")
        #expect(Schedule(reading: "第1・3火曜日", closed: ["", " "]).written == "第1・3火曜日")
    }

    @Test func theGuideSaysWhatTextsDoNot() throws {
        var defaults = ScheduleDefaults()
        defaults.holidays = .closed
        defaults.newYear = .closed
        defaults.obon = .closed
        #expect(
            try days("毎週月曜", from: "2027-01-01", to: "2027-01-31", defaults) == [
                "2027-01-04", "2027-01-18", "2027-01-25",
            ])
        #expect(
            try days("毎週月曜（祝日も開催）", from: "2027-01-04", to: "2027-01-17", defaults) == ["2027-01-04", "2027-01-11"])
        #expect(try days("毎日", from: "2027-08-12", to: "2027-08-17", defaults) == ["2027-08-12", "2027-08-17"])
    }

    @Test func theFieldForClosedDaysRestrictsTheSchedule() throws {
        #expect(
            try days("毎週月曜", closed: ["祝日", "8月"], from: "2027-07-12", to: "2027-09-06") == [
                "2027-07-12", "2027-07-26", "2027-09-06",
            ])
        #expect(
            try days("10:00〜12:00", closed: ["火曜日"], from: "2026-12-07", to: "2026-12-09") == [
                "2026-12-07", "2026-12-09",
            ])
        // The field may be longer than the schedule; what it says stands in it, and not in the schedule.
        let field = "8月と祝日と年末年始"
        let long = Schedule(reading: "火曜", closed: [field])
        #expect(long.status == .exact)
        #expect(long.exclusions.map { field.slice($0.source) } == ["8月", "祝日", "年末年始"])
        let doubtful = Schedule(reading: "月曜", closed: ["1月と2月と第3火曜日"])
        #expect(doubtful.unread.map(\.text) == ["第3火曜日"])
        let schedule = Schedule(reading: "毎週月曜", closed: ["祝日", "農繁期"])
        #expect(schedule.status == .partial && !schedule.hasDates)
        #expect(schedule.unread.map(\.closedField) == [1])
        #expect(schedule.unread.map(\.text) == ["農繁期"])
    }

    @Test func aDateWithoutAYearBelongsToTheEdition() throws {
        var defaults = ScheduleDefaults(editionStart: Day(iso: "2026-04-01"))
        #expect(try days("10/3、1/16", from: "2026-04-01", to: "2027-12-31", defaults) == ["2026-10-03", "2027-01-16"])
        defaults.editionStart = nil
        #expect(Schedule(reading: "10/3", defaults: defaults).status == .partial)
    }

    /// The families of docs/schedules.md; what names no dates is listed below them.
    @Test(arguments: Texts.own)
    func theFamiliesAreRead(text: String) {
        let namesNoDates = [
            "奇数週", "冬期(12〜3月)休み", "隔週水曜日", "10:00〜12:00", "火曜 祝日休み", "毎週水曜（学校の休みに準じる）", "第6水曜日", "第1水曜日(第1こどもの家)",
            "1月10日(月)",
        ]
        #expect(
            (Schedule(reading: text, defaults: RoundTripTests.defaults).status == .exact) != namesNoDates.contains(text)
        )
    }

    @Test func aWrongWeekdayBesideADateIsNotBelieved() {
        #expect(Schedule(reading: "2026年10月3日（土）").status == .exact)
        #expect(Schedule(reading: "2026年10月3日（日）").status == .partial)
    }

    @Test(arguments: [
        ("毎週火曜（農繁期は休み）", "農繁期"), ("毎週火曜（学校の休みに準じる）", "学校の休みに準じる"), ("第6水曜日", "第6"), ("第1月曜、木曜", "第1月曜"),
        ("火曜、祝日休み", "火曜、祝日"), ("月曜日、年末年始", "年末年始"), ("月曜（祝日は営業）", "祝日"),
    ])
    func whatMayRestrictAndIsNotUnderstoodTakesAllDatesAway(text: String, piece: String) throws {
        let schedule = Schedule(reading: text)
        #expect(schedule.status == .partial)
        #expect(!schedule.hasDates)
        let unread = try #require(schedule.unread.first { $0.text.contains(piece) || piece.contains($0.text) })
        let scalars = Array(text.unicodeScalars)[unread.scalars].map(Character.init)
        #expect(String(scalars) == unread.text)
    }

    @Test func whatCanOnlyAddLeavesTheDatesThatAreKnown() {
        let schedule = Schedule(reading: "毎月第4木曜日　ミニパントリーは不定期")
        #expect(schedule.status == .partial)
        #expect(schedule.hasDates)
    }

    @Test(arguments: ["要予約", "雨天中止", "汗拭きタオル持参", "変更の場合あり", "臨時休業あり", "広瀬公民館"])
    func whatDoesNotTouchDatesIsARemarkBesideThem(remark: String) throws {
        let schedule = Schedule(reading: "毎週火曜 10:00〜（\(remark)）")
        #expect(schedule.status == .exact)
        #expect(schedule.remarks == [remark])
        #expect(schedule.next(onOrAfter: Texts.firstDay)?.remarks == [remark])
    }

    @Test func theNextMeeting() throws {
        let schedule = Schedule(reading: "第2土曜日 10:00〜12:00")
        let next = try #require(schedule.next(onOrAfter: Texts.firstDay))
        #expect(next.day.iso == "2026-12-12" && next.start?.text == "10:00" && next.end?.text == "12:00")
        #expect(schedule.next(onOrAfter: Texts.firstDay, within: 5) == nil)
    }

    @Test func weekdaysForSearch() {
        #expect(Schedule(reading: "第1・3火曜、毎週土曜 13:30〜15:00").weekdays == [.tuesday, .saturday])
        #expect(Schedule(reading: "定休日：水曜").weekdays == [.monday, .tuesday, .thursday, .friday, .saturday, .sunday])
    }

    @Test func theCanonicalSentences() {
        let schedule = Schedule(reading: "第１・３火曜日 13時30分～15時30分（8月休み）")
        #expect(schedule.sentence(in: .japanese) == "毎月 第1・第3火曜日 13:30–15:30（8月は休み）")
        #expect(schedule.sentence(in: .plainJapanese) == "まいつき 第1・第3火曜日 13:30–15:30（8月は おやすみ）")
        #expect(schedule.sentence(in: .english) == "1st & 3rd Tuesday 13:30–15:30 (closed: Aug)")
    }

    /// Not the eves of holidays too, nor the days after Mondays.
    @Test(arguments: [
        ("毎週月曜日の前日と祝日", "the eve of every Monday and also holidays"),
        ("毎週月曜日と祝日の翌日", "every Monday and also holidays the next day"),
        ("毎週月曜日の翌日と祝日", "every Monday the next day and holidays"),
        ("第2月曜日の前日と祝日の翌日", "the eve of 2nd Monday and also holidays the next day"),
    ])
    func anEveOrTheNextDayIsOfWhatStandsBesideItAlone(text: String, english: String) {
        let schedule = Schedule(reading: text, defaults: RoundTripTests.defaults)
        #expect(schedule.sentence(in: .english) == english)
        #expect(
            Texts.days(of: Schedule(reading: english, defaults: RoundTripTests.defaults)) == Texts.days(of: schedule))
    }

    /// 「土日、祝日の翌日」 is plain; in one word, nobody knows whether the days after Saturdays are meant too.
    @Test(arguments: ["土日祝の翌日", "毎週土日祝日の前日"])
    func aShiftOfAWordForSeveralDaysIsNotGuessed(text: String) {
        #expect(Schedule(reading: text, defaults: RoundTripTests.defaults).status != .exact)
    }

    @Test func pagesWriteHoursAsInTheirTables() {
        func page(_ text: String, _ language: Language) -> String {
            Schedule(reading: text, defaults: RoundTripTests.defaults).sentence(in: language, as: .page)
        }
        #expect(page("毎月1日・15日 6:00〜7:15（8月は休み）", .japanese) == "毎月1・15日 6:00〜7:15（8月は休み）")
        #expect(page("毎週火曜日 9:00〜", .plainJapanese) == "まいしゅう 火曜日 9:00〜")
        #expect(page("毎週火曜日・金曜日 9:30〜11:00", .english) == "every Tuesday, Friday 9:30–11:00")
    }

    @Test func theExplanationUnderlinesWhatWasNotRead() {
        let schedule = Schedule(reading: "第6水曜 10:00")
        let words = schedule.explanation(from: Texts.firstDay, in: .japanese)
        #expect(words.split(separator: "\n").prefix(2) == ["第6水曜 10:00", "^^^"])
        let sound = Schedule(reading: "第1・3火曜 13時半〜").explanation(from: Texts.firstDay, in: .japanese)
        #expect(sound.contains("2026-12-01（火） 13:30–"))
        #expect(sound.split(separator: "\n").count { $0.contains("（火）") } == 5)
    }

    @Test func theExplanationSpeaksEnglishToo() {
        let schedule = Schedule(reading: "第6水曜 10:00")
        #expect(
            schedule.explanation(from: Texts.firstDay, in: .english) == """
                第6水曜 10:00
                ^^^
                  What is not understood may change the dates, so none are shown.
                  Not understood: “第6”
                    For example: a month has 第1 to 第5 and 最終 (the last): 最終水曜日
                """)
        let sound = Schedule(reading: "1st & 3rd Tuesday 13:30-15:30").explanation(from: Texts.firstDay, in: .english)
        #expect(sound.contains("→ 1st & 3rd Tuesday 13:30–15:30"))
        #expect(sound.contains("2026-12-01 Tue 13:30–15:30"))
    }

    @Test func jsonIsOneLineWithEverythingEscaped() {
        let schedule = Schedule(reading: "第1水曜 \"a\\b\"\u{1}")
        let json = schedule.json(from: Texts.firstDay, to: Texts.firstDay + 7)
        #expect(json.hasPrefix(#"{"text":"第1水曜 \"a\\b\"\u0001","status":"exact","dates":[{"day":"2026-12-02"}],"#))
        #expect(!json.contains("\n"))
    }

    @Test func schemaOrgSaysTheSameInItsWords() throws {
        let schedule = Schedule(reading: "第1・最終火曜日 13:30〜15:30（祝日は休み）")
        let entry = try #require(schedule.schemaOrg(from: Texts.firstDay, to: Texts.lastDay).first)
        #expect(
            entry.repeatFrequency == "P1M" && entry.byDay == ["https://schema.org/Tuesday"]
                && entry.byMonthWeek == [1, -1])
        #expect(entry.startTime == "13:30" && entry.endTime == "15:30")
        #expect(entry.exceptDate == ["2026-12-29", "2027-02-23", "2027-05-04"])
    }
}

// How long schedules take: reading a typical text, and 13 months of dates for 10,000 places.
//
//     swift run -c release ScheduleBenchmark

import Recurrence

let texts = [
    "毎週火曜日 10:00～12:00", "第1・3火曜日 13時30分～15時30分（8月休み）", "月・火・水・木・金 9:00～17:00（祝日は不可）", "毎月第2土曜日　10時～",
    "【開館時間】9:00～21:30 【休館日】月曜日（祝日の場合は翌平日）、年末年始", "第2金曜18:00～20:00、第4土曜11:00～13:00", "奇数月の第2水曜日 13:30～", "毎日 6:30〜",
    "平日：10：00-17：00 土曜：10：00-14：00 日曜祝日定休", "毎月5・15・25日",
]
let clock = ContinuousClock()
let places = 10_000
_ = Schedule(reading: texts[0]).next(onOrAfter: .today)

var schedules: [Schedule] = []
let reading = clock.measure {
    schedules = (0..<places).map { Schedule(reading: texts[$0 % texts.count]) }
}
var meetings = 0
let dates = clock.measure {
    for schedule in schedules { meetings += schedule.occurrences(from: .today, to: .today + 396).count }
}
print("reading: \(reading / places) a text")
print("dates: \(dates) for \(places) places over 13 months, \(meetings) meetings")

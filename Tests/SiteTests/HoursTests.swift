import Templates
import Testing

@testable import Site

@Suite struct HoursTests {
    @Test func aDayStaysWhole() {
        let html = String(decoding: HTML(escaping: KeepingWords(text: "12月1日（火） 13:30〜")).bytes, as: UTF8.self)
        #expect(html == "<span class=\"hours\">12月1日（火）</span> <span class=\"hours\">13:30〜</span>")
    }

    @Test(arguments: [
        ("毎週火曜日 9:30〜11:00（8月は休み）", "毎週火曜日 [9:30〜11:00]（8月は休み）"),
        ("毎日 6:30〜、1月 7:00〜（1・2月は7:00〜）", "毎日 [6:30〜]、1月 [7:00〜]（1・2月は[7:00〜]）"),
        ("8月〜9月 第2〜第4土曜日 10:00〜12:00", "8月〜9月 第2〜第4土曜日 [10:00〜12:00]"),
        ("Tuesday 9:30–11:00; 13:00–15:00 & more", "Tuesday [9:30–11:00]; [13:00–15:00] &amp; more"),
        ("9:30〜11:00〜12:00", "[9:30〜11:00]〜12:00"), ("〜11:00", "〜11:00"), ("", ""), ("<b>〜", "&lt;b&gt;〜"),
    ])
    func noLineEndsWithinHours(sentence: String, marked: String) {
        let html = marked.replacing("[", with: "<span class=\"hours\">").replacing("]", with: "</span>")
        #expect(String(decoding: HTML(escaping: KeepingHours(sentence: sentence)).bytes, as: UTF8.self) == html)
    }
}

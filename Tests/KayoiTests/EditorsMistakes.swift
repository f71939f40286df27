import Foundation
import Testing

@Suite("An editor's mistake")
struct EditorsMistakes {
    @Test("in one file of the demo is one message with place, line and remedy; the old site stands byte for byte")
    func oneBadFile() throws {
        let guide = try Workshop.demo()
        #expect(try guide.kayoi("build", "--today", "2026-12-01").status == 0)
        let old = try guide.files("site")
        #expect(old.count > 200)

        try guide.change("content/places/wakaba/noguchi-uta.md", "地区: wakaba", to: "地区: wakab")
        let run = try guide.kayoi("build", "--today", "2026-12-01", "--quiet")
        #expect(run.status == 1)
        #expect(
            run.messages.hasPrefix(
                """
                content/places/wakaba/noguchi-uta.md:5:5: error: 地区「wakab」はありません。
                  地区: wakab
                        ^^^^^
                  → 「wakaba」のことですか。

                """))
        #expect(run.messages.components(separatedBy: ": error:").count == 2)
        #expect(try guide.files("site") == old)
    }

    @Test("in a template of the guide's own is found with file and line")
    func unknownVariable() throws {
        let guide = try Workshop.newGuide()
        try guide.write("<p>\n{{nmae}}\n</p>\n", to: "templates/area-link.mustache")
        let run = try guide.kayoi("build")
        #expect(run.status == 1)
        #expect(run.messages.contains("templates/area-link.mustache:2:3: error: "))
        #expect(run.messages.contains("name"))
        #expect(try guide.files("site").keys.sorted() == [".gitignore"])
    }

    @Test("does not cut the first character of the line that is shown")
    func wholeCharacters() throws {
        let guide = try Workshop.newGuide()
        try guide.change("content/places/radio.md", "よみ: あさひこうえんらじおたいそう\n", to: "")
        let run = try guide.kayoi("check")
        #expect(run.status == 0)
        #expect(run.messages.contains("content/places/radio.md:2:1: warning: 「よみ」がありません。名称の順に並べます。\n  番号: 2\n  ^^\n"))
    }

    @Test("is one JSON object or one annotation a line for programs")
    func formats() throws {
        let guide = try Workshop.newGuide()
        try guide.change("content/places/radio.md", "地区: asahi", to: "地区: asahii")
        let json = try guide.kayoi("check", "--format", "json")
        #expect(json.status == 1)
        #expect(json.messages.isEmpty)
        let finding = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(finding["file"] as? String == "content/places/radio.md")
        #expect(finding["line"] as? Int == 5)
        #expect(finding["column"] as? Int == 5)
        #expect(finding["severity"] as? String == "error")
        #expect(finding["code"] as? String == "guide/unknown-area")

        let github = try guide.kayoi("check", "--format", "github")
        #expect(github.status == 1)
        #expect(github.output.hasPrefix("::error file=content/places/radio.md,line=5,"))
        #expect(github.output.hasSuffix("\n") && github.output.split(separator: "\n").count == 1)
    }

    @Test("is shown in colour on a terminal, never with NO_COLOR or in a file; --quiet leaves warnings out")
    func colourAndQuiet() throws {
        let guide = try Workshop.newGuide()
        try guide.change("content/places/radio.md", "参加費: 無料", to: "さんかひ: 無料")
        #expect(try guide.messagesOnTerminal("check").contains("\u{1B}[1;33mwarning:"))
        let plain = try guide.messagesOnTerminal("check", environment: ["NO_COLOR": "1"])
        #expect(plain.contains("warning:") && !plain.contains("\u{1B}"))
        let piped = try guide.kayoi("check")
        #expect(piped.messages.contains("warning:") && !piped.messages.contains("\u{1B}"))
        let quiet = try guide.kayoi("check", "--quiet")
        #expect(quiet.status == 0 && quiet.messages.isEmpty && quiet.output.isEmpty)
    }

    @Test("in a photo is shown where the photo is used, the same at every run", arguments: ["empty", "cut", "false"])
    func brokenPhoto(kind: String) throws {
        let guide = try Workshop.newGuide()
        let name = kind == "false" ? "a.heic" : "a.jpg"
        try guide.change(
            "content/places/radio.md", "参加費: 無料", to: "参加費: 無料\n写真: [{ファイル: \(name), 説明: 体操のようす}]")
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]
        try guide.write("", to: "content/photos/" + name)
        let bytes = Data(
            kind == "empty" ? [] : kind == "cut" ? jpeg : [0, 0, 0, 0x18] + Array("ftypheic\0\0\0\0mif1heic".utf8))
        try bytes.write(to: URL(fileURLWithPath: guide.path + "/content/photos/" + name))
        if kind == "empty" { #expect(try guide.kayoi("check").status == 1) }
        let (run, again) = (try guide.kayoi("build"), try guide.kayoi("build"))
        #expect(run.status != 0 && run.messages == again.messages && !run.messages.contains("**:"))
        guard !run.messages.contains("vipsthumbnail がありません") else { return }
        #expect(run.messages.contains("  写真: [{ファイル: \(name), 説明: 体操のようす}]\n"), "\(run.messages)")
        #expect(run.messages.hasPrefix("content/places/radio.md:") && run.messages.contains("  → "))
        #expect(run.messages.contains("content/photos/\(name): "))
    }

    @Test("with a number taken twice is told the next free one")
    func numberTwice() throws {
        let guide = try Workshop.newGuide()
        let again = try guide.text("content/places/radio.md").replacing("名称: ", with: "名称: もう一つの")
        try guide.write(again, to: "content/places/again.md")
        let run = try guide.kayoi("check")
        #expect(run.status == 1 && run.output.contains("次の番号は "))
        #expect(!run.output.contains("エラーはありません"))
    }

    @Test("of encoding is said when a number is written")
    func numberInShiftJIS() throws {
        let guide = try Workshop.newGuide()
        let text = try guide.text("content/places/radio.md").replacing("番号: 2\n", with: "")
        let bytes = try #require(text.replacing("〜", with: "～").data(using: .shiftJIS))
        try bytes.write(to: URL(fileURLWithPath: guide.path + "/content/places/radio.md"))
        let run = try guide.kayoi("number")
        #expect(run.status == 0 && run.output.contains("Shift_JIS から UTF-8"), "\(run)")
    }
}

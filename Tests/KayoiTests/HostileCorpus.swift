/// What people and programs could put into a guide to do harm, each with what it must give. One table for all of it.

import Foundation
import Testing

struct HostileCase: Sendable, CustomTestStringConvertible {
    /// What must come of it.
    enum Outcome: Sendable, Equatable {
        /// These errors are said, and no site is made.
        case errors(Set<String>)
        /// The site is made, and everything in it is text; at most with these warnings.
        case harmless(Set<String>)
    }

    let testDescription: String
    /// On top of the sound guide, by path in the guide; nil takes a file away.
    var files: [String: Data?] = [:]
    /// What is not a file: links, pipes, devices. `outside` is a folder that is none of the guide's business.
    var prepare: @Sendable (_ guide: String, _ outside: String) -> Void = { _, _ in }
    let gives: Outcome

    init(
        _ name: String, _ files: [String: String] = [:], bytes: [String: Data] = [:], gives: Outcome,
        prepare: @escaping @Sendable (_ guide: String, _ outside: String) -> Void = { _, _ in }
    ) {
        testDescription = name
        self.files = files.mapValues { Data($0.utf8) }.merging(bytes) { $1 }
        self.gives = gives
        self.prepare = prepare
    }

    static let all = texts + encodings + sizes + names + kinds + templates

    // MARK: Texts

    static let spells = [
        "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "</title><img src=x>",
        "javascript:alert(1)", "JaVa\tScRiPt:alert(1)", "&lt;b&gt;&#60;b&#62;&colon;", "]]><!--", "-->",
        "{{name}}{{{name}}}",
        "a\u{2028}b\u{2029}c", "a\u{202E}b\u{2066}c", "\u{0}\u{1B}[31m\u{7}", "\r\nBEGIN:VEVENT\r\nX:1",
        "\\\"); alert(1)//",
        "=cmd|' /C calc'!A0", "../../etc/passwd", "/etc/passwd", "</script><script>alert(1)</script>",
        "a\u{FEFF}\u{FFFE}\u{FFFF}b", "a\u{85}\u{B}\u{9B}31m",
        "%3Cscript%3E", "[x](javascript:alert(1))", "[[No.1]]", "{漢|かん}", "ｊａｖａｓｃｒｉｐｔ：ａｌｅｒｔ（１）", "$(id)`id`",
        "#let x = 1",
    ]

    private static let texts = spells.map { spell in
        HostileCase("in every field: \(spell.debugDescription)", everyField(spell), gives: .harmless(saidOfFields))
    }

    /// What may be said of a field that holds nonsense.
    private static let saidOfFields: Set<String> = [
        "guide/unknown-activity", "guide/reading-not-kana", "guide/schedule-not-read", "guide/schedule-without-dates",
        "guide/telephone-digits", "guide/not-a-mail-address", "guide/not-a-web-address", "guide/same-name",
        "guide/unknown-key", "guide/photo-without-description", "markdown/typed-html", "markdown/unsafe-address",
        "markdown/invisible-character", "guide/not-a-tile-address", "guide/tiles-without-credit",
        "guide/unpublished-place",
        "guide/missing-schedule", "markdown/comment",
    ]

    private static func everyField(_ spell: String) -> [String: String] {
        let text = quoted(spell)
        // A body cannot hold what would end or break the file itself.
        let body = spell.unicodeScalars.contains { $0.value < 0x20 } ? "" : spell
        func record(_ lines: [String]) -> String {
            "---\n" + lines.joined(separator: "\n") + "\n---\n\(body)\n\n# \(body)\n"
        }
        let contact =
            "{名前: \(text), 電話: \(text), FAX: \(text), メール: \(text), URL: \(text), 住所: \(text), 受付: \(text), 公開: はい}"
        return [
            "content/guide.md": record([
                "題: \(text)", "副題: \(text)", "発行: \(text)", "版: \(text)", "言語: [ja, en]", "住所の地: \(text)",
                "連絡先: \(contact)", "出典: \(text)", "利用条件: \(text)",
                "活動: [{群: \(text), 活動: [{名: \(text), 同義: [\(text)]}]}]",
            ]),
            "content/areas/hama.md": record([
                "名称: \(quoted("浜" + spell))", "よみ: \(text)", "層: 1", "コーディネーター: [\(contact)]", "協議体: \(text)",
            ]),
            "content/places/himawari.md": record([
                "番号: 1", "名称: \(quoted("会" + spell))", "よみ: \(text)", "地区: hama", "種類: 体操", "会場: \(text)",
                "住所: \(text)", "位置: 36.9, 135.9", "開催: \(text)", "休み: [\(text)]", "対象: \(text)", "定員: \(text)",
                "参加費: \(text)", "申込: \(text)", "持ち物: \(text)", "活動: [\(text)]", "支え: [\(text)]", "設備: [\(text)]",
                "連絡先: \(contact)", "声: [\(text)]", "掲載: 可", "\(quoted("鍵" + spell)): \(text)",
            ]),
            "content/stories/s.md": record([
                "題: \(quoted("話" + spell))", "場: [1]", "特徴: [\(text), \(text)]", "号: \(text)",
            ]),
            "content/support/u.md": record([
                "名称: \(quoted("団" + spell))", "よみ: \(text)", "分野: [相談]", "対象: \(text)", "連絡先: \(contact)",
            ]),
            "content/events/e.md": record([
                "題: \(quoted("発表" + spell))", "日時: 2026年12月5日", "会場: \(text)", "出演: [1]",
            ]),
            "content/pages/p.md": record(["題: \(quoted("頁" + spell))", "順: 1"]),
            "content/geo/map.geojson": """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"kind": "landmark", "type": \(text), "name": \(text)},
               "geometry": {"type": "Point", "coordinates": [135.9001, 36.9001]}},
              {"type": "Feature", "properties": {"kind": "landmark", "type": "station", "name": \(text)},
               "geometry": {"type": "Point", "coordinates": [135.9002, 36.9002]}}]}
            """,
        ]
    }

    /// In double quotes, as YAML and JSON both read it.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default:
                result +=
                    "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count) + String(unit, radix: 16)
            }
        }
        return result + "\""
    }

    // MARK: Encodings

    private static let encodings = [
        HostileCase(
            "bytes that are no UTF-8",
            bytes: ["content/pages/x.md": Data("---\n題: ".utf8) + [0xFF, 0xC0, 0xAF] + Data("\n---\n".utf8)],
            gives: .errors(["front-matter/invalid-utf8"])),
        HostileCase(
            "UTF-8 and Shift_JIS in one file",
            bytes: ["content/pages/x.md": Data("---\n題: あ\n対象: ".utf8) + [0x93, 0xFA, 0x96] + Data("\n---\n".utf8)],
            gives: .errors(["front-matter/invalid-utf8"])),
        HostileCase(
            "UTF-16", bytes: ["content/pages/x.md": Data([0xFF, 0xFE, 0x2D, 0, 0x2D, 0, 0x2D, 0, 0x0A, 0])],
            gives: .errors(["front-matter/no-front-matter"])),
        HostileCase(
            "NUL between fields", ["content/pages/x.md": "---\n題: あ\u{0}い\n---\n"],
            gives: .errors(["front-matter/forbidden-character"])),
        HostileCase(
            "invisible line ends in fields", ["content/pages/x.md": "---\n題: あ\u{2028}い\n---\n"],
            gives: .errors(["front-matter/forbidden-character"])),
        HostileCase("an empty file", ["content/pages/x.md": ""], gives: .errors(["front-matter/no-front-matter"])),
    ]

    // MARK: Sizes

    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    private static let sizes = [
        HostileCase(
            "a name of a million characters", ["content/places/himawari.md": place(name: times(1_000_000, "あ"))],
            gives: .harmless([])),
        HostileCase(
            "a line of a megabyte",
            ["content/pages/x.md": page(times(1 << 20, "a")), "content/pages/y.md": page(times(349_525, "あ "))],
            gives: .harmless([])),
        HostileCase(
            "a hundred thousand fields",
            ["content/pages/x.md": "---\n題: あ\n" + (0..<100_000).map { "鍵\($0): 値\n" }.joined() + "---\n"],
            gives: .harmless(["guide/unknown-key"])),
        HostileCase(
            "ten thousand levels of brackets", ["content/pages/x.md": "---\n題: " + times(10_000, "[") + "\n---\n"],
            gives: .errors(["front-matter/too-deep"])),
        HostileCase(
            "ten thousand levels of lists", ["content/pages/x.md": "---\n題:\n " + times(10_000, "- ") + "x\n---\n"],
            gives: .errors(["front-matter/too-deep"])),
        HostileCase(
            "ten thousand levels of quotes", ["content/pages/x.md": page(times(10_000, "> "))],
            gives: .errors(["markdown/too-deep"])),
        HostileCase("bodies made to exhaust a reader", pages(exhausting), gives: .harmless(saidOfBodies)),
        HostileCase("bodies too deep in other ways", pages(tooDeep), gives: .errors(["markdown/too-deep"])),
        HostileCase(
            "a line of links to nowhere", ["content/pages/x.md": page(times(20_000, "[[x]]"))],
            gives: .errors(["guide/unknown-place"])),
        HostileCase(
            "a map of roads that all cross all of it",
            [
                "content/places/himawari.md": place("位置: 36.9, 135.9\n"),
                "content/geo/x.geojson": "{\"type\":\"FeatureCollection\",\"features\":["
                    + (0..<30_000).map { number in
                        """
                        {"type":"Feature","properties":{"kind":"road"},"geometry":{"type":"LineString",
                        "coordinates":[[135.8,\(36.8 + Double(number) / 150_000)],[136,\(37 - Double(number) / 150_000)]]}}
                        """
                    }.joined(separator: ",") + "]}",
            ], gives: .harmless([])),
        HostileCase(
            "a boundary as wide as the country and a millimetre high",
            [
                "content/geo/x.geojson": """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"boundary","area":"hama"},
                "geometry":{"type":"Polygon","coordinates":[[[125,36.9],[145,36.9],[145,36.90000001],[125,36.90000001],
                [125,36.9]]]}}]}
                """
            ], gives: .harmless([])),
        HostileCase(
            "a place where two thousand things are done",
            [
                "content/places/himawari.md": place(
                    "活動: [" + (0..<2000).map { "活動\($0)" }.joined(separator: ", ") + "]\n")
            ], gives: .harmless(["guide/unknown-activity"])),
        HostileCase(
            "numbers that no sum can hold",
            [
                "content/places/himawari.md": place("確認日: R9223372036854775807.1.1\n"),
                "content/areas/hama.md":
                    "---\n名称: 浜地区\n見える化: [{助け: a, ある: 9223372036854775807}, {助け: a, ある: 9223372036854775807}]\n---\n",
                "content/guide.md": "---\n題: あ\n版: 令和9223372036854775807年度版\n---\n",
            ], gives: .errors(["guide/not-a-day", "guide/not-a-number"])),
        HostileCase(
            "a text too deep to be read, with what nobody may see",
            ["content/pages/x.md": page(times(200, ">") + " <!-- OUTSIDE --> [[OUTSIDE]]")],
            gives: .errors(["markdown/too-deep"])),
        HostileCase(
            "ten thousand levels of coordinates",
            ["content/geo/x.geojson": "{\"type\":\"LineString\",\"coordinates\":" + times(10_000, "[")],
            gives: .errors(["geo/layer"])),
        HostileCase(
            "more than a person writes", ["content/pages/x.md": page(times(5 << 20, "a"))],
            gives: .errors(["guide/file-too-large"])),
        HostileCase(
            "a schedule without end", ["content/places/himawari.md": place(schedule: times(20_000, "第1・3火曜、"))],
            gives: .harmless(["guide/schedule-not-read", "guide/schedule-without-dates"])),
        HostileCase(
            "a thousand levels of folders", gives: .harmless(["guide/folders-too-deep"])
        ) { guide, _ in
            let deep = guide + "/content/pages" + times(300, "/d")
            try? FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
        },
    ]

    private static func pages(_ bodies: [String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: bodies.enumerated().map { ("content/pages/p\($0).md", page($1)) })
    }

    private static let saidOfBodies: Set<String> = [
        "markdown/comment", "markdown/typed-html", "markdown/unsafe-address", "markdown/invisible-character",
        "front-matter/byte-order-mark",
    ]

    private static let exhausting =
        [
            ("*a ", 50_000), ("**a", 20_000), ("[", 50_000), ("[a](", 20_000), ("[[", 50_000), ("{a|", 50_000),
            ("{", 50_000), ("0", 100_000), ("0-", 50_000), ("http://", 20_000), ("`a``b", 20_000), ("<!--", 20_000),
            ("<?", 20_000), ("<b>", 20_000), ("&", 100_000), ("&#x202e;", 20_000), ("# a\n", 20_000), ("あ", 300_000),
            ("[a]: b\n", 10_000), ("*_", 20_000), ("https://a.jp/)", 20_000), ("\0", 50_000), ("\u{FEFF}", 2),
            ("\r", 3), ("\\", 3), ("- a\n\n", 20_000), ("[a](javascript:x) ", 20_000), ("| ", 20_000),
        ].map { times($1, $0) } + [
            times(20_000, "[") + "a" + times(20_000, "](https://a.jp/)"), "https://a.jp/" + times(50_000, ")"),
        ]

    private static let tooDeep =
        [(">", 50_000), ("- ", 20_000), ("1. ", 20_000), ("![", 20_000), ("![[]()", 20_000)].map { times($1, $0) } + [
            (0..<300).map { times($0 * 2, " ") + "- a\n" }.joined(), times(9_000, "**a ") + times(9_000, "b**"),
            times(90, "> ") + "a" + times(50_000, "\n"),
        ]

    private static func page(_ body: String) -> String { "---\n題: あ\n---\n" + body + "\n" }

    static func place(name: String = "ひまわり", schedule: String = "毎週火曜日", _ more: String = "") -> String {
        "---\n番号: 1\n名称: \(name)\nよみ: ひまわり\n地区: hama\n会場: 公民館\n開催: \(schedule)\n掲載: 可\n\(more)---\n"
    }

    // MARK: Names

    private static let names =
        [
            "index", "CON", "aux", "lpt1", "a\nb", "a\u{202E}b", "a\u{2028}b", "a:b", "a\\..\\b", "a?b", "a\"b", "a<b>",
            String(repeating: "長", count: 70),
        ].map { name in
            HostileCase(
                "a file called \(name.debugDescription)", ["content/pages/\(name).md": page("x")],
                gives: .errors(["guide/unusable-name"]))
        } + [
            HostileCase(
                "two names that differ in case",
                ["content/stories/A.md": page("x"), "content/stories/a.md": page("y")],
                gives: .errors(["guide/same-i-d"])),
            HostileCase(
                "two names that differ in Unicode's form",
                ["content/stories/が.md": page("x")], gives: .errors(["guide/same-i-d"]),
                prepare: file(Array("content/stories/か\u{3099}.md".utf8), page("x"))),
            HostileCase(
                "one name in two folders", ["content/stories/x/a.md": page("x"), "content/stories/y/a.md": page("y")],
                gives: .errors(["guide/same-i-d"])),
            HostileCase(
                "a name that is no UTF-8", gives: .errors(["guide/unusable-name"]),
                prepare: file(Array("content/pages/a".utf8) + [0xFF] + Array(".md".utf8), page("x"))),
        ]
        + ["../secret.jpg", "/etc/passwd", "a/../../secret.jpg", "..", "~/secret.jpg", "-o.jpg[x=1]"]
        .map { name in
            HostileCase(
                "a photo called \(name)",
                ["content/places/himawari.md": place("写真: [{ファイル: \"\(name)\", 説明: x}]\n")],
                gives: .errors([
                    name.hasPrefix("-") || name.hasPrefix("~") ? "guide/missing-photo" : "guide/photo-outside-folder"
                ]))
        }

    /// A file whose name no `String` holds as it is.
    private static func file(_ name: [UInt8], _ text: String) -> @Sendable (String, String) -> Void {
        { guide, _ in
            let path = (Array((guide + "/").utf8) + name + [0]).map(CChar.init(bitPattern:))
            mkdir(guide + "/content/pages", 0o755)
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
            _ = write(file, text, text.utf8.count)
            close(file)
        }
    }

    // MARK: Kinds of files

    private static let withPhoto = ["content/places/himawari.md": place("写真: [{ファイル: secret.txt, 説明: x}]\n")]

    private static func link(_ name: String, to target: String) -> @Sendable (String, String) -> Void {
        { guide, outside in
            let path = guide + "/" + name
            try? FileManager.default.createDirectory(
                at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            symlink(outside + target, path)
        }
    }

    private static let kinds = [
        HostileCase(
            "a text that is a link", gives: .harmless(["guide/link"]),
            prepare: link("content/pages/x.md", to: "/page.md")),
        HostileCase(
            "a folder that is a link", gives: .harmless(["guide/link"]), prepare: link("content/pages", to: "")),
        HostileCase(
            "a photo that is a link", withPhoto, gives: .errors(["guide/missing-photo"]),
            prepare: link("content/photos/secret.txt", to: "/secret.txt")),
        HostileCase(
            "photos that are a link", withPhoto, gives: .errors(["guide/missing-photo"]),
            prepare: link("content/photos", to: "")),
        HostileCase(
            "templates that are a link", gives: .errors(["guide/linked-folder"]), prepare: link("templates", to: "")),
        HostileCase(
            "a template that is a link", gives: .harmless(["guide/link"]),
            prepare: link("templates/place.mustache", to: "/secret.txt")),
        HostileCase(
            "an asset that is a link", gives: .harmless(["guide/link"]),
            prepare: link("templates/assets/secret.txt", to: "/secret.txt")),
        HostileCase(
            "a site that is a link", gives: .errors(["guide/linked-folder"]), prepare: link("site", to: "/empty")),
        HostileCase(
            "a cache that is a link", gives: .errors(["guide/linked-folder"]), prepare: link(".kayoi", to: "/empty")),
        HostileCase(
            "cards that are a link", gives: .errors(["guide/linked-folder"]),
            prepare: link(".kayoi/cards", to: "/empty")),
        HostileCase(
            "prints that are a link", gives: .errors(["guide/linked-folder"]), prepare: link("print", to: "/empty")),
        HostileCase(
            "a printed guide that is a link", gives: .errors(["guide/linked-folder"]),
            prepare: link(".kayoi/guidebook.pdf", to: "/secret.txt")),
        HostileCase("a pipe", gives: .errors(["guide/not-a-file"])) { guide, _ in
            mkfifo(guide + "/content/pipe.md", 0o600)
        },
        HostileCase("a pipe for a photo", withPhoto, gives: .errors(["guide/not-a-file", "guide/missing-photo"])) {
            guide, _ in
            mkdir(guide + "/content/photos", 0o755)
            mkfifo(guide + "/content/photos/secret.txt", 0o600)
        },
        HostileCase("a pipe for a template", gives: .errors(["guide/not-a-file"])) { guide, _ in
            mkdir(guide + "/templates", 0o755)
            mkfifo(guide + "/templates/place.mustache", 0o600)
        },
        HostileCase("a folder called like a text", gives: .harmless([])) { guide, _ in
            mkdir(guide + "/content/pages", 0o755)
            mkdir(guide + "/content/pages/x.md", 0o755)
        },
    ]

    // MARK: Templates

    private static let templates = [
        HostileCase(
            "a template that names itself", ["templates/place.mustache": "{{> place}}"],
            gives: .errors(["templates/template-recursion"])),
        HostileCase(
            "templates in a circle",
            ["templates/place.mustache": "{{> entry}}", "templates/entry.mustache": "{{> place}}"],
            gives: .errors(["templates/template-recursion"])),
        HostileCase(
            "ten thousand sections", ["templates/offline.mustache": times(10_000, "{{#t}}")],
            gives: .errors(["templates/template-section"])),
        HostileCase(
            "lists in lists that know nothing of each other",
            Dictionary(
                uniqueKeysWithValues: (0..<9).map { ("content/stories/s\($0).md", page("x")) } + [
                    ("templates/home.mustache", times(40, "{{#stories}}") + times(40, "{{/stories}}"))
                ]), gives: .errors(["templates/template-size"])),
        HostileCase(
            "parts that grow without end",
            Dictionary(
                uniqueKeysWithValues: (0..<20).map { number in
                    ("templates/x\(number).mustache", times(10, "{{> x\(number + 1)}}"))
                } + [("templates/x20.mustache", "x"), ("templates/offline.mustache", "{{> x0}}")]),
            gives: .errors(["templates/template-size"])),
    ]
}

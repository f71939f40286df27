import Publication
import TestSupport
import Testing

@testable import Guide

/// What did not consent does not exist right of the publication. Every private field holds a word that stands nowhere else.
@Suite struct PrivacyTests {
    @Test func nothingPrivateReachesThePublication() throws {
        let guide = TemporaryGuide(MarkedGuide.files, onTopOf: [:])
        let guidebook = try guide.read()
        #expect(!guidebook.hasErrors, "\(guidebook.diagnostics.map(\.message))")
        let publication = guidebook.publication(on: TemporaryGuide.today)
        #expect(publication.places.map(\.number) == [1, 2, 3, 8])

        // A dump writes every stored property of every value, at any depth.
        var text = ""
        dump(publication, to: &text)
        #expect(text.contains("こうかいのなまえ"))
        for marker in MarkedGuide.markers { #expect(!text.contains(marker), "\(marker) is in the publication") }
    }

    @Test func homesAreMovedToTheMiddleOfTheirCell() throws {
        let publication = try TemporaryGuide(MarkedGuide.files, onTopOf: [:]).read().publication(
            on: TemporaryGuide.today)
        let home = try #require(publication.places.first { $0.number == 2 }?.gatherings.first)
        #expect(home.venue == .privateHome)
        #expect(home.address == "ためし市浜町")
        guard case .approximate(let cell) = home.location else { return #expect(Bool(false), "not approximate") }
        #expect(cell.distance(to: .init(latitude: 36.912345, longitude: 135.912345)) < 500)
        #expect(cell.latitude != 36.912345)
    }

    @Test(arguments: [
        "自宅", "田中さん宅", "田中さん方", "山田宅", "山田様方", "個人宅", "山田宅（離れ）", "世話人のお宅", "山田邸", "民家の縁側",
        "鈴木方", "鈴木一郎方", "鈴木 方", "鈴木さん　方", "鈴木宅の庭", "鈴木宅前", "鈴木宅1階", "会長宅の離れ", "会員宅を順番に", "公民館・鈴木宅",
        "第2集会所（鈴木宅）", "集会所（鈴木方2階）", "鈴木家", "鈴木家の縁側", "鈴木さんの家", "鈴木さんち", "代表者の家", "三宅宅", "鈴木邸の庭",
        "友人の家", "知人の家", "隣人の家", "親戚の家", "鈴木家の居間", "田中様のおうち", "勅使河原家",
    ])
    func homesAreKnownByTheirWords(_ venue: String) { #expect(Home.isNamed(by: venue)) }

    @Test(arguments: [
        "茶屋町公民館", "県営住宅集会所", "市営住宅", "旧山田邸", "三宅", "在宅支援センター", "集会所（山手方面）", "",
        "老人憩いの家", "みんなの家", "若者の家", "宅老所ひまわり", "大宅小学校", "町家カフェ", "旧田中家住宅", "旧田中家", "枚方市民会館", "地方卸売市場",
        "まちかど広場", "ふれあい家", "第三公民館 一階", "宅地センター前",
        "ふれあいの家", "地域の家", "交流の家", "ことりの家", "居宅介護支援事業所ひまわり", "みんなの家和室",
    ])
    func hallsAreNotHomes(_ venue: String) { #expect(!Home.isNamed(by: venue)) }

    @Test(arguments: [
        ("倉敷市連島町鶴新田2083-1", "倉敷市連島町鶴新田"), ("みのり市浜町３−２", "みのり市浜町"), ("みのり市浜町三丁目2-1", "みのり市浜町三丁目"),
        ("みのり市浜町二〇八三番地", "みのり市浜町"), ("みのり市三条町十二番地", "みのり市三条町"), ("みのり市浜町", "みのり市浜町"), ("", ""),
        ("〒700-0001 みのり市浜町2-3", "みのり市浜町"), ("７０００００１みのり市浜町", "みのり市浜町"), ("みのり市浜町（鈴木邸）", "みのり市浜町"),
        ("みのり市浜町　鈴木方", "みのり市浜町"), ("京都市北区浜町2-3", "京都市北区浜町"), ("東京都 港区 浜町 1-2 鈴木方", "東京都 港区 浜町"),
        ("みのり市浜町五", "みのり市浜町"), ("みのり市浜町三丁目五", "みのり市浜町三丁目"), ("みのり市浜町二百五 山田", "みのり市浜町"),
        ("みのり市浜町二百五　山田", "みのり市浜町"), ("みのり市浜町五（山田）", "みのり市浜町"), ("みのり市浜町二―三", "みのり市浜町"),
        ("みのり市浜町二—三", "みのり市浜町"), ("みのり市浜町二\u{2011}三", "みのり市浜町"), ("みのり市浜町二〜三", "みのり市浜町"),
        ("みのり市浜町二・三", "みのり市浜町"), ("みのり市浜町二ﾉ三", "みのり市浜町"), ("みのり市浜町二之三", "みのり市浜町"),
        ("みのり市三条町", "みのり市三条町"), ("みのり市浜町三丁目", "みのり市浜町三丁目"), ("八日市市浜町五", "八日市市浜町"),
        ("四日市市一宮", "四日市市一宮"), ("みのり市五反田", "みのり市五反田"), ("みのり市十二所", "みのり市十二所"),
        ("みのり市二之宮", "みのり市二之宮"), ("みのり市二之宮二之三", "みのり市二之宮"),
    ])
    func addressesEndBeforeTheHouse(_ address: String, _ shown: String) {
        #expect(Address.neighbourhood(of: address) == shown)
    }

    @Test(arguments: ["みのり市浜町2-3 山田さん宅", "みのり市浜町2-3鈴木方", "みのり市浜町２−３（鈴木家）", "みのり市浜町 鈴木方"])
    func aHomeIsKnownByItsAddress(_ address: String) throws {
        #expect(try shown("", address) == (.privateHome, "みのり市浜町", false))
        #expect(try shown("浜公民館", address) == (.named("浜公民館"), "みのり市浜町", false))
    }

    @Test(arguments: ["海南市日方1525", "泉南市新家2-3", "みのり市浜町2-3 みんなの家", "みのり市浜町2-3 市営住宅", "枚方市北方1-1"])
    func aHallKeepsItsAddress(_ address: String) throws {
        #expect(try shown("浜公民館", address) == (.named("浜公民館"), address, true))
    }

    @Test(arguments: [
        ("正確", "みのり市浜町2-3", true), ("およそ", "みのり市浜町", true), ("地区", "みのり市浜町", false), ("なし", "", false),
    ])
    func anEventShowsAsMuchAsItsEditorsChose(_ chosen: String, _ address: String, _ isMarked: Bool) throws {
        let event = "---\n題: 発表会\n日時: 2026年12月5日 13:00〜16:00\n会場: 集会所\n住所: みのり市浜町2-3\n位置: 36.912345, 135.912345\n"
        let guide = TemporaryGuide(["events/e.md": event + "位置の公開: \(chosen)\n---\n"])
        let publication = try guide.read().publication(on: TemporaryGuide.today)
        let gathering = try #require(publication.events.first?.gathering)
        #expect(gathering.address == address)
        #expect((gathering.location.coordinate != nil) == isMarked)
        #expect((gathering.location.coordinate?.latitude == 36.912345) == (chosen == "正確"))
    }

    /// What is shown of a place's venue and address, and whether its position is exact.
    private func shown(_ venue: String, _ address: String) throws -> (Venue, String, Bool) {
        let fields = ["会場": venue, "住所": address, "位置": "36.912345, 135.912345"]
        let guide = TemporaryGuide(["places/himawari.md": TemporaryGuide.place(fields)])
        let publication = try guide.read().publication(on: TemporaryGuide.today)
        let gathering = try #require(publication.places.first?.gatherings.first)
        guard case .exact = gathering.location else { return (gathering.venue, gathering.address, false) }
        return (gathering.venue, gathering.address, true)
    }

    @Test func aPrivateNumberInATextIsAnError() throws {
        let guide = TemporaryGuide([
            "places/himawari.md": TemporaryGuide.place(
                ["連絡先": "{名前: 山田, 電話: 090-1234-5678}"], body: "電話は０９０（１２３４）５６７８です。\n")
        ])
        #expect(try guide.read().diagnostics.map(\.code) == ["guide/private-telephone-in-text"])
    }

    @Test(arguments: [
        "0865-55-1234 090-1234-5678", "0865-55-1234\n090-1234-5678", "9:00〜17:00 0865-55-1234", "内線 12 0865-55-1234",
        "(3) 0865-55-1234", "2026-0865-55-1234", "0865 (55) 1234", "0865551234", "+81-865-55-1234",
        "+81 (0)865 55 1234",
        "+81-0865-55-1234", "＋８１−８６５−５５−１２３４", "81865551234",
    ])
    func aPrivateNumberIsFoundBesideOthers(_ text: String) throws {
        #expect(try faults(of: text) == ["guide/private-telephone-in-text"])
    }

    @Test(arguments: [
        "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "―", "−", "─", "ー", "ｰ", "－", "﹣", ".", "．", "・", "･", "·", "/",
        "／", "〜", "～",
        "~", "…", "\u{200B}", "\u{2060}", "\u{A0}", "\u{AD}", "　", "_", ":", "–\u{2060}", "】【",
    ])
    func aPrivateNumberIsFoundWithAnySigns(_ sign: String) throws {
        #expect(try faults(of: "電話 0865\(sign)55\(sign)1234 まで").contains("guide/private-telephone-in-text"))
    }

    @Test(arguments: [
        "10865-55-1234", "0865-55-12345", "55-1234", "0865-55、1234", "2026-10-01 13:30〜15:30", "0865-55-1235",
        String(repeating: "08655512340", count: 9) + "-1234 0",
    ])
    func otherNumbersAreNone(_ text: String) throws { #expect(try faults(of: text).isEmpty) }

    @Test(arguments: [
        "[電話](tel:0865-55-1234)", "[電話](tel:0865%2D55%2D1234)", "[電話](https://example.jp/?t=0865551234)",
        "[頁](https://example.jp \"0865-55-1234\")", "{電話|0865-55-1234}", "```0865-55-1234\nabc\n```",
        "![絵](https://example.jp/a.jpg \"0865-55-1234\")", "- **[電話](tel:0865-55-1234)**",
    ])
    func aPrivateNumberIsFoundBesideTheWords(_ text: String) throws {
        #expect(try faults(of: text).contains("guide/private-telephone-in-text"))
    }

    @Test(arguments: ["住所", "種類", "活動", "支え", "設備", "よみ", "対象", "定員", "参加費", "申込", "持ち物", "声"])
    func aPrivateNumberIsFoundInEveryFieldOfAPlace(_ key: String) throws {
        try expectFault("places/a.md", TemporaryGuide.place(["番号": "2", "名称": "もみじ", key: "0865-55-1234"]))
    }

    @Test(arguments: [
        ("places/a.md", TemporaryGuide.place(["番号": "2", "名称": "も", "連絡先": "{名前: 山田 0865-55-1234, 公開: はい}"])),
        ("places/a.md", TemporaryGuide.place(["番号": "2", "名称": "も", "写真": "[{ファイル: a.jpg, 説明: 0865-55-1234}]"])),
        ("events/a.md", "---\n題: 発表会 0865-55-1234\n日時: 2026年12月5日 13:00〜16:00\n---\n"),
        ("events/a.md", "---\n題: 発表会\n日時: 2026年12月5日 13:00〜16:00\n住所: 0865-55-1234\n---\n"),
        ("events/a.md", "---\n題: 発表会\n日時: 2026年12月5日 13:00〜16:00\n参加費: 0865-55-1234\n---\n"),
        ("stories/a.md", "---\n題: 0865-55-1234\n---\n"), ("stories/a.md", "---\n題: あ\n号: 0865-55-1234\n---\n"),
        ("pages/a.md", "---\n題: 0865-55-1234\n---\n"),
        ("support/a.md", "---\n名称: 0865-55-1234\nよみ: あ\n---\n"),
        ("support/a.md", "---\n名称: あ\nよみ: 0865-55-1234\n---\n"),
        ("support/a.md", "---\n名称: あ\nよみ: あ\n分野: [0865-55-1234]\n---\n"),
        ("support/a.md", "---\n名称: あ\nよみ: あ\n制度:\n  - {名称: 0865-55-1234}\n---\n"),
        ("support/a.md", "---\n名称: あ\nよみ: あ\n制度:\n  - {名称: い, 額: 0865-55-1234}\n---\n"),
        ("support/a.md", "---\n名称: あ\nよみ: あ\n制度:\n  - {名称: い, 締切: 0865-55-1234}\n---\n"),
        ("areas/hama.md", "---\n名称: 0865-55-1234\nよみ: はま\n---\n"),
        ("areas/hama.md", "---\n名称: 浜\nよみ: はま\n英語: 0865-55-1234\n---\n"),
        ("areas/hama.md", "---\n名称: 浜\nよみ: はま\n見える化:\n  - {助け: 0865-55-1234}\n---\n"),
        ("areas/hama.md", "---\n名称: 浜\nよみ: はま\nコーディネーター: {名前: あ, 所属: 0865-55-1234, 公開: はい}\n---\n"),
        ("areas/hama.md", "---\n名称: 浜\nよみ: はま\n協議体: {名称: 0865-55-1234}\n---\n"),
    ])
    func aPrivateNumberIsFoundInEveryRecord(_ path: String, _ text: String) throws { try expectFault(path, text) }

    @Test(arguments: ["副題", "発行", "版", "注記", "注記（英）", "出典", "利用条件", "名前", "住所", "受付"])
    func aPrivateNumberIsFoundInTheGuidesFile(_ key: String) throws {
        let office = ["名前", "住所", "受付"].contains(key)
        let text = office ? "連絡先: {\(key): 0865-55-1234}" : "連絡先: {名前: 事務局}\n\(key): 0865-55-1234"
        try expectFault("guide.md", "---\n題: ためしのガイド\n\(text)\n---\n")
    }

    /// In a guide with a place that hides the number 0865-55-1234.
    private func expectFault(_ path: String, _ text: String) throws {
        let fields = ["連絡先": "{名前: 山田, 電話: 0865-55-1234, 公開: いいえ}"]
        let guide = TemporaryGuide(["places/himawari.md": TemporaryGuide.place(fields), path: text])
        let found = try guide.read().diagnostics.filter { $0.code == "guide/private-telephone-in-text" }
        #expect(found.map(\.file) == ["content/" + path])
    }

    /// Whoever has the office's number is reached through it.
    @Test func theOfficesOwnNumbersAreNone() throws {
        let fields = ["連絡先": "{名前: 山田, 電話: 0865-55-1234, FAX: 0865-55-1235}"]
        let guide = TemporaryGuide([
            "places/himawari.md": TemporaryGuide.place(fields),
            "guide.md": "---\n題: ためしのガイド\n連絡先: {名前: 事務局, 電話: 0865-55-1234, FAX: 0865-55-1235}\n---\n",
        ])
        #expect(try guide.read().diagnostics.isEmpty)
    }

    @Test func aNumberWithTheCountrysCodeIsTheSame() throws {
        #expect(try faults(of: "0865-55-1234", of: "+81-865-55-1234") == ["guide/private-telephone-in-text"])
    }

    @Test(arguments: ["0865-55-1234", "090-1234-5678"])
    func twoNumbersInOneFieldAreTwo(_ text: String) throws {
        for field in ["0865-55-1234 090-1234-5678", "0865-55-1234／090-1234-5678"] {
            #expect(try faults(of: text, of: field).contains("guide/private-telephone-in-text"))
        }
    }

    /// Of a sound guide whose place does not show a number, but has a text.
    private func faults(of text: String, of number: String = "0865-55-1234") throws -> [String] {
        let fields = ["連絡先": "{名前: 山田, 電話: \"\(number)\", 公開: いいえ}"]
        let guide = TemporaryGuide(["places/himawari.md": TemporaryGuide.place(fields, body: text + "\n")])
        return try guide.read().diagnostics.map(\.code)
    }

    @Test func aPublicNumberInATextIsNot() throws {
        let guide = TemporaryGuide([
            "places/himawari.md": TemporaryGuide.place(
                ["連絡先": "{名前: 山田, 電話: 090-1234-5678, 公開: はい}"], body: "電話は090-1234-5678です。\n")
        ])
        #expect(try guide.read().diagnostics.isEmpty)
    }
}

@Suite struct UnpublishedNameTests {
    @Test func aNameInASentenceIsAWarning() throws {
        let guide = TemporaryGuide([
            "places/a.md": TemporaryGuide.place(["番号": "2", "名称": "もみじ茶話会", "よみ": "もみじさわかい", "掲載": "不可"]),
            "pages/p.md": "---\n題: お知らせ\n---\n先月、もみじ茶話会のみなさんが来ました。\n",
        ])
        let diagnostics = try guide.read().diagnostics
        #expect(diagnostics.map(\.code) == ["guide/unpublished-name-in-text"])
        #expect(diagnostics.first?.file == "content/pages/p.md")
    }

    @Test func namesThatPublishedPlacesShareAreNoSecret() throws {
        let guide = TemporaryGuide([
            "places/a.md": TemporaryGuide.place(["番号": "2", "名称": "ふれあいサロン", "よみ": "ふれあいさろん", "掲載": "不可"]),
            "places/b.md": TemporaryGuide.place(["番号": "3", "名称": "ふれあいサロン", "よみ": "ふれあいさろん"]),
            "places/c.md": TemporaryGuide.place(["番号": "4", "名称": "お茶", "よみ": "おちゃ", "掲載": "不可"]),
            "pages/p.md": "---\n題: お知らせ\n---\nふれあいサロンでお茶を飲みました。\n",
        ])
        #expect(try guide.read().diagnostics.isEmpty)
    }

    @Test func theLongestNameIsFound() {
        let names = ["みなと茶話会", "みなと茶話会の集い", "みなと茶話会の集い東", "みなと体操"].map(ExactText.init)
        let search = UnpublishedNames(Set(names))
        let text = "きのう、みなと茶話会の集い西とみなと体操、みなと茶話会のみなさん、みなと茶話会の集い東"
        let found = text.withBytes { search.found(in: $0) }
        #expect(found == ["みなと茶話会の集い", "みなと体操", "みなと茶話会", "みなと茶話会の集い東"])
    }

    /// Of a name longer than any real one, the beginning gives it away.
    @Test func anEndlessNameIsFoundByItsBeginning() {
        let beginning = String(repeating: "あ", count: 80)
        let names = [beginning + "い", beginning + "うの会", "みなと茶話会"].map(ExactText.init)
        let search = UnpublishedNames(Set(names))
        func found(_ text: String) -> [String] { text.withBytes { search.found(in: $0) } }
        #expect(found("きのう\(beginning)うの会とみなと茶話会") == [beginning + "…", "みなと茶話会"])
        #expect(found(String(beginning.dropLast()) + "の会、みなと茶話会") == ["みなと茶話会"])
        // Eighty-one letters of which the last is cut are no broken text.
        let odd = UnpublishedNames([ExactText("a" + beginning)])
        #expect(("a" + beginning).withBytes { odd.found(in: $0) } == ["a" + beginning.dropLast() + "…"])
    }
}

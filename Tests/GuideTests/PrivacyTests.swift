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
    ])
    func homesAreKnownByTheirWords(_ venue: String) { #expect(Home.isNamed(by: venue)) }

    @Test(arguments: [
        "茶屋町公民館", "県営住宅集会所", "市営住宅", "旧山田邸", "三宅", "在宅支援センター", "集会所（山手方面）", "",
        "老人憩いの家", "みんなの家", "若者の家", "宅老所ひまわり", "大宅小学校", "町家カフェ", "旧田中家住宅", "旧田中家", "枚方市民会館", "地方卸売市場",
        "まちかど広場", "ふれあい家", "第三公民館 一階", "宅地センター前",
    ])
    func hallsAreNotHomes(_ venue: String) { #expect(!Home.isNamed(by: venue)) }

    @Test(arguments: [
        ("倉敷市連島町鶴新田2083-1", "倉敷市連島町鶴新田"), ("みのり市浜町３−２", "みのり市浜町"), ("みのり市浜町三丁目2-1", "みのり市浜町三丁目"),
        ("みのり市浜町二〇八三番地", "みのり市浜町"), ("みのり市三条町十二番地", "みのり市三条町"), ("みのり市浜町", "みのり市浜町"), ("", ""),
        ("〒700-0001 みのり市浜町2-3", "みのり市浜町"), ("７０００００１みのり市浜町", "みのり市浜町"), ("みのり市浜町（鈴木邸）", "みのり市浜町"),
        ("みのり市浜町　鈴木方", "みのり市浜町"), ("京都市北区浜町2-3", "京都市北区浜町"), ("東京都 港区 浜町 1-2 鈴木方", "東京都 港区 浜町"),
    ])
    func addressesEndBeforeTheHouse(_ address: String, _ shown: String) {
        #expect(Address.neighbourhood(of: address) == shown)
    }

    @Test func aPrivateNumberInATextIsAnError() throws {
        let guide = TemporaryGuide([
            "places/himawari.md": TemporaryGuide.place(
                ["連絡先": "{名前: 山田, 電話: 090-1234-5678}"], body: "電話は０９０（１２３４）５６７８です。\n")
        ])
        #expect(try guide.read().diagnostics.map(\.code) == ["guide/private-telephone-in-text"])
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

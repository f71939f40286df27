import Testing

@testable import Site

@Suite struct RomajiTests {
    @Test(arguments: [
        ("ほんまち", "hommachi"), ("とうきょう", "tokyo"), ("しんぶん", "shimbun"), ("がっこう", "gakko"), ("まっちゃ", "matcha"),
        ("サロン", "saron"),
        ("カフェ", "kafe"), ("ラジオ", "rajio"), ("じゅんいちろう", "jun'ichiro".replacing("'", with: "")), ("コーヒー", "kohi"),
        ("パーティー", "pati"),
    ])
    func spellsAsHepburnDoes(kana: String, latin: String) {
        #expect(Romaji.word(kana) == latin)
    }

    @Test func keepsTheWordsOfANameApart() {
        #expect(Romaji.words(["ほんまち", "お", "ちゃ", "の", "ま", "サロン"]) == "Hommachi o cha no ma saron")
    }
}

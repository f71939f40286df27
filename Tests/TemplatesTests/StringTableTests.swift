import Templates
import Testing

@Suite("String tables")
struct StringTableTests {
    @Test("plain and quoted texts, comments, blank lines, Windows line ends")
    func reading() {
        let table = words(
            "\u{FEFF}# words\r\na: いどころ\r\n\r\n  b.c-d: \"x: \\\"y\\\"\\n\"  # why\ne: 'it''s # here'\nf: plain # comment\ng:\nh: a#b\n"
        )
        #expect(table.faults.isEmpty)
        #expect(table.text("a") == "いどころ")
        #expect(table.text("b.c-d") == "x: \"y\"\n")
        #expect(table.text("e") == "it's # here")
        #expect(table.text("f") == "plain")
        #expect(table.text("g") == "")
        #expect(table.text("h") == "a#b")
        #expect(table.text("z") == nil)
    }

    @Test("parameters, and the form for one")
    func parameters() {
        let table = words("places: \"{count} places in {area}\"\nplaces.one: one place in {area}", language: "en")
        #expect(table.text("places", ["count": "2", "area": "Yaizu"]) == "2 places in Yaizu")
        #expect(table.text("places", ["count": "1", "area": "Yaizu"]) == "one place in Yaizu")
        #expect(table.text("places", ["count": "2"]) == "2 places in {area}")
    }
}

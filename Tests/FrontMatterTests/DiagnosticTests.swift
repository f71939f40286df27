// Messages as people and programs get them.

import FrontMatter
import Messages
import Testing

@Suite struct DiagnosticTests {
    private let source = SourceText(file: "content/places/himawari.md", text: "---\n名称: 第1部: 体操\n---\n")

    @Test func text() throws {
        let diagnostic = try #require(Document(parsing: source).diagnostics(.japanese).first)
        #expect(
            diagnostic.rendered() == """
                content/places/himawari.md:2:8: error: 値の中に「: 」があるので、どこまでが項目名か決まりません。
                  名称: 第1部: 体操
                             ^
                  → 文字として書くなら、値全体を「"」で囲んでください。例: 名称: "第1部: 体操"
                """)
        #expect(diagnostic.rendered(colour: true).contains("\u{1B}[1;31merror:\u{1B}[0m"))
    }

    /// Services that run builds take such lines of a log for commands.
    @Test(arguments: ["::add-mask::x", "  ::stop-commands::x", "a ##[add-matcher]x", "##vso[task.setvariable]x"])
    func linesCommandNobody(line: String) {
        let source = SourceText(file: "x.md", text: line)
        let text = Diagnostic(.error, code: "x", at: 0..<1, in: source, message: line, remedy: line).rendered()
        for line in text.split(separator: "\n") {
            #expect(!line.drop { $0 == " " }.hasPrefix("::") && !line.contains("##["))
            #expect(!line.contains("##vso["))
        }
    }

    @Test func forPrograms() throws {
        let diagnostic = try #require(Document(parsing: source).diagnostics(.english).first)
        #expect(
            diagnostic.rendered(as: .json).hasPrefix(
                #"{"severity":"error","code":"front-matter/colon-in-value","file":"content/places/himawari.md","line":2,"column":8,"endColumn":9,"#
            ))
        #expect(diagnostic.rendered(as: .json).contains(#"Example: name: \"Part 1: exercises\""#))
        let github = diagnostic.rendered(as: .github)
        #expect(
            github.hasPrefix(
                "::error file=content/places/himawari.md,line=2,col=8,endColumn=9,title=front-matter/colon-in-value::The value"
            ))
        #expect(github.contains("%0A") && !github.contains("\n"))
        let file = Diagnostic(.note, code: "x", file: "a,b:c%.md", message: "50%", remedy: "")
        #expect(file.rendered(as: .github) == "::notice file=a%2Cb%3Ac%25.md,title=x::50%25")
        #expect(file.rendered() == "a,b:c%.md: note: 50%")
    }

    @Test func longLinesAreShortened() {
        let source = SourceText(
            file: "x", text: String(repeating: "あ", count: 5000) + "ここ" + String(repeating: "い", count: 5000))
        let diagnostic = Diagnostic(.error, code: "x", at: 15000..<15006, in: source, message: "m", remedy: "r")
        #expect(diagnostic.column == 5001)
        #expect(diagnostic.sourceLine.map { $0.count < 400 } == true)
        let line = Array((diagnostic.sourceLine ?? "").unicodeScalars)
        #expect(String(String.UnicodeScalarView(line[diagnostic.mark])) == "ここ")
    }

    @Test func whatCouldHarmATerminalIsNotShown() {
        let source = SourceText(file: "x", text: "a\u{1B}[2Jb\u{202E}c\td")
        let text = Diagnostic(.error, code: "x", at: 8..<9, in: source, message: "m\u{1B}", remedy: "").rendered()
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\t" })
    }

    /// Every kind of fault has its wording in both languages, and none is empty.
    @Test func everyFaultIsWorded() {
        let source = SourceText(file: "x", text: "abc")
        let kinds: [Fault.Kind] = [
            .byteOrderMark, .shiftJIS, .invalidUTF8(byte: 255), .forbiddenCharacter(scalar: 7), .noFrontMatter,
            .unclosedFrontMatter,
            .tooManyFaults, .fullWidthColon, .fullWidthSpace, .fullWidthDash, .curlyQuotes, .anchor, .alias, .tag,
            .complexKey,
            .severalDocuments, .directive, .tabIndentation, .pairInList, .expectedKey, .emptyKey,
            .missingSpaceAfterColon, .colonInValue,
            .duplicateKey("k"), .wrongIndentation, .unexpectedListItem, .listOnKeyLine, .unclosedQuote, .textAfterValue,
            .unknownEscape,
            .reservedCharacter(64), .wrongBlockHeader, .unclosedBracket(123), .expectedComma, .tooDeep,
            .invalidShiftJIS(byte: 255), .eucJP, .wideComma,
        ]
        let diagnostics = kinds.map { Fault($0, 0..<1).diagnostic(in: source, .japanese) }
        #expect(Set(diagnostics.map(\.code)).count == kinds.count)
        #expect(Set(diagnostics.map(\.message)).count == kinds.count)
        #expect(diagnostics.allSatisfy { !$0.remedy.isEmpty && $0.message.hasSuffix("。") })
    }

    @Test(arguments: [
        ("名祢", "名称"), ("地区区", "地区"), ("確任日", "確認日"), ("rading", "reading"), ("raeding", "reading"),
        ("Reading", "reading"),
        ("ｎａｍｅ", "name"), ("読み仮名", nil), ("x", nil), ("", nil), ("elevator", nil),
    ]) func nearestWords(typed: String, expected: String?) {
        #expect(nearestWord(to: typed, among: ["名称", "地区", "確認日", "name", "reading"]) == expected)
    }
}

// What the faults of front matter say to an editor, in Japanese and English.

import Messages

extension Fault {
    /// The message for this finding.
    package func diagnostic(in source: SourceText, _ language: MessageLanguage) -> Diagnostic {
        let words = kind.words(found: shortened(source.string(range)))
        return Diagnostic(
            severity, code: "front-matter/\(words.slug)", at: range, in: source,
            message: language.pick(words.japanese.message, words.english.message),
            remedy: language.pick(words.japanese.remedy, words.english.remedy))
    }
}

extension Document {
    /// The messages for everything found in this document.
    package func diagnostics(_ language: MessageLanguage) -> [Diagnostic] {
        faults.map { $0.diagnostic(in: source, language) }
    }
}

/// A fault's stable word for programs, and its message with remedy in both languages.
private struct Words {
    typealias Wording = (message: String, remedy: String)
    var slug: String
    var japanese: Wording
    var english: Wording

    init(_ slug: String, ja: Wording, en: Wording) {
        (self.slug, japanese, english) = (slug, ja, en)
    }
}

extension Fault.Kind {
    fileprivate func words(found: String) -> Words {
        switch self {
        case .byteOrderMark, .shiftJIS, .invalidUTF8, .invalidShiftJIS, .eucJP, .forbiddenCharacter, .noFrontMatter,
            .unclosedFrontMatter,
            .tooManyFaults:
            wordsAboutFile
        case .fullWidthColon, .fullWidthSpace, .fullWidthDash, .curlyQuotes: wordsAboutKeyboard
        case .anchor, .alias, .tag, .complexKey, .severalDocuments, .directive, .tabIndentation, .pairInList:
            wordsAboutRefusal
        case .expectedKey, .emptyKey, .missingSpaceAfterColon, .colonInValue, .duplicateKey, .wrongIndentation,
            .unexpectedListItem, .listOnKeyLine, .tooDeep:
            wordsAboutStructure(found)
        default: wordsAboutValue(found)
        }
    }

    private var wordsAboutFile: Words {
        switch self {
        case .byteOrderMark:
            Words(
                "byte-order-mark",
                ja: ("ファイルの先頭に BOM（見えない印）があります。", "このままでも読めます。保存のとき「UTF-8（BOM なし）」を選ぶと消えます。"),
                en: (
                    "The file begins with a byte order mark, an invisible character.",
                    "It is read all the same. Save as “UTF-8 without BOM” to remove it."
                ))
        case .shiftJIS:
            Words(
                "shift-jis",
                ja: ("文字コードが Shift_JIS です。UTF-8 に直して読みました。", "エディターで文字コード「UTF-8」を選んで保存してください。"),
                en: (
                    "The file is in Shift_JIS; it was converted to UTF-8 for reading.",
                    "Save it with the encoding UTF-8."
                ))
        case .invalidUTF8(let byte):
            Words(
                "invalid-utf8",
                ja: (
                    "文字として読めないバイト（\(hexadecimal(byte))）があります。UTF-8 でも Shift_JIS でもありません。このファイルのほかの内容は、まだ確かめていません。",
                    "エディターで文字コード「UTF-8」を選んで保存し直してください。"
                ),
                en: (
                    "The byte \(hexadecimal(byte)) is no text: the file is neither UTF-8 nor Shift_JIS. The rest of it was not checked.",
                    "Save it again with the encoding UTF-8."
                ))
        case .invalidShiftJIS(let byte):
            Words(
                "invalid-shift-jis",
                ja: (
                    "Shift_JIS の文字として読めないバイト（\(hexadecimal(byte))）があります。このファイルのほかの内容は、まだ確かめていません。",
                    "この文字を打ち直し、エディターで文字コード「UTF-8」を選んで保存してください。"
                ),
                en: (
                    "The byte \(hexadecimal(byte)) is no text in Shift_JIS; the rest of the file was not checked.",
                    "Type this character again, and save the file with the encoding UTF-8."
                ))
        case .eucJP:
            Words(
                "euc-jp",
                ja: (
                    "文字コードが EUC-JP です。読めるのは UTF-8 と Shift_JIS です。このファイルの内容は、まだ確かめていません。",
                    "エディターで文字コード「EUC-JP」を選んで開き、「UTF-8」で保存し直してください。"
                ),
                en: (
                    "The file is in EUC-JP; UTF-8 and Shift_JIS can be read. What it says was not checked.",
                    "Open it with the encoding EUC-JP and save it as UTF-8."
                ))
        case .forbiddenCharacter(let scalar):
            Words(
                "forbidden-character",
                ja: ("見えない文字 \(codePoint(scalar)) が混ざっています。", "この文字を消してください。見えないときは、前後の文字ごと消して打ち直します。"),
                en: (
                    "The invisible character \(codePoint(scalar)) is not allowed here.",
                    "Delete it; if it cannot be seen, delete its neighbours too and type them again."
                ))
        case .noFrontMatter:
            Words(
                "no-front-matter",
                ja: ("ファイルの最初の行が「---」ではありません。", "1行目に半角で「---」と書き、項目の後にもう一度「---」の行を置いてください。"),
                en: (
                    "The first line of the file is not “---”.",
                    "Begin with a line “---”, and put another one after the fields."
                ))
        case .unclosedFrontMatter:
            Words(
                "unclosed-front-matter",
                ja: ("項目の終わりを示す「---」の行がありません。", "最後の項目の次の行に、半角で「---」だけを書いてください。"),
                en: (
                    "The fields are not closed by a second line “---”.",
                    "Write “---” alone on the line after the last field."
                ))
        default:
            Words(
                "too-many-faults",
                ja: ("誤りが多いので、このファイルの残りは読みませんでした。", "ここまでの誤りを直してから、もう一度確かめてください。"),
                en: (
                    "There are so many errors that the rest of this file was not read.",
                    "Correct those above, then check again."
                ))
        }
    }

    private var wordsAboutKeyboard: Words {
        switch self {
        case .fullWidthColon:
            Words(
                "full-width-colon",
                ja: ("全角の「：」を、項目名の後の「:」として読みました。", "半角の「:」と半角の空白に直すと、ほかの道具でも読めます。"),
                en: (
                    "The full-width colon was read as the one after a key.",
                    "Type “: ”, a half-width colon and a space."
                ))
        case .fullWidthSpace:
            Words(
                "full-width-space",
                ja: ("全角の空白を、半角の空白として読みました。", "半角の空白に直してください（字下げは1段に半角2つ）。"),
                en: (
                    "A full-width space was read as space.",
                    "Replace it by half-width spaces, two for each step of indentation."
                ))
        case .fullWidthDash:
            Words(
                "full-width-dash",
                ja: ("全角の「－」を、箇条書きの印として読みました。", "半角の「-」と半角の空白に直してください。"),
                en: ("The full-width dash was read as a list mark.", "Type “- ”, a half-width dash and a space."))
        default:
            Words(
                "curly-quotes",
                ja: ("値を囲む引用符が半角ではありません。外して読みました。", "引用符を消すか、半角の「\"」に直してください。"),
                en: (
                    "The quotation marks around the value are not plain ones; they were taken off.",
                    "Delete them, or type half-width quotation marks."
                ))
        }
    }

    private var wordsAboutRefusal: Words {
        switch self {
        case .anchor: unsupportedValue("anchor", "&", "アンカー", "an anchor")
        case .alias: unsupportedValue("alias", "*", "エイリアス", "an alias")
        case .tag: unsupportedValue("tag", "!", "タグ", "a tag")
        case .complexKey:
            Words(
                "complex-key",
                ja: ("項目名に使えるのは、1行の文字だけです。", "「項目名: 値」の形で書いてください。"),
                en: ("A key must be a text on one line.", "Write “key: value”."))
        case .severalDocuments:
            Words(
                "several-documents",
                ja: ("1つのファイルに書ける項目の組は1つです。", "項目は最初の「---」と次の「---」の間にまとめ、この2行にはほかに何も書かないでください。"),
                en: (
                    "A file holds one set of fields.",
                    "Keep all fields between the first two lines “---”, with nothing else on those lines."
                ))
        case .directive:
            Words(
                "directive",
                ja: ("「%」で始まる行（YAML の指示）は使えません。", "この行を消してください。"),
                en: ("A line that begins with “%”, a directive of YAML, is not supported.", "Delete this line."))
        case .tabIndentation:
            Words(
                "tab-indentation",
                ja: ("字下げにタブが使われています。", "タブを半角の空白に直してください（1段に2つ）。"),
                en: ("A tab is used as indentation.", "Replace it by spaces, two for each step."))
        default:
            Words(
                "pair-in-list",
                ja: ("「[ ]」の中に「項目名: 値」をそのまま書くことはできません。", "「[{項目名: 値}]」のように波かっこで囲んでください。"),
                en: (
                    "“key: value” cannot stand by itself between square brackets.",
                    "Put it in braces, “[{key: value}]”, or the text in quotation marks."
                ))
        }
    }

    private func unsupportedValue(_ slug: String, _ mark: String, _ japanese: String, _ english: String) -> Words {
        Words(
            slug,
            ja: ("「\(mark)」で始まる書き方（YAML の\(japanese)）は使えません。", quoteInJapanese),
            en: ("A value that begins with “\(mark)”, \(english) of YAML, is not supported.", quoteInEnglish))
    }

    private func wordsAboutStructure(_ found: String) -> Words {
        switch self {
        case .expectedKey:
            Words(
                "expected-key",
                ja: ("「\(found)」に、項目名と「:」がありません。", "「項目名: 値」の形で書いてください。前の行の続きなら、前の行より字下げします。"),
                en: (
                    "“\(found)” has no key with a colon.",
                    "Write “key: value”; if it continues the line above, indent it more than that."
                ))
        case .emptyKey:
            Words(
                "empty-key",
                ja: ("「:」の前に項目名がありません。", "「項目名: 値」の形で書いてください。"),
                en: ("There is no key before the colon.", "Write “key: value”."))
        case .missingSpaceAfterColon:
            Words(
                "missing-space-after-colon",
                ja: ("「:」の後に空白がありません。", "「:」の後に半角の空白を入れて「項目名: 値」としてください。"),
                en: ("There is no space after the colon.", "Put a space after it: “key: value”."))
        case .colonInValue:
            Words(
                "colon-in-value",
                ja: ("値の中に「: 」があるので、どこまでが項目名か決まりません。", quoteInJapanese + "例: 名称: \"第1部: 体操\""),
                en: (
                    "The value contains “: ”, so that it is not clear where the key ends.",
                    quoteInEnglish + " Example: name: \"Part 1: exercises\""
                ))
        case .duplicateKey(let key):
            Words(
                "duplicate-key",
                ja: ("項目「\(shortened(key))」が2回書かれています。", "1つにまとめてください。値がいくつもあるときは箇条書きにします。"),
                en: ("The key “\(shortened(key))” stands twice.", "Keep one of them; several values make a list."))
        case .wrongIndentation:
            Words(
                "wrong-indentation",
                ja: ("字下げが前の行と合いません。", "同じ段の項目は、行頭の空白の数をそろえてください。"),
                en: (
                    "The indentation does not fit the lines above.",
                    "Begin fields that belong together in the same column."
                ))
        case .unexpectedListItem:
            Words(
                "unexpected-list-item",
                ja: ("ここに箇条書き「-」は置けません。", "「項目名:」の次の行から「- 」で書き始めてください。"),
                en: ("A list item cannot stand here.", "Write “key:”, then the list from the next line on."))
        case .listOnKeyLine:
            Words(
                "list-on-key-line",
                ja: ("箇条書き「- 」が、項目名と同じ行やかっこの中にあります。", "次の行に書くか、「[A, B]」のように角かっこで書いてください。"),
                en: (
                    "A list item begins on the line of its key or between brackets.",
                    "Begin it on the next line, or write “[a, b]”."
                ))
        default:
            Words(
                "too-deep",
                ja: ("入れ子が深すぎます（\(maximumDepth) 段まで）。", "項目を分けるなどして、浅くしてください。"),
                en: ("This is nested too deeply; the limit is \(maximumDepth) levels.", "Make it shallower."))
        }
    }

    private func wordsAboutValue(_ found: String) -> Words {
        switch self {
        case .unclosedQuote:
            Words(
                "unclosed-quote",
                ja: ("引用符「\(found)」が閉じていません。", "値の終わりに「\(found)」を付けるか、始めの「\(found)」を消してください。"),
                en: (
                    "The quotation mark \(found) is not closed.",
                    "Put \(found) at the end of the value, or delete the first one."
                ))
        case .textAfterValue:
            Words(
                "text-after-value",
                ja: ("値が終わった後に「\(found)」があります。", "値全体を引用符で囲むか、余分な文字を消してください。"),
                en: (
                    "“\(found)” stands after the end of the value.",
                    "Put the whole value in quotation marks, or delete what is too much."
                ))
        case .unknownEscape:
            Words(
                "unknown-escape",
                ja: ("「\(found)」という書き方はありません。", "「\\」そのものを書くなら「\\\\」とするか、値を「'」で囲んでください。"),
                en: (
                    "“\(found)” is not a known escape.",
                    "For a backslash write “\\\\”, or put the value in single quotation marks."
                ))
        case .reservedCharacter(let byte):
            Words(
                "reserved-character",
                ja: ("値を「\(character(byte))」で始めることはできません。", quoteInJapanese),
                en: ("A value cannot begin with “\(character(byte))”.", quoteInEnglish))
        case .wrongBlockHeader:
            Words(
                "wrong-block-header",
                ja: ("「\(found)」は、複数行の文の始まりとして読めません。", "「|」または「>」だけを書き、文は次の行から字下げして書いてください。"),
                en: (
                    "“\(found)” does not begin a text of several lines.",
                    "Write “|” or “>” alone, and the text on the next lines, indented."
                ))
        case .unclosedBracket(let byte):
            Words(
                "unclosed-bracket",
                ja: ("「\(character(byte))」が閉じていません。", "終わりに「\(closing(byte))」を付けてください。"),
                en: ("“\(character(byte))” is not closed.", "Put “\(closing(byte))” at the end."))
        case .wideComma:
            Words(
                "wide-comma",
                ja: ("波かっこの中の項目が、全角の「\(found)」で区切られています。", "「\(found)」を半角の「, 」（コンマと空白）に直してください。"),
                en: (
                    "The fields between the braces are separated by “\(found)”.",
                    "Put “, ” there, a half-width comma and a space."
                ))
        default:
            Words(
                "expected-comma",
                ja: ("かっこの中の区切りが読めません。", "値の間を半角の「, 」で区切り、記号を含む値は「\"」で囲んでください。"),
                en: (
                    "The values between the brackets are not separated as expected.",
                    "Put “, ” between values, and quotation marks around a value that contains such marks."
                ))
        }
    }
}

// MARK: - Parts of sentences

private let quoteInJapanese = "文字として書くなら、値全体を「\"」で囲んでください。"
private let quoteInEnglish = "If it is meant as text, put the whole value in quotation marks."

private func shortened(_ text: String) -> String {
    text.unicodeScalars.count > 24 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(24))) + "…" : text
}

private func character(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }

private func closing(_ bracket: UInt8) -> String { bracket == ASCII.openBrace ? "}" : "]" }

private func hexadecimal(_ byte: UInt8) -> String { "0x" + String(byte, radix: 16, uppercase: true) }

private func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

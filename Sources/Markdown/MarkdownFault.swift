// What can be wrong with a text, as values, and what they say to an editor in Japanese and English.

import FrontMatter
import Messages

/// One finding, by range of the source.
package struct MarkdownFault: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case typedHTML
        case comment
        case unsafeAddress(String)
        case invisibleCharacter
        case tooDeep
        /// For those who know the places: `nearest` is the known name closest to it.
        case unknownPlace(String, nearest: String?)
        /// For those who know the pictures.
        case missingPicture(String, nearest: String?)
    }

    package let kind: Kind
    package let range: Range<Int>

    package init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    package var severity: Severity {
        switch kind {
        // What stands in a text that was not taken apart cannot be held against what consents.
        case .unknownPlace, .missingPicture, .tooDeep: .error
        case .typedHTML, .unsafeAddress, .invisibleCharacter: .warning
        case .comment: .note
        }
    }

    package func diagnostic(in source: SourceText, _ language: MessageLanguage) -> Diagnostic {
        let words = words
        return Diagnostic(
            severity, code: "markdown/\(words.slug)", at: range, in: source,
            message: language.pick(words.ja.0, words.en.0), remedy: language.pick(words.ja.1, words.en.1))
    }

    private typealias Words = (slug: String, ja: (String, String), en: (String, String))

    private var words: Words {
        switch kind {
        case .typedHTML:
            (
                "typed-html", ("HTML のタグは働きません。文字のまま表示します。", "タグを消すか、Markdown の書き方（**太字** など）に直してください。"),
                ("HTML does not work here; it is shown as the characters it is.", "Delete the tags, or use Markdown.")
            )
        case .comment:
            (
                "comment", ("コメント（<!-- -->）は公開されません。", "人に見せない覚え書きは、項目「メモ」に書いてください。"),
                (
                    "Comments are not published.",
                    "For notes that nobody else should read there is the field “private-notes”."
                )
            )
        case .unsafeAddress(let address):
            (
                "unsafe-address",
                ("リンク先「\(address)」は使えません。リンクを外し、文字だけにしました。", "http・https・mailto・tel で始まるか、このサイトの中のアドレスにしてください。"),
                (
                    "The address “\(address)” is not allowed; only the text of the link is kept.",
                    "Use http, https, mailto, tel, or an address within the site."
                )
            )
        case .invisibleCharacter:
            (
                "invisible-character", ("見えない制御文字が混ざっています。取り除いて表示します。", "この文字を消してください。"),
                ("There is an invisible control character; it is left out.", "Delete it.")
            )
        case .tooDeep:
            (
                "too-deep", ("入れ子が深すぎるので、文字だけを表示します。", "引用や箇条書きの段を減らしてください。"),
                ("This is nested too deeply; only its words are shown.", "Use fewer levels of quotes and lists.")
            )
        case .unknownPlace(let name, let nearest):
            (
                "unknown-place", ("「\(name)」という場はありません。", nearest.map { "「\($0)」のことですか。" } ?? "場の名称か「No.番号」を書いてください。"),
                (
                    "There is no place “\(name)”.",
                    nearest.map { "Did you mean “\($0)”?" } ?? "Write the name of a place, or “No.” and its number."
                )
            )
        case .missingPicture(let name, let nearest):
            (
                "missing-picture",
                ("写真「\(name)」がありません。", nearest.map { "「\($0)」のことですか。" } ?? "ファイル名を確かめ、photos フォルダーに入れてください。"),
                (
                    "There is no picture “\(name)”.",
                    nearest.map { "Did you mean “\($0)”?" }
                        ?? "Check the file's name, and put it into the folder photos."
                )
            )
        }
    }
}

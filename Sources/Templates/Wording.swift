// The messages about templates and string tables, for the people who edit them: what was found, what to do.

import Messages

extension TemplateFault {
    /// Names the kind of fault for programs. Does not change.
    package var code: String { wording(.english).code }
    package func message(_ language: MessageLanguage) -> String { wording(language).message }
    package func remedy(_ language: MessageLanguage) -> String { wording(language).remedy }

    private typealias Wording = (code: String, message: String, remedy: String)

    private func wording(_ language: MessageLanguage) -> Wording {
        func word(
            _ code: String, _ japanese: String, _ english: String, nearest: String? = nil, _ remedyInJapanese: String,
            _ remedyInEnglish: String
        ) -> Wording {
            let question = nearest.map { language.pick("もしかして: \($0)。", "Did you mean \($0)? ") } ?? ""
            let remedy = language.pick(remedyInJapanese, remedyInEnglish)
            return (code, language.pick(japanese, english), question + remedy)
        }
        return switch kind {
        case .tagNotClosed:
            word(
                "template-tag", "{{ に対する }} が同じ行にありません。", "{{ has no }} on its line.",
                "}} で閉じてください。", "Close it with }}.")
        case .badTag(let text):
            word(
                "template-tag", "「\(text)」は名前として使えません。", "“\(text)” is not a name.",
                "名前には英数字と _ - . が使えます。", "A name has letters, digits and _ - .")
        case .rawHTML(let name):
            word(
                "template-raw", "エスケープしない挿入は使えません。", "There is no insertion without escaping.",
                "{{\(name)}} と書いてください。HTML の値はそのまま、文字の値は安全な形で入ります。",
                "Write {{\(name)}}: values that are HTML go in as they are, and text always safely.")
        case .newDelimiters:
            word(
                "template-tag", "区切り記号は変えられません。", "The delimiters cannot be changed.",
                "{{ と }} を使ってください。", "Use {{ and }}.")
        case .sectionNotClosed(let name):
            word(
                "template-section", "「\(name)」が閉じられていません。", "“\(name)” is not closed.",
                "終わりに {{/\(name)}} を書いてください。", "Write {{/\(name)}} where it ends.")
        case .closesNothing(let name):
            word(
                "template-section", "{{/\(name)}} に対する始まりがありません。", "{{/\(name)}} closes nothing.",
                "{{#\(name)}} を書くか、この行を消してください。", "Write {{#\(name)}} before it, or remove it.")
        case .closesAnother(let name, let open, let line):
            word(
                "template-section", "{{/\(name)}} がありますが、開いているのは\(line)行目の「\(open)」です。",
                "{{/\(name)}} stands where “\(open)” of line \(line) is open.",
                "先に {{/\(open)}} で閉じてください。", "Close {{/\(open)}} first.")
        case .outsideBlocks(let layout):
            word(
                "template-layout", "{{< \(layout)}} の中で、ブロックの外にあるものは表示されません。",
                "Within {{< \(layout)}}, nothing outside of a block is shown.",
                "{{$名前}}…{{/名前}} の中に入れてください。", "Put it into a {{$name}}…{{/name}}.")
        case .blockTwice(let name):
            word(
                "template-layout", "ブロック「\(name)」が二度あります。", "The block “\(name)” is there twice.",
                "どちらかを消してください。", "Remove one of them.")
        case .tooDeep:
            word(
                "template-size", "入れ子が深すぎます。", "Sections are nested too deeply.",
                "部品に分けてください。", "Split the template into partials.")
        case .noTemplate(let name, let nearest):
            word(
                "template-missing", "テンプレート「\(name).mustache」がありません。", "There is no template “\(name).mustache”.",
                nearest: nearest, "templates/ に置いてください。", "Put it into templates/.")
        case .noPartial(let name, let nearest):
            word(
                "template-missing", "部品「\(name)」がありません。", "There is no partial “\(name)”.",
                nearest: nearest, "templates/\(name).mustache を置いてください。", "Put templates/\(name).mustache there.")
        case .recursion(let chain):
            word(
                "template-recursion", "部品が自分自身を含んでいます: \(chain.joined(separator: " → "))",
                "Partials contain themselves: \(chain.joined(separator: " → "))",
                "輪になっているところを外してください。", "Take one of them out.")
        case .noBlock(let name, let layout, let nearest):
            word(
                "template-layout", "「\(layout)」にブロック「\(name)」はありません。", "“\(layout)” has no block “\(name)”.",
                nearest: nearest, "「\(layout)」に {{$\(name)}}…{{/\(name)}} を書いてください。",
                "Write {{$\(name)}}…{{/\(name)}} in “\(layout)”.")
        case .noName(let name, let shapes, let nearest):
            word(
                "template-name", "「\(name)」という名前はここにありません（ここ: \(shapes.joined(separator: " › "))）。",
                "There is no “\(name)” here (in \(shapes.joined(separator: " › "))).",
                nearest: nearest, "名前を確かめてください。", "Check the name.")
        case .noText(let name, let isList):
            word(
                "template-kind", "「\(name)」は文字ではありません。", "“\(name)” is not a text.",
                "{{#\(name)}}…{{/\(name)}} と書いてください。" + (isList ? "数は {{\(name).count}} です。" : ""),
                "Write {{#\(name)}}…{{/\(name)}}." + (isList ? " Its number is {{\(name).count}}." : ""))
        case .noSection(let name):
            word(
                "template-kind", "「\(name)」は決まった言葉です。条件には使えません。", "“\(name)” is a fixed word, not a condition.",
                "{{\(name)}} と書いてください。", "Write {{\(name)}}.")
        case .noCurrentText:
            word(
                "template-kind", "ここでは {{.}} は使えません。", "{{.}} means nothing here.",
                "{{.}} は文字の項目や文字の一覧の中で使えます。", "{{.}} is for sections about a text or a list of texts.")
        case .throughList(let name):
            word(
                "template-kind", "「\(name)」は一覧です。", "“\(name)” is a list.",
                "{{#\(name)}}…{{/\(name)}} の中に書いてください。あるかどうかは \(name).any、数は \(name).count です。",
                "Write it inside {{#\(name)}}…{{/\(name)}}; \(name).any tells whether there is any, \(name).count how many."
            )
        case .listInList(let name):
            word(
                "template-size", "「\(name)」は、ここで開いている一覧の項目のものではありません。項目の数だけくり返されてしまいます。",
                "“\(name)” does not belong to the items of the list that is open here; it would be repeated for each.",
                "一覧の外に出してください。", "Move it out of the list.")
        case .throughText(let name):
            word(
                "template-kind", "「\(name)」の中に項目はありません。", "“\(name)” has nothing inside.",
                "点の後を消してください。", "Remove what follows the dot.")
        case .noWord(let key, let language, let nearest):
            word(
                "template-word", "言葉「\(key)」が strings/\(language).yaml にありません。",
                "There is no word “\(key)” in strings/\(language).yaml.",
                nearest: nearest, "「\(key): 言葉」の行を加えてください。", "Add a line “\(key): …”.")
        case .tooLarge:
            word(
                "template-size", "部品の中の部品が多すぎます。", "Partials within partials grow too large.",
                "部品を減らしてください。", "Use fewer.")
        case .unused(let nearest):
            word(
                "template-unused", "このテンプレートはどのページにも使われません。", "No page uses this template.",
                nearest: nearest.map { "\($0).mustache" }, "ファイル名を確かめるか、ファイルを消してください。",
                "Check the file's name, or remove the file.")
        case .badEntry:
            word(
                "strings-entry", "この行は「名前: 言葉」の形ではありません。", "This line is not “key: text”.",
                "名前には英数字と _ - . を使い、半角の : を続けてください。", "A key has letters, digits and _ - . and is followed by a colon.")
        case .badQuote:
            word(
                "strings-quote", "引用符が正しく閉じられていません。", "The quotes do not end as they should.",
                "同じ引用符で閉じてください。\" の中では \\n \\\" \\\\ だけが使えます。",
                "Close with the same quote; within \" only \\n, \\\" and \\\\ are known.")
        case .wordTwice(let key, let line):
            word(
                "strings-twice", "「\(key)」は\(line)行目にもあります。", "“\(key)” is on line \(line) already.",
                "どちらかを消してください。", "Remove one of them.")
        case .wordOfNobody(let key, let nearest):
            word(
                "strings-unknown", "「\(key)」という言葉は使われません。", "Nothing uses a word “\(key)”.",
                nearest: nearest, "名前を確かめてください。", "Check the key.")
        }
    }
}

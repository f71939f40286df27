/// The sentences about printing, for editors: what happened, what to do.

import FrontMatter
import Glibc
import Messages

extension TypesettingFault {
    package func message(_ language: MessageLanguage) -> String {
        switch self {
        case .noEngine:
            language.pick(
                """
                組版プログラム Typst が見つかりません。
                  → 次の二行を実行してください（一度だけ、どのガイドにも使えます）。
                     python3 -m venv ~/.local/share/kayoi/venv
                     ~/.local/share/kayoi/venv/bin/pip install typst==\(Typesetter.version)
                """,
                """
                The typesetter, Typst, was not found.
                  → Run these two lines, once for all guides:
                     python3 -m venv ~/.local/share/kayoi/venv
                     ~/.local/share/kayoi/venv/bin/pip install typst==\(Typesetter.version)
                """)
        case .noFont(let name):
            language.pick(
                """
                字体ファイル「\(name)」が見つかりません。
                  → sudo apt install fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho fonts-noto-cjk
                    （または、ガイドのフォルダーに fonts フォルダーを作り、そこに置いてください）
                """,
                """
                The font file “\(name)” was not found.
                  → sudo apt install fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho fonts-noto-cjk
                    (or put it into a folder named fonts in the guide's folder)
                """)
        case .noPhotoProgram:
            language.pick(
                """
                写真を印刷用の色にするプログラム vips が見つかりません。
                  → sudo apt install libvips-tools
                """,
                """
                vips, which puts photos into the inks of the print, was not found.
                  → sudo apt install libvips-tools
                """)
        case .noPressProfile(let path):
            language.pick(
                "「\(path)」は印刷機（CMYK）の ICC プロファイルではありません。\n  → 印刷所に、入稿用の CMYK プロファイル（.icc）をもらってください。",
                "“\(path)” is no ICC profile of a press (CMYK).\n  → Ask the print shop for its CMYK profile (.icc).")
        case .missingCharacters(let characters):
            language.pick(
                "字体にない文字があります。このままでは印刷できません。\n" + Self.list(characters)
                    + "  → ほかの文字に書きかえてください。人名の漢字は、Noto Sans CJK を入れると足りることがあります（sudo apt install fonts-noto-cjk）。",
                "Some characters are in none of the fonts and cannot be printed:\n" + Self.list(characters)
                    + "  → Write them differently. For rare kanji, Noto Sans CJK may help (sudo apt install fonts-noto-cjk)."
            )
        case .template(let words):
            language.pick(
                "印刷のテンプレートにまちがいがあります（ファイル名:行:文字）。\n\(words)",
                "A template of the printed works has a mistake (file:line:column).\n\(words)")
        case .engine(let words):
            language.pick("組版プログラムが止まりました。\n\(words)", "The typesetter failed.\n\(words)")
        case .machine(let path, let code):
            language.pick(
                "「\(path)」を読み書きできません（\(String(cString: strerror(code)))）。",
                "“\(path)” cannot be read or written (\(String(cString: strerror(code)))).")
        }
    }

    private static func list(_ characters: [MissingCharacter]) -> String {
        characters.map { missing in
            let code = String(missing.character.value, radix: 16, uppercase: true)
            return "  \(missing.character) (U+\(code))  \(missing.record)\n"
        }.joined()
    }
}

extension WorkFault {
    package func message(_ language: MessageLanguage) -> String {
        switch self {
        case .noArea(let id, let known):
            language.pick("地区「\(id)」はありません。", "There is no area “\(id)”.") + Self.choices(known, language)
        case .noPlace(let number):
            language.pick(
                "載せている通いの場に \(number)番はありません。\n  → 番号はサイトの一覧で確かめてください。",
                "No published place has the number \(number).\n  → The site's list has the numbers.")
        case .noEvent(let id, let known):
            language.pick("行事「\(id)」はありません。", "There is no event “\(id)”.") + Self.choices(known, language)
        case .noIssue(let issue, let known):
            language.pick("「\(issue)」の事例紹介（号）はありません。", "No story belongs to the issue “\(issue)”.")
                + Self.choices(known, language)
        case .howMany(let count):
            language.pick(
                "個人の一枚に載せられるのは 1〜6か所です（\(count)か所あります）。\n  → 二枚に分けてください。",
                "A personal sheet has 1 to 6 places (\(count) were named).\n  → Make two sheets of them.")
        case .cannotBeFolded:
            language.pick(
                "A3（二つ折り）で作れるのは、地区の一枚（area）と宝物マップ（handout）です。\n  → ほかのものは --paper A4、B5、A5 のどれかにしてください。",
                "Only an area's sheets (area, handout) can be made on A3, to be folded.\n  → Use --paper A4, B5 or A5."
            )
        case .surveyWithoutFile:
            language.pick(
                "調査票には公開しないことも載ります。置き場所を決めてください。\n  → kayoi book survey --output ~/調査票.pdf",
                "The survey shows what is not published. Say where it shall be written.\n  → kayoi book survey --output ~/survey.pdf"
            )
        case .surveyInSite(let path):
            language.pick(
                "「\(path)」は公開されるフォルダーの中です。調査票は部外秘なので、ここには書きません。\n  → ほかのフォルダーを --output で選んでください。",
                "“\(path)” lies in a folder that is published; the survey is confidential and is not written there.\n  → Choose another folder with --output."
            )
        case .unknownInSurvey(let names):
            language.pick(
                "「\(names.joined(separator: "、"))」のうち、調べる地区や番号にないものがあります。\n  → 地区は content/areas/ のファイル名で、通いの場は番号で示してください。",
                "Among “\(names.joined(separator: ", "))” is something that is neither an area nor the number of a place to survey.\n  → Name areas by their files in content/areas/, and places by number."
            )
        case .noTemplate(let path):
            language.pick("テンプレート「\(path)」がありません。", "The template “\(path)” is missing.")
        case .unknownWork(let words, let nearest):
            language.pick("「\(words)」では、作るものがわかりません。\n  → ", "“\(words)” names no work.\n  → ")
                + (nearest.map { language.pick("もしかして: \($0)。", "Did you mean \($0)? ") } ?? "")
                + language.pick(
                    "作れるものと、それぞれに書きそえるものは、kayoi book --help で一覧が出ます。",
                    "kayoi book --help lists the works and what each needs.")
        case .notANumber(let text):
            language.pick(
                "「\(text)」は通いの場の番号ではありません。\n  → 数字だけを、空白で区切って書いてください：kayoi book mine 1 8 12",
                "“\(text)” is no number of a place.\n  → Write digits, with spaces between the numbers: kayoi book mine 1 8 12"
            )
        case .reportWithoutDay:
            language.pick(
                "報告には、前回の協議体の日が要ります。\n  → kayoi book report --since 2026-09-01",
                "The report needs the day of the last meeting.\n  → kayoi book report --since 2026-09-01")
        case .oneFileForMany(let count):
            language.pick(
                "--output で決められるのは1つのファイルですが、作るものは \(count)つあります。\n  → 作るものを1つ選ぶか、--output を付けずに実行してください。",
                "--output names one file, but there are \(count) works.\n  → Name one work, or leave --output out.")
        case .bookletForPress:
            language.pick(
                "中とじの面付け（--booklet）は事務所のコピー機のためのもので、--press とは使えません。\n  → 印刷所には、面付けをしないものを渡してください（--booklet を外す）。",
                "--booklet is for the office's copier; a print shop imposes the pages itself.\n  → Leave --booklet out."
            )
        case .onlyForPress:
            language.pick(
                "--marks と --profile は印刷所に渡すものだけに使えます。\n  → --press を付けてください。",
                "--marks and --profile are only for a print shop.\n  → Add --press.")
        }
    }

    private static func choices(_ known: [String], _ language: MessageLanguage) -> String {
        known.isEmpty
            ? "" : language.pick("\n  → 選べるもの：", "\n  → Known: ") + known.joined(separator: language.pick("、", ", "))
    }
}

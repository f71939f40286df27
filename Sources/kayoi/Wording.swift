/// The command's own sentences, in Japanese and English.

import FrontMatter
import Glibc
import Guide
import Messages
import Preview
import Publishing
import Site
import Starter

enum Wording {
    static func summary(_ diagnostics: [Diagnostic], _ language: MessageLanguage) -> String {
        func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
        let (errors, warnings, notes) = (count(.error), count(.warning), count(.note))
        func english(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
        return language.pick(
            "エラー \(errors)件、注意 \(warnings)件、お知らせ \(notes)件",
            [english(errors, "error"), english(warnings, "warning"), english(notes, "note")].joined(separator: ", "))
    }

    static func built(_ report: Publisher.Report, places: Int, at folder: String, _ language: MessageLanguage) -> String
    {
        if report.isUnchanged { return unchanged(at: folder, language) }
        return language.pick(
            "通いの場 \(places)か所のサイトを作りました：\(folder)/index.html（書いたファイル \(report.written)、前のまま \(report.kept)、消した \(report.removed.count)）",
            "Built the site of \(places) places: \(folder)/index.html (\(report.written) written, \(report.kept) kept, \(report.removed.count) removed)"
        )
    }

    static func unchanged(at folder: String, _ language: MessageLanguage) -> String {
        language.pick("変わったところはありません：\(folder)/index.html", "Nothing has changed: \(folder)/index.html")
    }

    static func preparing(_ done: Int, of total: Int, _ language: MessageLanguage) -> String {
        language.pick("写真を用意しています \(done)/\(total)", "Preparing photos \(done)/\(total)")
    }

    static func carried(_ files: [String], _ language: MessageLanguage) -> String {
        let list = files.prefix(5).joined(separator: language.pick("、", ", ")) + (files.count > 5 ? " …" : "")
        return language.pick(
            "注意: サイトのフォルダーに kayoi が作ったのではないファイルがあり、そのまま残しました：\(list)",
            "warning: the site's folder holds files that kayoi did not make; they were kept: \(list)")
    }

    static func withoutLeaflet(_ language: MessageLanguage) -> String {
        language.pick(
            "注意: 動かせる地図に使う Leaflet が入っていないため、絵の地図だけを載せました。\n  → sudo \(Leaflet.remedy)",
            "warning: Leaflet, which the map to move needs, is not installed; the drawn maps are published alone.\n  → sudo \(Leaflet.remedy)"
        )
    }

    static func waiting(for process: Int32?, _ language: MessageLanguage) -> String {
        let who = process.map { language.pick("（プロセス \($0)）", " (process \($0))") } ?? ""
        return language.pick(
            "ほかの kayoi\(who)が同じサイトを作っています。終わるのを待ちます。", "Another kayoi\(who) is building this site; waiting for it.")
    }

    /// - Parameter isFlawless: there is nothing of which the editor was warned either.
    static func sound(places: Int, published: Int, isFlawless: Bool, _ language: MessageLanguage) -> String {
        (isFlawless
            ? language.pick("問題はありません。", "No problems. ")
            : language.pick("エラーはありません。", "No errors. "))
            + Self.places(places, published: published, language)
    }

    static func places(_ places: Int, published: Int, _ language: MessageLanguage) -> String {
        language.pick(
            "通いの場 \(places)か所のうち、\(published)か所を載せます。", "\(published) of \(places) places are to be published.")
    }

    static func unknownCommand(_ word: String, nearest: String?, _ language: MessageLanguage) -> String {
        let remedy = nearest.map { language.pick("「kayoi \($0)」のことですか。", "Did you mean “kayoi \($0)”?") }
        return language.pick("エラー: 「\(word)」という命令はありません。", "error: there is no command “\(word)”.")
            + "\n  → " + (remedy ?? language.pick("kayoi --help で一覧が出ます。", "kayoi --help lists them."))
    }

    /// The parser's sentence about arguments, in Japanese.
    static func wrongUsage(_ english: String) -> String {
        let quoted = english.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        func others(_ count: Int) -> String { quoted.dropFirst(count).map { "「\($0)」" }.joined(separator: "、") }
        switch quoted.first {
        case let name? where english.hasPrefix("Unknown option"):
            return "エラー: 「\(name)」という指定はありません。" + (quoted.count > 1 ? others(1) + "のことですか。" : "")
        case let value? where english.hasPrefix("The value") && quoted.count > 1:
            let remedy =
                quoted[1].hasPrefix("--today") || quoted[1].hasPrefix("--since")
                ? "日付は 2026-12-01 のように書いてください。" : quoted.count > 2 ? others(2) + "のどれかを書いてください。" : ""
            return "エラー: 「\(quoted[1])」に「\(value)」は使えません。" + remedy
        case let name? where english.hasPrefix("Missing value"): return "エラー: 「\(name)」の値がありません。"
        case let name? where english.hasPrefix("Missing expected"): return "エラー: 「\(name)」がありません。"
        case .some where english.contains("nexpected argument"): return "エラー: 余分な言葉\(others(0))があります。"
        default: return "エラー: 命令の書き方が違います（\(english)）。"
        }
    }

    // MARK: Plain kayoi

    static func howToBegin(_ language: MessageLanguage) -> String {
        language.pick(
            """
            ここはガイドのフォルダーではありません。
              kayoi new フォルダー名       新しいガイドを作る
              kayoi --guide フォルダー名   別の場所にあるガイドの様子を見る
              kayoi --help                 使い方
            """,
            """
            This folder holds no guide.
              kayoi new DIR            makes a new guide
              kayoi --guide DIR        says how a guide elsewhere stands
              kayoi --help             how to use kayoi
            """)
    }

    /// - Parameter site: the site's first page, if there is one.
    static func next(hasErrors: Bool, site: String?, _ language: MessageLanguage) -> String {
        let seen = site.map { language.pick("サイトは \($0) にあります。\n", "The site is at \($0).\n") } ?? ""
        if hasErrors {
            return seen
                + language.pick(
                    "次にすること：kayoi check（直すところを見る）。直るまで、サイトは前のままです。",
                    "Next: kayoi check, to see what to mend. Until then the site stays as it is.")
        }
        return seen
            + (site == nil
                ? language.pick("次にすること：kayoi build（サイトを作る）", "Next: kayoi build, to make the site.")
                : language.pick(
                    "次にすること：content/ の中を書きかえたら、kayoi build（サイトを作りなおす）",
                    "Next: after a change in content/, kayoi build."))
    }

    static func freeNumbers(next: Int, gaps: [Int], _ language: MessageLanguage) -> String {
        let list = gaps.map(String.init).joined(separator: language.pick("、", ", "))
        return language.pick(
            "次の番号は \(next) です。" + (list.isEmpty ? "" : "（使われていない番号：\(list)）"),
            "The next number is \(next)." + (list.isEmpty ? "" : " (Never used: \(list))"))
    }

    static func numbered(_ path: String, _ number: Int, isConverted: Bool, _ language: MessageLanguage) -> String {
        language.pick("\(path)：番号 \(number) をつけました。", "\(path): number \(number)")
            + (isConverted
                ? language.pick(
                    "文字コードを Shift_JIS から UTF-8 に直して保存しました。", "; the file was in Shift_JIS and is now in UTF-8")
                : "")
    }

    static func nothingToNumber(_ language: MessageLanguage) -> String {
        language.pick("番号のない通いの場はありません。", "Every place has a number.")
    }

    static func created(_ folder: String, _ language: MessageLanguage) -> String {
        language.pick(
            """
            新しいガイドを作りました：\(folder)
            次にすること：
              cd \(folder)
              kayoi build          サイトを作る（site/index.html を開いてください）
              content/ の中のファイルを書きかえる
            """,
            """
            Made a new guide: \(folder)
            Next:
              cd \(folder)
              kayoi build          builds the site (open site/index.html)
              change the files in content/
            """)
    }

    static func notMade(_ fault: Starter.Fault, _ language: MessageLanguage) -> String {
        switch fault {
        case .notEmpty(let folder):
            return language.pick(
                "エラー: 「\(folder)」は空ではありません。新しいフォルダー名を指定してください。", "error: “\(folder)” is not empty; name a new folder.")
        case .system(let path, let code):
            return cannotWrite(path, code, language)
        }
    }

    static func broken(_ link: BrokenLink, _ language: MessageLanguage) -> Diagnostic {
        Diagnostic(
            .error, code: "site/broken-link", file: "site/" + link.page,
            message: language.pick("リンク先「\(link.link)」がありません。", "The link “\(link.link)” leads nowhere."),
            remedy: language.pick(
                "このページのもとになる文章か、テンプレートのリンクを直してください。", "Mend the link in the text or the template of this page."))
    }

    static func publishing(_ fault: PublishFault, _ language: MessageLanguage) -> String {
        language.pick("エラー", "error") + ": \(fault.message(language))\n  → \(fault.remedy(language))"
    }

    static func watching(_ language: MessageLanguage) -> String {
        language.pick(
            "content/ と templates/ を見ています。ファイルを保存すると、ブラウザーのページも新しくなります。終わるときは Ctrl-C を押してください。",
            "Watching content/ and templates/: save a file, and the page in the browser follows. Ctrl-C ends it.")
    }

    static func rebuilt(_ changes: Changes, in time: Duration, _ diagnostics: [Diagnostic], _ language: MessageLanguage)
        -> String
    {
        let what =
            switch changes.paths.sorted() {
            case _ where changes.isEverything: language.pick("全体", "everything")
            case let paths where paths.count <= 2: paths.joined(separator: language.pick("、", ", "))
            case let paths: language.pick("\(paths[0]) など \(paths.count)件", "\(paths[0]) and \(paths.count - 1) more")
            }
        return "\(what): \(time.formatted) (\(summary(diagnostics, language)))"
    }

    static func checked(_ diagnostics: [Diagnostic], _ language: MessageLanguage) -> String {
        language.pick("リンクを確かめました", "links checked") + " (\(summary(diagnostics, language)))"
    }

    static func unwatched(_ folder: String, _ code: Int32, _ language: MessageLanguage) -> String {
        let reason = String(cString: strerror(code))
        return language.pick(
            "注意: 「\(folder)」の変更に気づけません（\(reason)）。fs.inotify.max_user_watches を大きくするか、kayoi serve を起動し直してください。",
            "warning: changes in “\(folder)” go unnoticed (\(reason)). Raise fs.inotify.max_user_watches, or start kayoi serve anew."
        )
    }

    static func port(_ fault: PortFault, _ language: MessageLanguage) -> String {
        let reason = String(cString: strerror(fault.code))
        return language.pick(
            "エラー: ポート \(fault.port) は使えません（\(reason)）。--port で別の番号を示すか、--port を付けずに実行してください。",
            "error: port \(fault.port) cannot be used (\(reason)). Name another with --port, or none.")
    }

    static func stopped(_ language: MessageLanguage) -> String {
        language.pick(
            "エラー: プレビューのサーバーが止まりました。もう一度 kayoi serve を実行してください。",
            "error: the preview's server stopped; start kayoi serve again.")
    }

    /// What the machine did, among the problems of the guide.
    static func diagnostic(_ error: MachineError, _ language: MessageLanguage) -> Diagnostic {
        let reason = String(cString: strerror(error.code))
        return Diagnostic(
            .error, code: "machine/unreadable", file: error.path,
            message: language.pick("読めません（\(reason)）。", "This cannot be read (\(reason))."),
            remedy: language.pick("フォルダーを元の場所に戻すと、続きから表示します。", "Put it back in its place, and the preview goes on."))
    }

    static func machine(_ error: MachineError, _ language: MessageLanguage) -> String {
        let reason = String(cString: strerror(error.code))
        switch error.action {
        case .list:
            return language.pick(
                "エラー: フォルダー「\(error.path)」を開けません（\(reason)）。ガイドのフォルダーで実行するか、--guide で場所を示してください。",
                "error: the folder “\(error.path)” cannot be opened (\(reason)). Run kayoi in a guide's folder, or name one with --guide."
            )
        case .read:
            return language.pick(
                "エラー: 「\(error.path)」を読めません（\(reason)）。", "error: “\(error.path)” cannot be read (\(reason)).")
                + "\n  → " + remedy(error.code, language)
        case .write:
            return cannotWrite(error.path, error.code, language)
        }
    }

    private static func cannotWrite(_ path: String, _ code: Int32, _ language: MessageLanguage) -> String {
        let reason = String(cString: strerror(code))
        return language.pick("エラー: 「\(path)」に書けません（\(reason)）。", "error: “\(path)” cannot be written (\(reason)).")
            + "\n  → " + remedy(code, language)
    }

    private static func remedy(_ code: Int32, _ language: MessageLanguage) -> String {
        switch code {
        case EMFILE, ENFILE:
            language.pick(
                "一度に開けるファイルの数を増やしてください（ulimit -n 1024）。", "Allow more files to be open at once (ulimit -n 1024).")
        case ENOSPC, EDQUOT:
            language.pick("ディスクの空きを増やして、もう一度実行してください。", "Make room on the disk and run the command again.")
        case EFBIG:
            language.pick("ファイルを小さくしてください。", "Make the file smaller.")
        case ENOENT, ENOTDIR:
            language.pick("ファイルやフォルダーの名前と場所を確かめてください。", "Check the name and the place of the file or folder.")
        case EIO:
            language.pick("ディスクに異常がないか確かめてください。", "See whether the disk is sound.")
        default:
            language.pick(
                "ファイルとフォルダーの権限（読み書きの許可）を確かめてください。", "Check who may read and write the file and its folder.")
        }
    }
}

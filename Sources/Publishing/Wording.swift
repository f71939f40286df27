// The messages about publishing, for the people who build: what happened, what to do. The old site is always intact.

import Glibc
import Messages

extension PublishFault {
    package func message(_ language: MessageLanguage) -> String {
        switch kind {
        case .system(let operation, let number):
            let reason = reason(number, language)
            return language.pick(
                "「\(path)」を\(operation.ja): \(reason)", "Cannot \(operation.en) “\(path)”: \(reason)")
        case .notOurs(let names):
            return language.pick(
                "「\(path)」には kayoi が作ったものではないファイルがあります（\(names.joined(separator: "、")) など）。",
                "“\(path)” holds files that kayoi did not make (\(names.joined(separator: ", ")) …).")
        case .damagedManifest:
            return language.pick("「\(path)」が壊れています。", "“\(path)” is damaged.")
        case .linkOut:
            return language.pick(
                "「\(path)」は、サイトの外を指すシンボリックリンクです。", "“\(path)” is a symbolic link that leads out of the site.")
        case .mountPoint:
            return language.pick(
                "「\(path)」はマウントポイントなので、一度に入れ替えることができません。",
                "“\(path)” is a mount point and cannot be exchanged in one step.")
        case .busy(let process):
            let number = process.map { " (\($0))" } ?? ""
            return language.pick(
                "別の kayoi\(number) が「\(path)」で作業中です。", "Another kayoi\(number) is at work in “\(path)”.")
        case .badPath:
            return language.pick("「\(path)」という名前では公開できません。", "“\(path)” is no name for a file of the site.")
        case .twice:
            return language.pick("「\(path)」が二つできてしまいます。", "There would be two files “\(path)”.")
        }
    }

    package func remedy(_ language: MessageLanguage) -> String {
        switch kind {
        case .system(_, ENOSPC), .system(_, EDQUOT):
            language.pick(
                "空きを作ってから、もう一度実行してください。前のサイトはそのままです。",
                "Make room and build again. The old site is as it was.")
        case .system:
            language.pick(
                "フォルダーと権限を確かめてください。前のサイトはそのままです。",
                "Check the folder and its permissions. The old site is as it was.")
        case .notOurs:
            language.pick(
                "--output で空のフォルダーか、まだないフォルダーを指定してください。",
                "Name an empty folder, or one that is not there yet, with --output.")
        case .damagedManifest:
            language.pick("出力先のフォルダーを消して、もう一度実行してください。", "Delete the output folder and build again.")
        case .linkOut:
            language.pick(
                "リンクを消すか、ファイルそのものを置いてください。前のサイトはそのままです。",
                "Remove it, or put the file itself there. The old site is as it was.")
        case .mountPoint:
            language.pick("その中のフォルダーを --output で指定してください。", "Name a folder within it with --output.")
        case .busy:
            language.pick("終わるのを待って、もう一度実行してください。", "Wait for it and build again.")
        case .badPath, .twice:
            language.pick("もとのファイルの名前を変えてください。", "Rename the file it comes from.")
        }
    }
}

extension PublishFault.Operation {
    fileprivate var ja: String {
        switch self {
        case .open: "開けません"
        case .read: "読めません"
        case .write: "書けません"
        case .makeFolder: "作れません"
        case .link: "新しいサイトに移せません"
        case .list: "一覧できません"
        case .flush: "ディスクに書き出せません"
        case .exchange: "入れ替えられません"
        case .lock: "使えません"
        }
    }

    fileprivate var en: String {
        switch self {
        case .open: "open"
        case .read: "read"
        case .write: "write"
        case .makeFolder: "make the folder"
        case .link: "carry over"
        case .list: "list"
        case .flush: "flush to disk"
        case .exchange: "exchange"
        case .lock: "lock"
        }
    }
}

private func reason(_ number: Int32, _ language: MessageLanguage) -> String {
    let system = String(cString: strerror(number))
    let ja: String? =
        switch number {
        case ENOSPC, EDQUOT: "ディスクに空きがありません"
        case EROFS: "書き込みのできないディスクです"
        case EACCES, EPERM: "権限がありません"
        case ENOENT: "見つかりません"
        case ENOTDIR: "フォルダーではありません"
        case EEXIST: "同じ名前のものがすでにあります"
        case EMFILE, ENFILE: "開いているファイルが多すぎます"
        case EIO: "ディスクの読み書きに失敗しました"
        case ENAMETOOLONG: "名前が長すぎます"
        default: nil
        }
    return language.pick(ja.map { "\($0)（\(system)）" } ?? system, system)
}

// The messages about publishing, for the people who build: what happened, what to do. The old site is always intact.

import Glibc

/// A message in the languages of kayoi's editors.
package struct Message: Sendable, Hashable {
    package let ja: String
    package let en: String
}

extension PublishFault {
    package var message: Message {
        switch kind {
        case .system(let operation, let number):
            let reason = reason(number)
            return Message(
                ja: "「\(path)」を\(operation.ja): \(reason.ja)", en: "Cannot \(operation.en) “\(path)”: \(reason.en)")
        case .notOurs(let names):
            return Message(
                ja: "「\(path)」には kayoi が作ったものではないファイルがあります（\(names.joined(separator: "、")) など）。",
                en: "“\(path)” holds files that kayoi did not make (\(names.joined(separator: ", ")) …).")
        case .damagedManifest:
            return Message(ja: "「\(path)」が壊れています。", en: "“\(path)” is damaged.")
        case .mountPoint:
            return Message(
                ja: "「\(path)」はマウントポイントなので、一度に入れ替えることができません。",
                en: "“\(path)” is a mount point and cannot be exchanged in one step.")
        case .busy(let process):
            let number = process.map { " (\($0))" } ?? ""
            return Message(
                ja: "別の kayoi\(number) が「\(path)」で作業中です。", en: "Another kayoi\(number) is at work in “\(path)”.")
        case .badPath:
            return Message(ja: "「\(path)」という名前では公開できません。", en: "“\(path)” is no name for a file of the site.")
        case .twice:
            return Message(ja: "「\(path)」が二つできてしまいます。", en: "There would be two files “\(path)”.")
        }
    }

    package var remedy: Message {
        switch kind {
        case .system(_, ENOSPC), .system(_, EDQUOT):
            Message(
                ja: "空きを作ってから、もう一度実行してください。前のサイトはそのままです。",
                en: "Make room and build again. The old site is as it was.")
        case .system:
            Message(
                ja: "フォルダーと権限を確かめてください。前のサイトはそのままです。",
                en: "Check the folder and its permissions. The old site is as it was.")
        case .notOurs:
            Message(
                ja: "--output で空のフォルダーか、まだないフォルダーを指定してください。",
                en: "Name an empty folder, or one that is not there yet, with --output.")
        case .damagedManifest:
            Message(ja: "出力先のフォルダーを消して、もう一度実行してください。", en: "Delete the output folder and build again.")
        case .mountPoint:
            Message(ja: "その中のフォルダーを --output で指定してください。", en: "Name a folder within it with --output.")
        case .busy:
            Message(ja: "終わるのを待って、もう一度実行してください。", en: "Wait for it and build again.")
        case .badPath, .twice:
            Message(ja: "もとのファイルの名前を変えてください。", en: "Rename the file it comes from.")
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

private func reason(_ number: Int32) -> Message {
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
    return Message(ja: ja.map { "\($0)（\(system)）" } ?? system, en: system)
}

/// Whether what is committed here goes where everybody can read it. Without asking anybody: from git's own settings, and
/// from what GitHub tells a workflow about its repository.

import FrontMatter
import Glibc
import Guide
import Messages

enum PublicRepository: Equatable {
    /// A workflow runs for a repository that GitHub calls public.
    case known
    /// It is on a host whose repositories are public unless made private; nobody has said here that this one is.
    case possible(host: String)

    /// Where repositories of strangers can be read.
    private static let hosts = ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "gitea.com", "sr.ht"]

    /// Nil: there is no repository, it is elsewhere, or somebody has said that it is private.
    init?(of folder: String) {
        if let event = Self.variable("GITHUB_EVENT_PATH"), let text = Self.text(of: event) {
            let facts = text.filter { !$0.isWhitespace }
            if facts.contains("\"private\":true") { return nil }
            if facts.contains("\"private\":false") {
                self = .known
                return
            }
        }
        guard let settings = Self.settings(of: folder) else { return nil }
        if Self.saysPrivate(settings) { return nil }
        let all = Self.settingsOfTheAccount + settings
        let addresses = Self.remotes(settings).flatMap { [$0] + Self.spelledOut($0, all) }
        guard let host = addresses.compactMap(Self.publicHost).first else { return nil }
        self = .possible(host: host)
    }

    /// `git config kayoi.private true`
    static func saysPrivate(_ settings: String) -> Bool {
        var isOurs = false
        for line in settings.split(separator: "\n").map({ $0.filter { !$0.isWhitespace }.lowercased() }) {
            if line.hasPrefix("[") { isOurs = line == "[kayoi]" }
            if isOurs, line == "private=true" || line == "private" { return true }
        }
        return false
    }

    static func remotes(_ settings: String) -> [String] {
        settings.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
            return parts.count == 2 && ["url", "pushurl"].contains(parts[0].lowercased()) ? parts[1] : nil
        }
    }

    /// https://github.com/a/b, git@github.com:a/b, ssh://git@github.com/a/b
    static func publicHost(_ address: String) -> String? {
        var rest = address[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        let authority = rest.prefix { $0 != "/" }
        let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }.lowercased()
        return hosts.first { host == $0 || host.hasSuffix("." + $0) }
    }

    /// What git may make of an address by its settings `url.<base>.insteadOf` and `pushInsteadOf`: `gh:a/b` may be
    /// `git@github.com:a/b`. Where several fit, git takes one; each of them is a place that somebody has thought of.
    static func spelledOut(_ address: String, _ settings: String) -> [String] {
        var base = ""
        return settings.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.filter { !$0.isWhitespace }
            if words.hasPrefix("[") {
                base = words.lowercased().hasPrefix("[url\"") ? String(words.dropFirst(5).prefix { $0 != "\"" }) : ""
            }
            let parts = words.split(separator: "=", maxSplits: 1)
            guard !base.isEmpty, parts.count == 2, ["insteadof", "pushinsteadof"].contains(parts[0].lowercased())
            else { return nil }
            let beginning = parts[1].filter { $0 != "\"" }
            return address.hasPrefix(beginning) ? base + address.dropFirst(beginning.count) : nil
        }
    }

    // MARK: Files

    /// Git's settings for all repositories of this account and of this machine; files that those name are not read.
    private static var settingsOfTheAccount: String {
        let home = variable("HOME") ?? ""
        let own = variable("XDG_CONFIG_HOME") ?? home + "/.config"
        return [own + "/git/config", home + "/.gitconfig", "/etc/gitconfig"].compactMap(text).map { $0 + "\n" }.joined()
    }

    /// The text of git's settings for a folder, found upwards from it; while git commits, those of the repository in
    /// which the command runs, for then the folder is a copy of what is staged.
    private static func settings(of folder: String) -> String? {
        let start = variable("GIT_INDEX_FILE") == nil ? folder : "."
        guard let real = realpath(start, nil) else { return nil }
        defer { free(real) }
        var path = String(cString: real)
        while true {
            if let text = text(of: path + "/.git/config") { return text }
            // A work tree of its own names the repository that it belongs to.
            if let link = text(of: path + "/.git"), link.hasPrefix("gitdir: ") {
                let folder = link.dropFirst(8).prefix { $0 != "\n" }
                let common = folder.firstRange(of: "/worktrees/").map { folder[..<$0.lowerBound] } ?? folder
                return text(of: (common.hasPrefix("/") ? "" : path + "/") + common + "/config")
            }
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
            path = String(path[..<slash])
        }
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// A small file's text.
    private static func text(of path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 18)
        let count = read(file, &bytes, bytes.count)
        return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
    }
}

extension PublicRepository {
    /// The warning, where files hold what must not be public.
    func diagnostic(for files: [String], _ language: MessageLanguage) -> Diagnostic? {
        guard let first = files.first else { return nil }
        let message: String
        let remedy: String
        switch self {
        case .known:
            message = language.pick(
                "このリポジトリは公開されていますが、公開しない内容のあるファイルが \(files.count)個あります。",
                "This repository is public, and \(files.count) of its files hold what must not be.")
            remedy = language.pick(
                "リポジトリを非公開にし、公開するのは site/ だけにしてください（docs/privacy.md）。消しても履歴に残ります。",
                "Make it private and publish only site/ (docs/privacy.md). What was deleted is still in its history.")
        case .possible(let host):
            message = language.pick(
                "公開しない内容のあるファイルが \(files.count)個あります。\(host) のリポジトリは非公開になっていますか。",
                "\(files.count) files hold what must not be public. Is the repository on \(host) private?")
            remedy = language.pick(
                "非公開なら「git config kayoi.private true」で、この確認は出なくなります。公開なら、コミットの前に docs/privacy.md を読んでください。",
                "If it is, say so: git config kayoi.private true. If not, read docs/privacy.md before you commit.")
        }
        return Diagnostic(.warning, code: "git/public-repository", file: first, message: message, remedy: remedy)
    }
}

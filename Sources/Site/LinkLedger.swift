/// Checks the finished pages: every link within the site must lead to a file that is there, and every #part to an id on it.

import Publication
import Synchronization

/// A link that leads nowhere.
package struct BrokenLink: Sendable, Hashable {
    package var page: String
    package var link: String
}

/// Notes what pages offer and ask for while they are made, and compares at the end.
final class LinkLedger: Sendable {
    fileprivate struct Notes {
        var files: Set<String> = []
        /// Fingerprints of the ids on each page.
        var ids: [String: [UInt64]] = [:]
        /// Each target with the first page that links to it.
        var wanted: [Target: String] = [:]
        /// Fingerprints of links that were looked at before, by folder: most pages of a folder have most links in common.
        var known: [String: Set<UInt64>] = [:]
    }

    fileprivate struct Target: Hashable {
        var file: String
        var id: String
    }

    private let notes = Mutex(Notes())

    func note(file: String) { notes.withLock { _ = $0.files.insert(file) } }

    func note(page: String, _ html: [UInt8]) {
        let found = Attributes(in: html)
        let folder = page.lastIndex(of: "/").map { String(page[...$0]) } ?? ""
        notes.withLock { notes in
            notes.files.insert(page)
            notes.ids[page] = found.ids
            var known = notes.known.removeValue(forKey: folder) ?? []
            for link in found.links where link.isPart || known.insert(link.mark).inserted {
                guard !link.isPart || !found.ids.contains(link.partMark) else { continue }
                notes.want(Self.target(of: Self.text(html[link.range]), from: page, in: folder), on: page)
            }
            notes.known[folder] = known
        }
    }

    func broken() -> [BrokenLink] {
        notes.withLock { notes in
            notes.wanted.filter { target, _ in
                guard notes.files.contains(target.file) else { return true }
                return !target.id.isEmpty && !(notes.ids[target.file]?.contains(fingerprint(target.id.utf8)) ?? false)
            }
            .map { BrokenLink(page: $1, link: $0.id.isEmpty ? $0.file : "\($0.file)#\($0.id)") }
            .sorted { ($0.page, $0.link) < ($1.page, $1.link) }
        }
    }

    /// The value of an attribute without its escapes.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.contains(UInt8(ascii: "&"))
            ? text.replacing("&amp;", with: "&").replacing("&#39;", with: "'") : text
    }

    /// The file and part within the site; nil for links that leave it, and for those from the root, which only the page
    /// for lost addresses has.
    private static func target(of link: String, from page: String, in folder: String) -> Target? {
        guard !link.isEmpty, !link.hasPrefix("/") else { return nil }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].prefix { $0 != "?" }
        if path.contains(":") { return nil }
        let id = parts.count > 1 ? Address.decoded(parts[1]) : ""
        if path.isEmpty { return Target(file: page, id: id) }
        var folders = folder.split(separator: "/").map(String.init)
        for step in path.split(separator: "/", omittingEmptySubsequences: false) {
            switch step {
            case "..": if folders.popLast() == nil { return Target(file: String(path), id: id) }
            case ".": break
            default: folders.append(Address.decoded(step))
            }
        }
        return Target(file: folders.joined(separator: "/"), id: id)
    }
}

/// A link on a page, by its place there.
private struct Link {
    var range: Range<Int>
    /// The fingerprint of all of it.
    var mark: UInt64
    /// It leads to a part of its own page, of this fingerprint.
    var isPart: Bool
    var partMark: UInt64
}

/// The values of href, src and id in a page that we wrote ourselves: attributes are always in double quotes.
private struct Attributes {
    private(set) var links: [Link] = []
    /// Fingerprints.
    private(set) var ids: [UInt64] = []

    init(in html: [UInt8]) {
        var seen: Set<UInt64> = []
        html.withUnsafeBufferPointer { bytes in
            let equals = UInt8(ascii: "=")
            let quote = UInt8(ascii: "\"")
            var at = 0
            while at + 1 < bytes.count {
                // Most bytes are neither: one comparison each.
                guard bytes[at] == equals, bytes[at + 1] == quote, at >= 3 else {
                    at += 1
                    continue
                }
                let start = at + 2
                var end = start
                while end < bytes.count, bytes[end] != quote { end += 1 }
                if Self.ends(bytes, at, with: " id") {
                    ids.append(fingerprint(bytes[start..<end]))
                } else if Self.ends(bytes, at, with: " href") || Self.ends(bytes, at, with: " src") {
                    let mark = fingerprint(bytes[start..<end])
                    if seen.insert(mark).inserted {
                        let isPart = start < end && bytes[start] == UInt8(ascii: "#")
                        links.append(
                            Link(
                                range: start..<end, mark: mark, isPart: isPart,
                                partMark: isPart ? fingerprint(bytes[(start + 1)..<end]) : 0))
                    }
                }
                at = end + 1
            }
        }
    }

    private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, with name: StaticString) -> Bool {
        guard at >= name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { name in
            for (offset, byte) in name.enumerated() where bytes[at - name.count + offset] != byte { return false }
            return true
        }
    }
}

extension LinkLedger.Notes {
    fileprivate mutating func want(_ target: LinkLedger.Target?, on page: String) {
        if let target, wanted[target] == nil { wanted[target] = page }
    }
}

/// FNV-1a, 64 bits: enough to tell the ids of a page apart, and much less to keep than their texts.
private func fingerprint(_ text: some Swift.Sequence<UInt8>) -> UInt64 {
    text.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
}

/// Checks the finished pages: every link within the site must lead to a file that is there, and every #part to an id on it.

import Glibc

/// A link that leads nowhere.
package struct BrokenLink: Sendable, Hashable {
    package var page: String
    package var link: String
}

/// What pages offer and ask for, noted while they are made and compared at the end. Each thread that makes pages has a
/// ledger of its own; they are joined before the comparison.
struct LinkLedger: Sendable {
    private var files: Set<String> = []
    /// Fingerprints of the ids on each page.
    private var ids: [String: [UInt64]] = [:]
    /// Each target with the first page that links to it.
    private var wanted: [Target: Page] = [:]
    /// Fingerprints of links that were looked at before, by folder: most pages of a folder have most links in common.
    private var known: [Substring: Set<UInt64>] = [:]

    private struct Target: Hashable {
        var file: String
        var id: String
    }

    private struct Page {
        var number: Int
        var path: String
    }

    mutating func note(file: String) { files.insert(file) }

    /// - Parameter number: the page's place among all pages, so that the first of those with a fault can be named.
    mutating func note(page path: String, number: Int, _ html: [UInt8]) {
        files.insert(path)
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
        var known = self.known.removeValue(forKey: folder) ?? []
        var ids: [UInt64] = []
        var parts: [Range<Int>] = []
        html.withUnsafeBufferPointer { bytes in
            forEachReference(in: bytes) { kind, value in
                let text = bytes[value]
                if kind == .id {
                    ids.append(fingerprint(UnsafeBufferPointer(rebasing: text)))
                } else if text.first == UInt8(ascii: "#") {
                    parts.append(value)
                } else if known.insert(fingerprint(UnsafeBufferPointer(rebasing: text))).inserted {
                    want(Self.text(text), in: folder, Page(number: number, path: path))
                }
            }
            for part in parts where !ids.contains(fingerprint(UnsafeBufferPointer(rebasing: bytes[part].dropFirst()))) {
                want(Self.text(bytes[part]), in: folder, Page(number: number, path: path))
            }
        }
        self.known[folder] = known
        self.ids[path] = ids
    }

    mutating func join(_ other: Self) {
        files.formUnion(other.files)
        ids.merge(other.ids) { own, _ in own }
        wanted.merge(other.wanted) { $0.number < $1.number ? $0 : $1 }
    }

    func broken() -> [BrokenLink] {
        wanted.filter { target, _ in
            guard files.contains(target.file) else { return true }
            return !target.id.isEmpty && ids[target.file]?.contains(fingerprint(target.id)) != true
        }
        .map { BrokenLink(page: $1.path, link: $0.id.isEmpty ? $0.file : "\($0.file)#\($0.id)") }
        .sorted { ($0.page, $0.link) < ($1.page, $1.link) }
    }

    private mutating func want(_ link: String, in folder: Substring, _ page: Page) {
        guard let target = Self.target(of: link, from: page.path, in: folder) else { return }
        if wanted[target] == nil { wanted[target] = page }
    }

    /// The value of an attribute without its escapes.
    private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.contains(UInt8(ascii: "&"))
            ? text.replacing("&amp;", with: "&").replacing("&#39;", with: "'") : text
    }

    /// The file and part within the site; nil for links that leave it, and for those from the root, which only the page
    /// for lost addresses has.
    private static func target(of link: String, from page: String, in folder: Substring) -> Target? {
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

private enum Reference {
    case link
    case id
}

/// The values of href, src and id in a page that we wrote ourselves: attributes are always in double quotes.
private func forEachReference(
    in bytes: UnsafeBufferPointer<UInt8>, _ take: (_ kind: Reference, _ value: Range<Int>) -> Void
) {
    guard let start = bytes.baseAddress else { return }
    let end = start + bytes.count
    var at = start
    while let found = memchr(at, Int32(UInt8(ascii: "=")), end - at) {
        let equals = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
        at = equals + 1
        guard equals - start >= 5, end - equals >= 3, equals[1] == UInt8(ascii: "\"") else { continue }
        let kind: Reference
        switch equals[-1] {
        case UInt8(ascii: "f") where ends(equals, with: " href"), UInt8(ascii: "c") where ends(equals, with: " src"):
            kind = .link
        case UInt8(ascii: "d") where ends(equals, with: " id"): kind = .id
        default: continue
        }
        let value = equals + 2
        guard let quote = memchr(value, Int32(UInt8(ascii: "\"")), end - value) else { return }
        at = UnsafePointer(quote.assumingMemoryBound(to: UInt8.self))
        take(kind, value - start..<at - start)
    }
}

/// At least five bytes stand before.
@inline(__always)
private func ends(_ end: UnsafePointer<UInt8>, with name: StaticString) -> Bool {
    memcmp(end - name.utf8CodeUnitCount, name.utf8Start, name.utf8CodeUnitCount) == 0
}

/// Eight bytes at a time, multiplied into 64 bits: enough to tell the links of a site apart, and much less to keep than
/// their texts.
private func fingerprint(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(text.count) ^ 0x9E37_79B9_7F4A_7C15
    func mix(_ word: UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        hash = product.low ^ product.high
    }
    let whole = text.count & ~7
    let bytes = UnsafeRawBufferPointer(text)
    for at in stride(from: 0, to: whole, by: 8) { mix(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
    mix(bytes[whole...].reduce(0) { $0 << 8 | UInt64($1) })
    return hash
}

private func fingerprint(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { fingerprint($0) }
}

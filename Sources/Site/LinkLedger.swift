/// Checks the finished pages: every link within the site must lead to a file that is there, and every #part to an id on it.

import Encoding
import Glibc
import Parallel
import Publication
import Templates

/// A link that leads nowhere.
package struct BrokenLink: Sendable, Hashable {
    package var page: String
    package var link: String
}

/// What pages offer and ask for, noted while they are made and compared at the end. Each thread that makes pages has a
/// ledger of its own. Names are kept as fingerprints only: a site of many pages has a hundred times as many links.
struct LinkLedger: Sendable {
    /// The files that are no pages.
    private var files: Set<UInt64> = []
    /// The ids of the pages, one page's behind another's, and where those of each page stand.
    private var ids: [UInt64] = []
    private var idsOfPages: [UInt64: Range<Int>] = [:]
    /// Each target with the first page that links to it, by its number.
    private var wanted: [Target: Int] = [:]
    /// Links that were looked at not long ago, by folder, each where its last bits say: most pages of a folder have most
    /// links in common.
    private var known = [UInt64](repeating: 0, count: 1 << 12)
    /// What the passages that many pages have in common bring to a page, by folder.
    private var common: [UInt64: Names] = [:]
    /// To which parts of itself the page links that is being read.
    private var parts: [UInt64] = []
    /// Where the link leads that was resolved last: a file, and the part of it after `#`.
    private var path: [UInt8] = []
    private var part: [UInt8] = []

    private struct Target: Hashable {
        var file: UInt64
        /// 0: the whole file.
        var id: UInt64
    }

    /// What a page has and wants of itself.
    private struct Names {
        var ids: [UInt64]
        var parts: [UInt64]
    }

    mutating func note(file: String) { files.insert(fingerprint(file)) }

    /// - Parameter number: the page's place among all pages, so that the first of those with a fault can be named.
    mutating func note(page name: String, number: Int, _ page: OutputBuffer) {
        let file = fingerprint(name)
        let place = Place(of: name, number: number)
        let firstID = ids.count
        parts.removeAll(keepingCapacity: true)
        page.bytes.withUnsafeBytes { html in
            func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: html[range]) }
            var start = 0
            for passage in page.passages {
                read(part(start..<passage.place.lowerBound), at: place)
                start = passage.place.upperBound
                if case .once(let print) = passage.reading { readOnce(print, part(passage.place), at: place) }
            }
            read(part(start..<html.count), at: place)
        }
        // Most pages have few of either; a table pays for those with many.
        let own = ids[firstID...]
        let table = parts.count > 16 ? Set(own) : nil
        for part in parts where !(table?.contains(part) ?? own.contains(part)) {
            let target = Target(file: file, id: part)
            if wanted[target] == nil { wanted[target] = number }
        }
        idsOfPages[file] = firstID..<ids.count
    }

    /// Where links are read.
    private struct Place {
        /// The page's, among all.
        let number: Int
        let folder: [UInt8]
        /// Tells the links of the folder from those of others.
        let salt: UInt64

        init(of name: String, number: Int) {
            self.number = number
            folder = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { Array(name.utf8[...$0]) } ?? []
            salt = fingerprint(folder[...])
        }
    }

    private mutating func read(_ html: UnsafeRawBufferPointer, at place: Place) {
        forEachReference(in: html) { kind, text in
            switch kind {
            case .id: ids.append(fingerprint(text))
            case .link where text.first == UInt8(ascii: "#"): parts.append(Self.part(text))
            case .link:
                let link = fingerprint(text) ^ place.salt
                let slot = Int(truncatingIfNeeded: link) & (known.count - 1)
                if known[slot] == link { return }
                known[slot] = link
                guard let target = target(of: text, in: place.folder), wanted[target] == nil else { return }
                wanted[target] = place.number
            }
        }
    }

    /// A passage of that fingerprint: in each folder it is read where it stands first.
    private mutating func readOnce(_ print: UInt64, _ html: UnsafeRawBufferPointer, at place: Place) {
        if let known = common[print ^ place.salt] {
            ids += known.ids
            parts += known.parts
        } else {
            let (firstID, firstPart) = (ids.count, parts.count)
            read(html, at: place)
            common[print ^ place.salt] = Names(ids: Array(ids[firstID...]), parts: Array(parts[firstPart...]))
        }
    }

    /// - Parameters:
    ///   - ledgers: of all pages and files.
    ///   - page: makes the page of that number once more, so that its broken links can be named.
    static func broken(in ledgers: [Self], _ page: (Int) -> (path: String, html: [UInt8])) -> [BrokenLink] {
        var broken: [Target: Int] = [:]
        for links in ledgers.parallelMap({ $0.wanted.filter { link in !ledgers.contains { $0.has(link.key) } } }) {
            broken.merge(links, uniquingKeysWith: min)
        }
        var links: [BrokenLink] = []
        for number in Set(broken.values).sorted() {
            let (name, html) = page(number)
            var reader = LinkLedger()
            let folder = Place(of: name, number: number).folder
            html.withUnsafeBytes {
                forEachReference(in: $0) { kind, value in
                    guard kind == .link else { return }
                    let target =
                        value.first == UInt8(ascii: "#")
                        ? Target(file: fingerprint(name), id: part(value))
                        : reader.target(of: value, in: folder)
                    guard let target, broken.removeValue(forKey: target) != nil else { return }
                    links.append(BrokenLink(page: name, link: reader.shown(value, on: name, in: folder)))
                }
            }
        }
        return links.sorted { ($0.page, $0.link) < ($1.page, $1.link) }
    }

    /// Of a link within its own page.
    private static func part(_ link: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let part = UnsafeBufferPointer(rebasing: link.dropFirst())
        guard part.contains(UInt8(ascii: "%")) else { return fingerprint(part) }
        return fingerprint(Address.decoded(String(decoding: part, as: UTF8.self)))
    }

    private func has(_ target: Target) -> Bool {
        guard let page = idsOfPages[target.file] else { return target.id == 0 && files.contains(target.file) }
        return target.id == 0 || ids[page].contains(target.id)
    }

    /// The file and part within the site; nil for links that leave it, and for those from the root, which only the page
    /// for lost addresses has.
    private mutating func target(of link: UnsafeBufferPointer<UInt8>, in folder: [UInt8]) -> Target? {
        guard resolve(link, in: folder) else { return nil }
        return Target(file: fingerprint(path[...]), id: part.isEmpty ? 0 : fingerprint(part[...]))
    }

    /// Leaves file and part in `path` and `part`; false where the link leads elsewhere.
    private mutating func resolve(_ link: UnsafeBufferPointer<UInt8>, in folder: [UInt8]) -> Bool {
        guard let first = link.first, first != UInt8(ascii: "/") else { return false }
        if link.offset(of: UInt8(ascii: "&")) ?? link.offset(of: UInt8(ascii: "%")) != nil {
            return resolveDecoded(link, in: folder)
        }
        return resolvePlain(link, in: folder)
    }

    /// Without the escapes of HTML and addresses.
    private mutating func resolveDecoded(_ link: UnsafeBufferPointer<UInt8>, in folder: [UInt8]) -> Bool {
        let text = String(decoding: link, as: UTF8.self).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
        guard text.withBytes({ resolvePlain($0, in: folder) }) else { return false }
        // A code is undone once the address is in its pieces: %23 is no part, %3F no question.
        path = Array(Address.decoded(String(decoding: path, as: UTF8.self)).utf8)
        part = Array(Address.decoded(String(decoding: part, as: UTF8.self)).utf8)
        return true
    }

    private mutating func resolvePlain(_ link: UnsafeBufferPointer<UInt8>, in folder: [UInt8]) -> Bool {
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        let end = link.offset(of: UInt8(ascii: "#")) ?? link.count
        let query = link.offset(of: UInt8(ascii: "?")) ?? end
        let way = UnsafeBufferPointer(rebasing: link[..<min(query, end)])
        if way.offset(of: UInt8(ascii: ":")) != nil { return false }
        path.removeAll(keepingCapacity: true)
        folder.withUnsafeBufferPointer { path.append(run: $0) }
        part.removeAll(keepingCapacity: true)
        part.append(run: UnsafeBufferPointer(rebasing: link[end...].dropFirst()))
        var start = 0
        while true {
            let rest = UnsafeBufferPointer(rebasing: way[start...])
            let length = rest.offset(of: slash) ?? rest.count
            let stop = start + length
            if length == 2, rest[0] == dot, rest[1] == dot {
                // Above the root there is nothing: such a path is no file's.
                guard !path.isEmpty else {
                    path = Array(way)
                    break
                }
                repeat { path.removeLast() } while !path.isEmpty && path.last != slash
            } else if length != 1 || rest[0] != dot {
                path.append(run: UnsafeBufferPointer(rebasing: rest[..<min(length + 1, rest.count)]))
            }
            guard stop < way.endIndex else { break }
            start = stop + 1
        }
        return true
    }

    private mutating func shown(_ link: UnsafeBufferPointer<UInt8>, on page: String, in folder: [UInt8]) -> String {
        if link.first == UInt8(ascii: "#") { return page + Address.decoded(String(decoding: link, as: UTF8.self)) }
        guard resolve(link, in: folder) else { return String(decoding: link, as: UTF8.self) }
        return String(decoding: path, as: UTF8.self) + (part.isEmpty ? "" : "#" + String(decoding: part, as: UTF8.self))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a byte stands first.
    fileprivate func offset(of byte: UInt8) -> Int? {
        guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }
}

private enum Reference {
    case link
    case id
}

/// The values of href, src and id in a page that we wrote ourselves: attributes are always in double quotes.
private func forEachReference(
    in html: UnsafeRawBufferPointer, _ take: (_ kind: Reference, _ value: UnsafeBufferPointer<UInt8>) -> Void
) {
    guard let start = html.baseAddress, html.count > 8 else { return }
    let end = start + html.count
    var at = start + 7
    while let equals = memchr(at, Int32(UInt8(ascii: "=")), end - at) {
        let value = UnsafeRawPointer(equals) + 2
        at = value - 1
        guard value <= end else { return }
        // The eight bytes up to the quote. The three attributes end in letters from c to f, as few others do.
        let word = UInt64(littleEndian: (value - 8).loadUnaligned(as: UInt64.self))
        guard UInt8(truncatingIfNeeded: word >> 40) &- UInt8(ascii: "c") <= 3 else { continue }
        let kind: Reference
        if word >> 8 == 0x22_3D66_6572_6820 || word >> 16 == 0x223D_6372_7320 {  // ` href="`, ` src="`, backwards
            kind = .link
        } else if word >> 24 == 0x22_3D64_6920 {  // ` id="`
            kind = .id
        } else {
            continue
        }
        guard let quote = memchr(value, Int32(UInt8(ascii: "\"")), end - value) else { return }
        at = UnsafeRawPointer(quote)
        take(kind, UnsafeBufferPointer(start: value.assumingMemoryBound(to: UInt8.self), count: at - value))
    }
}

/// Never 0.
private func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    max(Fingerprint(UnsafeRawBufferPointer(bytes)).bits, 1)
}

private func fingerprint(_ text: ArraySlice<UInt8>) -> UInt64 { text.withUnsafeBufferPointer { fingerprint($0) } }

private func fingerprint(_ text: String) -> UInt64 { text.withBytes { fingerprint($0) } }

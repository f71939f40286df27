/// Reads the QR codes of a printed page as a telephone would: from the page as a picture.

import Encoding
import Glibc

@testable import Book

extension PrintedFile {
    /// The modules of the codes on a page (from 1), row by row.
    func codes(onPage page: Int) throws -> [[Bool]] {
        let picture = try GreyPicture(ofPage: page, of: path)
        let centres = picture.finders()
        var codes: [[Bool]] = []
        for corner in centres {
            for right in centres where right.x > corner.x && abs(right.y - corner.y) <= 2 {
                let side = right.x - corner.x
                for below in centres where abs(below.x - corner.x) <= 2 && abs(below.y - corner.y - side) <= 2 {
                    // From centre to centre of two corners it is seven modules less than the side of the code.
                    let module = corner.module
                    let count = Int((Double(side) / module).rounded()) + 7
                    guard count >= 21, (count - 17).isMultiple(of: 4) else { continue }
                    let step = Double(side) / Double(count - 7)
                    codes.append(
                        (0..<count * count).map { index in
                            picture.isDark(
                                Int((Double(corner.x) + (Double(index % count) - 3) * step).rounded()),
                                Int((Double(corner.y) + (Double(index / count) - 3) * step).rounded()))
                        })
                }
            }
        }
        return codes
    }
}

/// A page in shades of grey, 250 dots to the inch.
private struct GreyPicture {
    private let width: Int
    private let height: Int
    private let isDark: [Bool]

    init(ofPage page: Int, of pdf: String) throws {
        let stem = "/tmp/kayoi-book-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        defer { unlink(stem + ".pgm") }
        _ = Printing.run(
            "pdftoppm", ["-gray", "-r", "250", "-f", "\(page)", "-l", "\(page)", "-singlefile", pdf, stem])
        let bytes = try WorkingFolder.read(stem + ".pgm")
        // "P5", width, height and 255, each on a line or after a blank.
        var (words, at): ([Int], Int) = ([], 2)
        while words.count < 3, at < bytes.count {
            let digits = bytes[at...].dropFirst().prefix { $0 > 0x20 }
            words.append(Int(String(decoding: digits, as: UTF8.self)) ?? 0)
            at = digits.endIndex
        }
        (width, height) = (words.first ?? 0, words.dropFirst().first ?? 0)
        isDark = bytes.dropFirst(at + 1).map { $0 < 0x80 }
    }

    func isDark(_ x: Int, _ y: Int) -> Bool {
        (0..<width).contains(x) && (0..<height).contains(y) && isDark[y * width + x]
    }

    struct Finder {
        var (x, y): (Int, Int)
        /// Dots to a module.
        var module: Double
    }

    /// The corners of codes: dark and light as 1 : 1 : 3 : 1 : 1, both ways through the middle.
    func finders() -> [Finder] {
        var found: [Finder] = []
        for y in 0..<height {
            // The ends of the last runs of the row.
            var ends: [Int] = []
            for x in 1..<max(1, width) where isDark[y * width + x] != isDark[y * width + x - 1] {
                ends.append(x)
                guard ends.count >= 6, !isDark[y * width + x] else { continue }
                let last = ends.suffix(6)
                guard let module = Self.module(of: last) else { continue }
                let middle = (last[last.startIndex + 2] + last[last.startIndex + 3]) / 2
                guard let (top, bottom) = column(through: middle, y, module) else { continue }
                let centre = (top + bottom) / 2
                if !found.contains(where: { abs($0.x - middle) < 4 && abs($0.y - centre) < 4 }) {
                    found.append(Finder(x: middle, y: centre, module: module))
                }
            }
        }
        return found
    }

    /// The size of a module, where six ends of runs bound 1 : 1 : 3 : 1 : 1.
    private static func module(of ends: ArraySlice<Int>) -> Double? {
        guard let first = ends.first, let last = ends.last else { return nil }
        let module = Double(last - first) / 7
        let lengths = zip(ends, ends.dropFirst()).map { Double($1 - $0) }
        let isFinder = zip(lengths, [1.0, 1, 3, 1, 1]).allSatisfy { abs($0 - $1 * module) < 0.6 * module }
        return module >= 2 && isFinder ? module : nil
    }

    /// The dark square in the middle of a finder, from top to bottom, where it is one this way too.
    private func column(through x: Int, _ y: Int, _ module: Double) -> (top: Int, bottom: Int)? {
        var (top, bottom) = (y, y)
        while isDark(x, top - 1) { top -= 1 }
        while isDark(x, bottom + 1) { bottom += 1 }
        let height = Double(bottom - top + 1)
        guard abs(height - 3 * module) < 0.8 * module else { return nil }
        let ring = Int((1.5 * module).rounded())
        let isRing =
            !isDark(x, top - Int(module / 2) - 1) && isDark(x, top - ring) && !isDark(x, bottom + Int(module / 2) + 1)
            && isDark(x, bottom + ring)
        return isRing ? (top, bottom) : nil
    }
}

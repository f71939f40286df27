/// What a print shop asks for beyond the colours: boxes that say where to cut, marks (トンボ), the intended press.

/// How a file is finished for a print shop.
package struct PrintShop: Sendable {
    /// Marks outside the bleed, on every page.
    var hasMarks = false
    /// The path of an ICC profile of the press; nil: the press is not known, and none is named.
    var profile: String?

    func finish(_ pdf: [UInt8]) throws(TypesettingFault) -> [UInt8] {
        guard var file = PDFFile(pdf) else { throw .engine("") }
        Separation.separate(&file)
        let intent = try outputIntent(&file)
        for index in file.objects.indices {
            let text = file.objects[index].text
            if text.contains("/Type/Catalog") {
                file.objects[index].text = text.replacing(
                    "/Type/Catalog", with: "/Type/Catalog\(intent)", maxReplacements: 1)
            } else if text.contains("/Type/Page/") {
                file.objects[index].text = page(text, &file)
            }
        }
        return file.bytes
    }

    /// ISO 15930-7, 6.2.2: the press that the inks are mixed for, by its profile. Without one there is nothing to be named:
    /// a file that says for which paper it was made must have been made for it.
    private func outputIntent(_ file: inout PDFFile) throws(TypesettingFault) -> String {
        guard let path = profile else { return "" }
        guard let profile = PressProfile(try WorkingFolder.read(path)) else { throw .noPressProfile(path) }
        let number = file.nextNumber
        let packed = Deflate.pack(profile.bytes)
        let value = "<</N 4/Length \(packed.count)/Filter/FlateDecode>>"
        file.objects.append(PDFFile.Object(number: number, value: Array(value.utf8), stream: packed))
        let name = Self.text(profile.name.isEmpty ? "Custom" : profile.name)
        return "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(Custom)/Info\(name)"
            + "/DestOutputProfile \(number) 0 R>>]"
    }

    /// ISO 32000-1, 7.9.2.2: any text, as UTF-16 in hexadecimal.
    private static func text(_ words: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return "<FEFF"
            + words.utf16.flatMap { unit in
                [12, 8, 4, 0].map { digits[Int(unit >> $0 & 15)] }
            } + ">"
    }

    private func page(_ text: String, _ file: inout PDFFile) -> String {
        guard let sheet = Box(of: "MediaBox", in: text), let trim = Box(of: "TrimBox", in: text) else { return text }
        let old = "/MediaBox\(sheet)"
        guard hasMarks, let contents = text.firstMatch(of: #/\/Contents (\d+ 0 R)/#) else {
            return text.replacing(old, with: "\(old)/BleedBox\(sheet)", maxReplacements: 1)
        }
        let number = file.nextNumber
        let drawn = Array(marks(sheet, trim).utf8)
        let value = "<</Length \(drawn.count)>>"
        file.objects.append(PDFFile.Object(number: number, value: Array(value.utf8), stream: drawn))
        return text.replacing(old, with: "/MediaBox\(sheet.grown(by: Self.room))/BleedBox\(sheet)", maxReplacements: 1)
            .replacing(contents.0, with: "/Contents[\(contents.1) \(number) 0 R]")
    }

    /// 12 mm, in points.
    private static let room = 34.0

    /// At each corner a pair of lines where it is cut and a pair where the colour ends, at the middle of each side a cross; in
    /// all four inks, so that they show how well the plates lie on each other.
    private func marks(_ bleed: Box, _ trim: Box) -> String {
        var lines: [(Double, Double, Double, Double)] = []
        let (near, far) = (3.0, Self.room - 3)
        for (outer, edges) in [(bleed.left, [bleed.left, trim.left]), (bleed.right, [bleed.right, trim.right])] {
            let outward = outer == bleed.left ? -1.0 : 1
            for y in [bleed.bottom, trim.bottom, trim.top, bleed.top] {
                lines.append((outer + outward * near, y, outer + outward * far, y))
            }
            for x in edges {
                lines.append((x, bleed.bottom - near, x, bleed.bottom - far))
                lines.append((x, bleed.top + near, x, bleed.top + far))
            }
            let x = outer + outward * (near + far) / 2
            let middle = (trim.bottom + trim.top) / 2
            lines += [
                (outer + outward * near, middle, outer + outward * far, middle), (x, middle - 14, x, middle + 14),
            ]
        }
        let centre = (trim.left + trim.right) / 2
        for (outer, outward) in [(bleed.bottom, -1.0), (bleed.top, 1)] {
            let y = outer + outward * (near + far) / 2
            lines += [
                (centre, outer + outward * near, centre, outer + outward * far), (centre - 14, y, centre + 14, y),
            ]
        }
        return "/Artifact BMC q 0.3 w 1 1 1 1 K\n"
            + lines.map { "\(Box.short($0.0)) \(Box.short($0.1)) m \(Box.short($0.2)) \(Box.short($0.3)) l S\n" }
            .joined()
            + "Q EMC\n"
    }
}

/// A rectangle of a page's dictionary, in points.
private struct Box: CustomStringConvertible {
    var left, bottom, right, top: Double
    /// As it stands in the file.
    private let written: String?

    init?(of name: String, in text: String) {
        guard let start = text.firstRange(of: "/\(name)[")?.upperBound, let end = text[start...].firstIndex(of: "]")
        else {
            return nil
        }
        let numbers = text[start..<end].split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 4 else { return nil }
        (left, bottom, right, top) = (numbers[0], numbers[1], numbers[2], numbers[3])
        written = "[\(text[start..<end])]"
    }

    private init(left: Double, bottom: Double, right: Double, top: Double) {
        (self.left, self.bottom, self.right, self.top) = (left, bottom, right, top)
        written = nil
    }

    func grown(by room: Double) -> Box {
        Box(left: left - room, bottom: bottom - room, right: right + room, top: top + room)
    }

    static func short(_ value: Double) -> String { String((value * 1000).rounded() / 1000) }

    var description: String {
        written ?? "[\([left, bottom, right, top].map(Self.short).joined(separator: " "))]"
    }
}

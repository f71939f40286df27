/// The ICC profile of a press, as a print shop gives it (ICC.1:2022; integers are big-endian).

struct PressProfile {
    let bytes: [UInt8]

    /// Nil where it is not the profile of a press with four inks.
    init?(_ bytes: [UInt8]) {
        // 7.2: at 16 the colours of the device, at 36 the mark of all profiles.
        guard bytes.count > 132, bytes[16..<20].elementsEqual("CMYK".utf8), bytes[36..<40].elementsEqual("acsp".utf8)
        else { return nil }
        self.bytes = bytes
    }

    /// Its name for people, such as "Japan Color 2011 Coated"; empty where it has none that can be read.
    var name: String {
        guard let element = element(tagged: "desc") else { return "" }
        // 10.15, multiLocalizedUnicode: the first language will do. Version 2 has a textDescription instead: ASCII.
        if element.starts(with: "mluc".utf8), let length = word(element, 20), let start = word(element, 24) {
            guard length <= element.count, start <= element.count - length else { return "" }
            let text = Array(element.dropFirst(start).prefix(length))
            let units = stride(from: 0, to: text.count - 1, by: 2).map { UInt16(text[$0]) << 8 | UInt16(text[$0 + 1]) }
            return String(decoding: units, as: UTF16.self)
        }
        if element.starts(with: "desc".utf8), let length = word(element, 8) {
            return String(decoding: element.dropFirst(12).prefix(length).prefix { $0 != 0 }, as: UTF8.self)
        }
        return ""
    }

    /// 7.3: after the header the number of tags, and of each its signature, offset and size.
    private func element(tagged tag: String) -> ArraySlice<UInt8>? {
        guard let count = word(bytes[...], 128), count <= bytes.count / 12 else { return nil }
        for entry in 0..<count {
            let at = 132 + 12 * entry
            guard let offset = word(bytes[...], at + 4), let size = word(bytes[...], at + 8) else { return nil }
            guard bytes[at..<at + 4].elementsEqual(tag.utf8) else { continue }
            return size <= bytes.count && offset <= bytes.count - size ? bytes[offset..<offset + size] : nil
        }
        return nil
    }

    private func word(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
        guard at + 4 <= bytes.count else { return nil }
        return bytes.dropFirst(at).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
}

/// Where every page of the site stands. These paths are a promise: links from outside depend on them.

import Publication

enum Address {
    static func area(_ area: PublishedArea) -> String { "areas/\(encoded(area.id)).html" }
    static func areaCalendar(_ area: PublishedArea) -> String { "areas/\(encoded(area.id)).ics" }
    static func areaMarks(_ area: PublishedArea) -> String { "areas/\(encoded(area.id)).map.js" }
    static func place(_ number: Int) -> String { "places/\(padded(number)).html" }
    static func placeCalendar(_ number: Int) -> String { "places/\(padded(number)).ics" }
    static func activity(_ activity: Activity) -> String { "activities/\(encoded(activity.id)).html" }
    static func story(_ story: PublishedStory) -> String { "stories/\(encoded(story.id)).html" }
    static func event(_ event: PublishedEvent) -> String { "events/\(encoded(event.id)).html" }
    static func page(_ page: PublishedPage) -> String { "pages/\(encoded(page.id)).html" }

    /// At least three digits, so that files sort as numbers do.
    static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    }

    /// How to get from a page to the site's root: "" or "../".
    static func root(of path: String) -> String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// A path as a link has it: everything but unreserved characters and slashes as percent codes (RFC 3986).
    static func encoded(_ path: String) -> String {
        if path.utf8.allSatisfy(isUnreserved) { return path }
        var result = ""
        for byte in path.utf8 {
            if isUnreserved(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    /// The file that a link leads to.
    static func decoded(_ link: some StringProtocol) -> String {
        guard link.utf8.contains(UInt8(ascii: "%")) else { return String(link) }
        var bytes: [UInt8] = []
        var rest = Array(link.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}

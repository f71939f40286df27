/// Where every page stands on the web, below the guide's address. These paths are a promise: links from outside and codes on
/// paper depend on them.

extension PublishedGuide {
    /// The whole address of a page; empty where nobody knows where the site will stand.
    package func address(of path: String) -> String { url.isEmpty ? "" : url + path }

    package func address(ofPlace number: Int) -> String { address(of: Address.place(number)) }
}

package enum Address {
    package static func area(_ area: PublishedArea) -> String { "areas/\(encoded(area.id)).html" }
    package static func areaCalendar(_ area: PublishedArea) -> String { "areas/\(encoded(area.id)).ics" }
    package static func areaMarks(_ area: PublishedArea) -> String { "areas/\(encoded(area.id)).map.js" }
    package static func place(_ number: Int) -> String { "places/\(padded(number)).html" }
    package static func placeCalendar(_ number: Int) -> String { "places/\(padded(number)).ics" }
    package static func activity(_ activity: Activity) -> String { "activities/\(encoded(activity.id)).html" }
    package static func story(_ story: PublishedStory) -> String { "stories/\(encoded(story.id)).html" }
    package static func event(_ event: PublishedEvent) -> String { "events/\(encoded(event.id)).html" }
    package static func page(_ page: PublishedPage) -> String { "pages/\(encoded(page.id)).html" }

    /// At least three digits, so that files sort as numbers do.
    package static func padded(_ number: Int) -> String {
        let digits = String(number)
        return number >= 100 ? digits : String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    }

    /// A path as a link has it: everything but unreserved characters and slashes as percent codes (RFC 3986).
    package static func encoded(_ path: String) -> String {
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

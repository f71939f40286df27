/// The drawn signs of activities and of the way in: SVG from templates/pictograms/, put into the page itself.

import Glibc
import Publication
import Templates

struct Pictograms: Sendable {
    private let pictures: [String: HTML]

    /// From the files `pictograms/NAME.svg` of the template set.
    init(_ files: [TemplateFile]) {
        var pictures: [String: HTML] = [:]
        for file in files where file.name.hasPrefix("pictograms/") && file.name.hasSuffix(".svg") {
            let name = String(file.name.dropFirst("pictograms/".count).dropLast(".svg".count))
            pictures[name] = HTML(trusted: Self.hidden(file.bytes))
        }
        self.pictures = pictures
    }

    func activity(_ activity: Activity) -> HTML { pictures[activity.pictogram] ?? HTML() }

    func access(_ name: String) -> HTML {
        pictures[Self.accessSign(name) ?? ""] ?? HTML()
    }

    /// The name of the sign that stands for a word of 設備.
    static func accessSign(_ name: String) -> String? { accessSigns.first { name.contains($0.word) }?.picture }

    /// Which sign stands for a word of 設備, the more particular first.
    private static let accessSigns: [(word: String, picture: String)] = [
        ("多目的トイレ", "toilet"), ("トイレ", "toilet"), ("駐車", "parking"), ("車いす", "wheelchair"),
        ("車椅子", "wheelchair"), ("スロープ", "wheelchair"), ("手すり", "handrail"), ("エレベーター", "elevator"), ("段差", "step"),
        ("送迎", "pickup"), ("筆談", "hearing"), ("磁気ループ", "hearing"), ("補聴", "hearing"), ("いす席", "seat"), ("椅子", "seat"),
        ("バス", "bus"),
    ]

    /// The name beside it says the same: screen readers pass it over.
    private static func hidden(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = position(of: "<svg ", in: text) else { return [] }
        let svg = Array(text.utf8)[start...]
        if position(of: "aria-hidden", in: text) != nil { return Array(svg) }
        return Array("<svg aria-hidden=\"true\" ".utf8) + svg.dropFirst("<svg ".utf8.count)
    }

    private static func position(of part: String, in text: String) -> Int? {
        text.withCString { start in strstr(start, part).map { UnsafePointer($0) - start } }
    }
}

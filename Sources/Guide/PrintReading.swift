/// Reads 本: the paper and the works that `kayoi book` makes.

import FrontMatter
import Messages
import Publication

extension PrintSettings {
    private static let papers = Choices(["A4", "B5", "A5"].map { ($0, [$0, $0.lowercased(), $0 + "判"]) })
    private static let kinds = Choices<Work>([
        (.guidebook, ["冊子", "guidebook", "ガイドブック"]), (.areas, ["地区の一枚", "areas", "area"]),
        (.handouts, ["宝物マップ", "handouts", "handout"]), (.newsletters, ["情報紙", "newsletters", "newsletter"]),
        (.posters, ["ポスター", "posters", "poster"]),
    ])

    init(reading fields: Fields, _ findings: inout Findings) {
        self.init()
        for own in fields.records(.book, .printing, &findings).prefix(1) {
            paper = own.choice(.paper, Self.papers, &findings)?.value ?? ""
            for named in own.list(.works, &findings) {
                if let kind = Self.kinds[named.value] {
                    if !works.contains(kind) { works.append(kind) }
                } else {
                    findings.add(.notAChoice(.works, found: named.value, Self.kinds), at: named.range)
                }
            }
        }
    }
}

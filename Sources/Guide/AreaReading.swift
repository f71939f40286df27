/// How a file under areas/ becomes an `Area`.

import FrontMatter
import Markdown
import Publication
import Recurrence

extension Area {
    static let keys = KeySet([
        .name, .reading, .latinName, .layer, .parents, .boundary, .colour, .residents, .households, .agedShare, .asOf,
        .coordinator, .council, .helpCounts, .privateNotes,
    ])

    init(reading file: RecordFile, _ findings: inout Findings) {
        let fields = file.fields(Self.keys, &findings)
        self.init(name: fields.required(.name, &findings))
        id = file.id
        reading = fields.reading(&findings)
        latinName = fields.text(.latinName, &findings)
        layer = fields.layer(&findings)
        parents = fields.list(.parents, &findings)
        boundary = fields.placed(.boundary, &findings)
        colour = fields.integer(.colour, &findings)?.value
        // Pages name the units.
        population.residents = fields.text(.residents, &findings).without("人")
        population.households = fields.text(.households, &findings).without("世帯")
        population.agedShare = fields.text(.agedShare, &findings).without("%").without("％")
        population.asOf = fields.text(.asOf, &findings)
        coordinators = Contact.list(fields, .coordinator, &findings)
        council = AreaCouncil(reading: fields, &findings)
        helpCounts = HelpCount.list(fields, &findings)
        body = findings.body(of: file)
    }
}

extension Fields {
    /// 層: 1, 2 or 3, also written 第2層.
    fileprivate func layer(_ findings: inout Findings) -> Placed<Int>? {
        choice(.layer, Self.layers, &findings)
    }

    private static let layers = Choices([
        (1, ["1", "１", "第1層", "第１層"]), (2, ["2", "２", "第2層", "第２層"]), (3, ["3", "３", "第3層", "第３層"]),
    ])
}

extension AreaCouncil {
    static let keys = KeySet([.name, .schedule, .venue, .introduction])

    fileprivate init?(reading fields: Fields, _ findings: inout Findings) {
        guard let node = fields.node(.council) else { return nil }
        self.init()
        guard let mapping = node.mapping else {
            name = fields.text(.council, &findings)
            return
        }
        let own = Fields(mapping, Self.keys, &findings)
        name = own.text(.name, &findings)
        meets = own.text(.schedule, &findings)
        venue = own.text(.venue, &findings)
        introduction = own.text(.introduction, &findings)
    }
}

extension HelpCount {
    static let keys = KeySet([.help, .have, .want, .wouldJoin])

    fileprivate static func list(_ fields: Fields, _ findings: inout Findings) -> [HelpCount] {
        fields.records(.helpCounts, keys, &findings).map { own in
            var count = HelpCount()
            count.kind = own.required(.help, &findings).value
            count.have = own.integer(.have, &findings)?.value ?? 0
            count.want = own.integer(.want, &findings)?.value ?? 0
            count.wouldJoin = own.integer(.wouldJoin, &findings)?.value ?? 0
            return count
        }
    }
}

extension String {
    fileprivate func without(_ unit: String) -> String { hasSuffix(unit) ? String(dropLast(unit.count)).trimmed : self }
}

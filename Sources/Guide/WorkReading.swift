/// How files under stories/, support/, events/ and pages/ become records.

import FrontMatter
import Markdown
import Publication
import Recurrence

extension Story {
    static let keys = KeySet([
        .title, .places, .features, .day, .issue, .photos, .author, .privateNotes,
    ])

    init(reading file: RecordFile, _ findings: inout Findings) {
        let fields = file.fields(Self.keys, &findings)
        self.init(title: fields.required(.title, &findings))
        id = file.id
        places = fields.list(.places, &findings)
        features = fields.texts(.features, separated: false, &findings)
        day = fields.day(.day, &findings)?.value
        issue = fields.text(.issue, &findings)
        author = fields.text(.author, &findings)
        photos = Photo.list(fields, &findings)
        body = findings.body(of: file)
    }
}

extension Support {
    static let keys = KeySet([.name, .reading, .needs, .contact, .audience, .grants, .privateNotes])
    static let grantKeys = KeySet([.name, .amount, .deadline, .description])

    init(reading file: RecordFile, _ findings: inout Findings) {
        let fields = file.fields(Self.keys, &findings)
        self.init(name: fields.required(.name, &findings))
        id = file.id
        reading = fields.reading(&findings)
        needs = fields.texts(.needs, &findings)
        contacts = Contact.list(fields, .contact, &findings)
        audience = fields.text(.audience, &findings)
        grants = fields.records(.grants, Self.grantKeys, &findings).map { own in
            var grant = Grant()
            grant.name = own.required(.name, &findings).value
            grant.amount = own.text(.amount, &findings)
            grant.deadline = own.text(.deadline, &findings)
            grant.description = own.text(.description, &findings)
            return grant
        }
        body = findings.body(of: file)
    }
}

extension Event {
    static let keys = KeySet([
        .title, .when, .venue, .address, .position, .positionShown, .booking, .fee, .audience, .bring, .capacity,
        .performers, .contact, .privateNotes,
    ])

    init(reading file: RecordFile, _ schedules: ScheduleReader, _ findings: inout Findings) {
        let fields = file.fields(Self.keys, &findings)
        self.init(title: fields.required(.title, &findings))
        id = file.id
        if let text = fields.placed(.when, &findings) {
            when = text.value
            schedule = findings.schedule(text, of: .when, node: fields.node(.when), closed: [], schedules)
        } else {
            fields.miss(.when, &findings)
        }
        venue = fields.text(.venue, &findings)
        address = fields.text(.address, &findings)
        position = fields.position(&findings)
        positionShown = fields.positionShown(&findings)
        booking = fields.text(.booking, &findings)
        fee = Fee(reading: fields.text(.fee, &findings))
        performers = fields.list(.performers, &findings)
        contacts = Contact.list(fields, .contact, &findings)
        body = findings.body(of: file)
    }
}

extension FreePage {
    static let keys = KeySet([.title, .order, .privateNotes])

    init(reading file: RecordFile, _ findings: inout Findings) {
        let fields = file.fields(Self.keys, &findings)
        self.init(title: fields.required(.title, &findings))
        id = file.id
        order = fields.integer(.order, &findings)?.value ?? 0
        body = findings.body(of: file)
    }
}

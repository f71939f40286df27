/// data/days.js and data/contacts.js: what scripts ask for besides the places themselves: which of them meet in the weeks
/// to come, and whom to call.

import Encoding
import Publication
import Recurrence

extension PageWriter {
    /// Day by day, from the day of the build: the index of each place that is certain to meet, and its hours.
    func daysData() -> [UInt8] {
        var days = [[JSON]](repeating: [], count: Agenda.days + 1)
        let meetings = agenda.meetings.joined().filter { !$0.needsConfirmation && $0.day <= agenda.today + Agenda.days }
        for meeting in meetings.sorted(by: {
            ($0.start?.minutes ?? 1440, $0.place) < ($1.start?.minutes ?? 1440, $1.place)
        }) {
            days[meeting.day - agenda.today] +=
                [.integer(meeting.place), .string(phrases.time(from: meeting.start, to: meeting.end))]
        }
        return script(
            "days", .object([("from", .string(agenda.today.iso)), ("days", .array(days.map { JSON.array($0) }))]))
    }

    /// Of each place, by index, address, name and telephone number of who answers for it; the office where nobody else does.
    func contactsData() -> [UInt8] {
        let office = publication.guide.office.contact
        return script(
            "contacts",
            .object([
                ("office", .array([.string(office.name), .string(office.telephone)])),
                (
                    "places",
                    .array(
                        publication.places.map { place in
                            let contact = place.contacts.first { !$0.telephone.isEmpty }
                            return .array(
                                [place.gatherings.first?.address ?? ""].map(JSON.string)
                                    + (contact.map { [.string($0.name), .string($0.telephone)] } ?? []))
                        })
                ),
            ]))
    }
}

/// data/days.js and data/contacts.js: what scripts ask for besides the places themselves: which of them meet in the weeks
/// to come, and whom to call.

import Encoding
import Publication
import Recurrence

extension PageWriter {
    /// Day by day, from the day of the build: the index of each place that is certain to meet, and its hours.
    func daysData() -> [UInt8] {
        var days = [[JSON]](repeating: [], count: Agenda.days + 1)
        // Hours by timetable: places share few different ones, and the words are the dear part.
        let hours = agenda.timetables.map { timetable in
            timetable.meetings.map { JSON.string(phrases.time(from: $0.start, to: $0.end)) }
        }
        var meetings: [(start: Int, place: PlaceIndex, day: Day, hours: JSON)] = []
        for place in publication.places.indices {
            for number in agenda.numbers(of: place) {
                for (meeting, hours) in zip(agenda.timetables[number].meetings, hours[number])
                where !meeting.needsConfirmation && meeting.day <= agenda.today + Agenda.days {
                    meetings.append((meeting.start?.minutes ?? 1440, place, meeting.day, hours))
                }
            }
        }
        meetings.sort { ($0.start, $0.place) < ($1.start, $1.place) }
        for meeting in meetings { days[meeting.day - agenda.today] += [.integer(meeting.place), meeting.hours] }
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

/// data/days.js and data/contacts.js: what scripts ask for besides the places themselves: which of them meet in the weeks
/// to come, and whom to call.

import Encoding
import Publication
import Recurrence

extension PageWriter {
    /// Day by day, from the day of the build: the index of each place that is certain to meet, and its hours.
    func daysData() -> [UInt8] {
        // By timetable: places share few different ones, and the words are the dear part.
        let certain = agenda.timetables.map { timetable in
            timetable.meetings
                .filter { !$0.needsConfirmation && $0.day <= agenda.today + Agenda.days }
                .map {
                    (
                        day: $0.day - agenda.today, start: $0.start?.minutes ?? 1440,
                        hours: JSON.string(phrases.time(from: $0.start, to: $0.end)).bytes
                    )
                }
        }
        var lines: [(place: PlaceIndex, hours: [UInt8])] = []
        // Of each day its lines, as numbers that sort by time and then as the places follow one another.
        var days = [[Int]](repeating: [], count: Agenda.days + 1)
        for place in publication.places.indices {
            for case let number? in agenda.venues(of: place) {
                for meeting in certain[number] {
                    days[meeting.day].append(meeting.start << 32 | lines.count)
                    lines.append((place, meeting.hours))
                }
            }
        }
        return script("days") {
            $0.put("from", .string(agenda.today.iso))
            $0.put("days", each: days) { day, output in
                output.append(UInt8(ascii: "["))
                for (number, line) in day.sorted().enumerated() {
                    if number > 0 { output.append(UInt8(ascii: ",")) }
                    let line = lines[line & 0xFFFF_FFFF]
                    JSON.integer(line.place).write(into: &output)
                    output.append(UInt8(ascii: ","))
                    output += line.hours
                }
                output.append(UInt8(ascii: "]"))
            }
        }
    }

    /// Of each place, by index, address, name and telephone number of who answers for it; the office where nobody else does.
    func contactsData() -> [UInt8] {
        let office = publication.guide.office.contact
        return script("contacts") {
            $0.put("office", [office.name, office.telephone])
            $0.put("places", each: publication.places) { place, output in
                output.append(UInt8(ascii: "["))
                JSON.string(place.gatherings.first?.address ?? "").write(into: &output)
                if let contact = place.contacts.first(where: { !$0.telephone.isEmpty }) {
                    for text in [contact.name, contact.telephone] {
                        output.append(UInt8(ascii: ","))
                        JSON.string(text).write(into: &output)
                    }
                }
                output.append(UInt8(ascii: "]"))
            }
        }
    }
}

/// When the places meet in the weeks to come: computed once, used by every page that tells a day.

import Parallel
import Publication
import Recurrence

struct Agenda: Sendable {
    /// A meeting of a place.
    struct Meeting: Sendable {
        var place: PlaceIndex
        /// Which of the place's venues.
        var gathering: Int
        var day: Day
        var start: Time?
        var end: Time?
        /// Whether the words leave it open (年末年始): never shown as certain.
        var needsConfirmation: Bool
    }

    /// Of each place, its meetings by day and time.
    let meetings: [[Meeting]]
    let today: Day

    /// Long enough for every weekday, every nth weekday, and every month with 31 days.
    static let days = 35
    /// How far to look for the next meeting of what meets seldom.
    static let reach = 400

    init(_ publication: Publication) {
        let today = publication.today
        self.today = today
        let places = publication.places
        meetings = places.indices.parallelMap { index in
            let place = places[index]
            var meetings: [Meeting] = []
            for (number, gathering) in place.gatherings.enumerated() {
                guard let schedule = gathering.schedule else { continue }
                var found = schedule.occurrences(from: today, to: today + Self.days)
                if found.isEmpty, let next = schedule.next(onOrAfter: today, within: Self.reach) { found = [next] }
                meetings += found.map {
                    Meeting(
                        place: index, gathering: number, day: $0.day, start: $0.start, end: $0.end,
                        needsConfirmation: $0.needsConfirmation)
                }
            }
            return meetings.sorted { $0.key < $1.key }
        }
    }

    /// What calendar programs get: the meetings of the coming thirteen months.
    func recurrence(of schedule: Schedule) -> [RecurrenceSet] {
        schedule.recurrenceSets(from: today, to: today + Self.reach)
    }

    func next(of place: PlaceIndex, gathering: Int) -> Meeting? { meetings[place].first { $0.gathering == gathering } }

    /// What is certain to meet today, by time.
    var onToday: [Meeting] {
        meetings.flatMap { $0.prefix { $0.day == today }.filter { !$0.needsConfirmation } }.sorted { $0.key < $1.key }
    }

    /// Every weekday's places by time: each venue and time once, however often it meets.
    func week() -> [Weekday: [Meeting]] { week(of: meetings.indices) }

    func week(of places: some Swift.Sequence<PlaceIndex>) -> [Weekday: [Meeting]] {
        var week: [Weekday: [Meeting]] = [:]
        for own in places.lazy.map({ meetings[$0] }) {
            var seen: Set<Slot> = []
            for meeting in own where meeting.day <= today + Self.days {
                let slot = Slot(gathering: meeting.gathering, weekday: meeting.day.weekday, start: meeting.start)
                if seen.insert(slot).inserted { week[meeting.day.weekday, default: []].append(meeting) }
            }
        }
        return week.mapValues {
            $0.sorted { ($0.start?.minutes ?? 1440, $0.place) < ($1.start?.minutes ?? 1440, $1.place) }
        }
    }

    private struct Slot: Hashable {
        var gathering: Int
        var weekday: Weekday
        var start: Time?
    }
}

extension Agenda.Meeting {
    fileprivate var key: (Day, Int, Int) { (day, start?.minutes ?? 1440, place) }
}

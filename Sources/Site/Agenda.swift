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

    let today: Day
    /// Each different schedule of the guide's places.
    let timetables: [Timetable]
    /// Of all venues, place by place, the numbers of their timetables.
    private let numbers: [Int?]
    /// Of each place, where its venues end in those.
    private let ends: [Int]
    /// Those numbers by schedule: a guide reads equal words once, and its places share the reading.
    private let known: [ObjectIdentifier: Int]

    /// Long enough for every weekday, every nth weekday, and every month with 31 days.
    static let days = 35
    /// How far to look for the next meeting of what meets seldom, and how far calendars go.
    static let reach = 400

    /// - Parameter previous: of the site before, whose timetables are good for the same day.
    init(_ publication: Publication, after previous: Agenda? = nil) {
        let today = publication.today
        self.today = today
        var schedules: [Schedule] = []
        var known: [ObjectIdentifier: Int] = [:]
        var (numbers, ends): ([Int?], [Int]) = ([], [])
        numbers.reserveCapacity(publication.places.count)
        ends.reserveCapacity(publication.places.count)
        for place in publication.places {
            // (By index: to copy each venue would be most of it.)
            for gathering in place.gatherings.indices {
                let number = place.gatherings[gathering].schedule.map { schedule in
                    if let number = known[schedule.identity] { return number }
                    known[schedule.identity] = schedules.count
                    schedules.append(schedule)
                    return schedules.count - 1
                }
                numbers.append(number)
            }
            ends.append(numbers.count)
        }
        (self.numbers, self.ends) = (numbers, ends)
        self.known = known
        let previous = previous?.today == today ? previous : nil
        timetables = schedules.parallelMap { schedule in
            if let previous, let number = previous.known[schedule.identity] { return previous.timetables[number] }
            return Timetable(schedule, from: today)
        }
    }

    /// Whether a place meets by the timetables that it has here.
    func isRight(for place: PublishedPlace, at index: PlaceIndex) -> Bool {
        place.gatherings.count == venues(of: index).count
            && zip(place.gatherings, venues(of: index)).allSatisfy { gathering, number in
                guard let schedule = gathering.schedule else { return number == nil }
                return number != nil && known[schedule.identity] == number
            }
    }

    /// Of each venue of a place the number of its timetable; nil where nothing is known of its schedule.
    func venues(of place: PlaceIndex) -> ArraySlice<Int?> {
        numbers[(place > 0 ? ends[place - 1] : 0)..<ends[place]]
    }

    /// The number of a venue's timetable; nil where nothing is known of its schedule.
    func number(of place: PlaceIndex, gathering: Int) -> Int? {
        let venues = venues(of: place)
        return venues[venues.startIndex + gathering]
    }

    func timetable(of place: PlaceIndex, gathering: Int) -> Timetable? {
        number(of: place, gathering: gathering).map { timetables[$0] }
    }

    /// A place's meetings by day and time.
    func meetings(of place: PlaceIndex) -> [Meeting] {
        let gatherings = venues(of: place)
        let meetings = (0..<gatherings.count).flatMap { gathering in
            timetable(of: place, gathering: gathering)?.meetings.map { Meeting(place, gathering, $0) } ?? []
        }
        return gatherings.count == 1 ? meetings : meetings.sorted { $0.key < $1.key }
    }

    func hasMeetings(_ place: PlaceIndex) -> Bool {
        venues(of: place).contains { $0.map { !timetables[$0].meetings.isEmpty } ?? false }
    }

    /// Whether days follow from what is known of a place, if only some that are past.
    func hasDates(_ place: PlaceIndex) -> Bool {
        venues(of: place).contains { $0.map { timetables[$0].schedule.hasDates } ?? false }
    }

    /// A place's next meeting, wherever it is.
    func next(of place: PlaceIndex) -> Meeting? {
        (0..<venues(of: place).count).lazy.compactMap { next(of: place, gathering: $0) }.min { $0.key < $1.key }
    }

    /// A place's venues by their next meetings; those without one last, in the place's own order.
    func nearestFirst(of place: PlaceIndex) -> [Int] {
        let gatherings = 0..<venues(of: place).count
        if gatherings.count < 2 { return Array(gatherings) }
        return gatherings.map { number in
            let next = next(of: place, gathering: number)
            return (next?.day ?? today + Self.reach + 1, next?.start?.minutes ?? 1440, number)
        }.sorted(by: <).map(\.2)
    }

    func next(of place: PlaceIndex, gathering: Int) -> Meeting? {
        timetable(of: place, gathering: gathering)?.meetings.first.map { Meeting(place, gathering, $0) }
    }

    /// What is certain to meet today, by time.
    var onToday: [Meeting] {
        ends.indices.filter { next(of: $0)?.day == today }
            .flatMap { meetings(of: $0).prefix { $0.day == today }.filter { !$0.needsConfirmation } }
            .sorted { $0.key < $1.key }
    }

    /// Every weekday's places by time, Monday's first: each venue and time once, however often it meets.
    func week() -> [[Meeting]] { week(of: ends.indices) }

    func week(of places: some Swift.Sequence<PlaceIndex>) -> [[Meeting]] {
        var week = [[Meeting]](repeating: [], count: Weekday.allCases.count)
        for place in places {
            forEachSlot(of: place) { gathering, slot in
                week[slot.day.weekday.rawValue - 1].append(Meeting(place, gathering, slot))
            }
        }
        return week.map {
            $0.sorted {
                ($0.start?.minutes ?? 1440, $0.place, $0.day) < ($1.start?.minutes ?? 1440, $1.place, $1.day)
            }
        }
    }

    /// The weekdays and times at which people meet in a place in the weeks to come, each venue's once.
    func forEachSlot(of place: PlaceIndex, _ body: (_ gathering: Int, _ slot: Occurrence) -> Void) {
        for (gathering, number) in venues(of: place).enumerated() {
            guard let number else { continue }
            for slot in timetables[number].slots where slot.day <= today + Self.days { body(gathering, slot) }
        }
    }
}

extension Agenda.Meeting {
    fileprivate init(_ place: PlaceIndex, _ gathering: Int, _ occurrence: Occurrence) {
        self.init(
            place: place, gathering: gathering, day: occurrence.day, start: occurrence.start, end: occurrence.end,
            needsConfirmation: occurrence.needsConfirmation)
    }

    fileprivate var key: (Day, Int, Int) { (day, start?.minutes ?? 1440, place) }
}

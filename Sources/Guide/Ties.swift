/// What the rest of a guide goes by of a place: while this stays the same, and its name or what goes by that, nothing that
/// is said or shown of other files changes.

import FrontMatter

struct Ties: Equatable {
    private let number: Int?
    private let state: Consent.State?
    private let areas: [ExactText]
    private let activities: [ExactText]
    private let foundThrough: [ExactText]
    private let linked: [ExactText]

    init(of place: Place) {
        func exact(_ texts: [Placed<String>]) -> [ExactText] { texts.map { ExactText($0.value) } }
        number = place.number?.value
        state = place.consent?.state
        areas = exact(place.areas)
        activities = exact(place.activities)
        foundThrough = exact(place.foundThrough)
        linked = exact(place.linked)
    }
}

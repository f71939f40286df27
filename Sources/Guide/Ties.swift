/// What the rest of a guide goes by of a place: while this stays the same, nothing that is said or shown of other files
/// changes.

import FrontMatter

struct Ties: Equatable {
    private let number: Int?
    private let name: ExactText
    private let state: Consent.State?
    private let areas: [ExactText]
    private let activities: [ExactText]
    private let foundThrough: [ExactText]
    private let linked: [ExactText]

    init(of place: Place) {
        func exact(_ texts: [Placed<String>]) -> [ExactText] { texts.map { ExactText($0.value) } }
        number = place.number?.value
        name = ExactText(place.name.value)
        state = place.consent?.state
        areas = exact(place.areas)
        activities = exact(place.activities)
        foundThrough = exact(place.foundThrough)
        linked = exact(place.linked)
    }
}

/// The numbers of a place's contacts: whether texts of a guide may tell them depends on all its places.
struct TiedNumbers: Equatable {
    private let numbers: [Number]

    private struct Number: Equatable {
        var digits: Telephone.Digits
        var isPublic: Bool
    }

    init(of place: Place) {
        numbers = place.contacts.flatMap { contact in
            [contact.telephone, contact.fax].map { Number(digits: Telephone.digits($0), isPublic: contact.isPublic) }
        }
    }
}

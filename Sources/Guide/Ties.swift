/// What the rest of a guide goes by of a place: while this stays the same, and its name or what goes by that, nothing that
/// is said or shown of other files changes, save that areas and activities list their places.

struct Ties: Equatable {
    private let number: Int?
    private let state: Consent.State?

    init(of place: Place) {
        number = place.number?.value
        state = place.consent?.state
    }
}

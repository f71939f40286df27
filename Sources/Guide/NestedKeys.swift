/// Which fields stand below another one: whoever forgets their indentation writes them beside it.

import Publication

extension KeySet {
    /// The fields that may stand below a field; nil where none do.
    static func below(_ key: Key) -> KeySet? {
        switch key {
        case .contact, .coordinator: Contact.keys
        case .publish: Consent.keys
        case .photos: Photo.keys
        case .council: AreaCouncil.keys
        case .helpCounts: HelpCount.keys
        case .grants: Support.grantKeys
        case .map: GuideFacts.mapKeys
        case .book: .printing
        case .scheduleDefaults: .scheduleDefaults
        default: nil
        }
    }

    static let printing = KeySet([.paper, .works])
    static let scheduleDefaults = KeySet([.holidays, .newYear, .obon])
}

/// A field that may belong below one that has no value.
struct NestedKey: Sendable, Equatable {
    /// Both as they were typed.
    var name: String
    var above: String
}

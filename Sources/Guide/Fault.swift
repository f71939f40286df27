/// What can be wrong with a guide, as values; their wording stands in `Wording.swift`.

import Markdown
import Recurrence

struct Fault: Sendable, Error, Equatable {
    /// Relative to the guide's folder.
    var path: String
    /// Bytes of the file; nil for the file as a whole.
    var range: Range<Int>?
    var kind: Kind

    init(_ kind: Kind, in path: String, at range: Range<Int>? = nil) {
        self.kind = kind
        self.path = path
        self.range = range
    }

    enum Kind: Sendable, Equatable {
        // Files
        /// errno
        case unreadableFile(code: Int32)
        case notAFile
        case link
        case linkedFolder
        case unusableName
        case fileTooLarge(bytes: Int, limit: Int)
        case changedWhileRead
        case foldersTooDeep
        case missingGuideFile
        case unexpectedFile
        /// Where it would be read with this one; with the name that it should have.
        case otherEnding(String, suggested: String?)
        /// In holidays.csv.
        case unreadHoliday
        case sameID(id: String, other: String)

        // Fields
        case unknownKey(String, nearest: String?)
        /// A field below another one stands beside it.
        case notIndented(NestedKey)
        /// With the name and the line of the first.
        case repeatedKey(String, first: String, line: Int, nested: NestedKey?)
        case missing(Key)
        case expectedText(Key)
        case expectedMapping(Key)
        case notANumber(Key, found: String)
        case numberOutOfRange(Int)
        case notADay(Key, found: String)
        case notAChoice(Key, found: String, allowed: [String], nearest: String?)
        case missingReading
        case readingNotKana(found: String)

        // Numbers
        case duplicateNumber(Int, other: String)
        case retiredNumber(Int)
        case missingNumber(free: Int, isPublished: Bool)
        /// What would be written is the number.
        case cannotBeNumbered(Int)

        // Positions
        case notAPosition(found: String)
        case swappedPosition(found: String, meant: String)
        case outsideMunicipality(name: String)
        case outsideArea(area: String)

        // References
        case unknownArea(found: String, nearest: String?)
        case ambiguousArea(found: String, ids: [String])
        case parentIsBelow(found: String)
        case cycleOfAreas([String])
        case missingBoundary(id: String, nearest: String?)
        case unknownPlace(found: String, nearest: String?)
        /// The first numbers; `areMore`: of others, too.
        case ambiguousPlace(found: String, numbers: [Int], areMore: Bool)
        case unpublishedPlace(found: String)
        case unknownActivity(found: String, nearest: String?)
        case missingPhoto(file: String, nearest: String?)
        case photoOutsideFolder(file: String)
        case photoWithoutDescription(file: String)

        // Print
        case unprintable(Unicode.Scalar)

        // Texts
        case text(MarkdownFault)

        // Facts
        case telephoneDigits(found: String, digits: Int)
        /// In one field.
        case severalTelephones(Key)
        case marksInNumber
        case notAMailAddress(found: String)
        case notAWebAddress(found: String)
        case notATileAddress(found: String)
        case tilesWithoutCredit
        case missingSchedule
        case scheduleNotRead(Key, text: String, Schedule.Unread?)
        case scheduleWithoutDates(Key, Schedule.Unread)
        case missingConsent
        case oldVerification(day: String)
        case futureVerification(day: String)
        /// The first of the others, and how many more there are.
        case sameName(name: String, others: [Int], more: Int)
        case privateTelephoneInText(String, TextPlace)
        case unpublishedNameInText(String, TextPlace)
        case unknownLanguage(found: String)
    }
}

extension Fault.Kind {
    /// Something is not known, and what was meant may be guessed.
    var asksForAGuess: Bool {
        switch self {
        case .unknownArea, .missingBoundary, .unknownPlace, .unknownActivity, .missingPhoto: true
        default: false
        }
    }

    /// A reference leads to no place, or not to one alone.
    var isOfNoPlace: Bool {
        switch self {
        case .unknownPlace, .ambiguousPlace: true
        default: false
        }
    }
}

extension Fault {
    /// One message names no more places: each of very many of one name would have all the others in its own.
    static let mostNamed = 10
}

extension [Fault] {
    static let mostGuesses = 100

    /// Whether what was meant is looked for: whoever is wrong so often did not mistype, and to look each time would take
    /// longer than all the rest.
    var areFew: Bool { lazy.filter(\.kind.asksForAGuess).prefix(Self.mostGuesses).count < Self.mostGuesses }
}

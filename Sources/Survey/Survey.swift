/// 調査票: what is on record of every place, for the yearly check with its people.
///
/// Unlike a publication it holds what is private too: contacts that are not public, homes, positions not to be shown. It is
/// handed from person to person on paper. Nothing that publishes can name these types.

import Publication
import Recurrence

package struct Survey: Sendable {
    package var today: Day
    package var guide = PublishedGuide()
    /// In the order of the coordinators' walks.
    package var rounds: [SurveyRound] = []

    package init(today: Day) { self.today = today }
}

/// The places of one area, in the order in which somebody visits them.
package struct SurveyRound: Sendable {
    package var area = ""
    package var coordinators: [SurveyContact] = []
    package var sheets: [SurveySheet] = []

    package init() {}
}

/// What is on record of one place, as its editors wrote it.
package struct SurveySheet: Sendable {
    package var number: Int?
    package var name = ""
    package var reading = ""
    package var consent = SurveyConsent()
    package var gatherings: [SurveyGathering] = []
    package var audience = ""
    package var capacity = ""
    package var fee = ""
    package var booking = ""
    package var bring = ""
    package var activities: [String] = []
    package var access: [String] = []
    package var contacts: [SurveyContact] = []
    package var photos: [String] = []
    package var verified: Day?
    /// The address of its page on the web; empty where it has none.
    package var address = ""

    package init() {}
}

package struct SurveyGathering: Sendable {
    package var venue = ""
    package var address = ""
    package var schedule = ""
    package var position = Position.unknown

    /// How the position is shown to the public.
    package enum Position: String, Sendable { case exact, approximate, area, hidden, unknown }

    package init() {}
}

package struct SurveyContact: Sendable {
    package var name = ""
    package var telephone = ""
    package var fax = ""
    package var mail = ""
    package var isPublic = false

    package init() {}
}

package struct SurveyConsent: Sendable {
    package var state = State.unasked
    package var asked: Day?
    package var by = ""

    package enum State: String, Sendable { case agreed, pending, unasked }

    package init() {}
}

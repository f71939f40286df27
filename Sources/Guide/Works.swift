/// Stories, organisations that support, events and free pages as the editors wrote them.

import FrontMatter
import Geography
import Markdown
import Publication
import Recurrence

struct Story: Sendable {
    var id = ""
    var title: Placed<String>
    var places: [Placed<String>] = []
    var features: [String] = []
    var day: Day?
    var issue = ""
    var author = ""
    var photos: [Photo] = []
    var body = MarkdownText.empty
}

struct Support: Sendable {
    var id = ""
    var name: Placed<String>
    var reading = ""
    var needs: [String] = []
    var contacts: [Contact] = []
    var audience = ""
    var grants: [Grant] = []
    var body = MarkdownText.empty
}

struct Event: Sendable {
    var id = ""
    var title: Placed<String>
    var when = ""
    var schedule: Schedule?
    var venue = ""
    var address = ""
    var position: Placed<Coordinate>?
    var positionShown: Placed<PositionShown>?
    var booking = ""
    var fee = Fee()
    var performers: [Placed<String>] = []
    var contacts: [Contact] = []
    var body = MarkdownText.empty

    var gathering: Gathering { Gathering(venue: venue, address: address, position: position) }
}

struct FreePage: Sendable {
    var id = ""
    var title: Placed<String>
    var order = 0
    var body = MarkdownText.empty
}

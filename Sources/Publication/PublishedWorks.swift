/// What stands beside the places: stories, organisations that support, dated events, free pages.

import Geography
import Markdown
import Recurrence

/// 事例紹介, 情報紙 articles, reports of events.
package struct PublishedStory: Sendable {
    package var id = ""
    package var title = ""
    package var places: [PlaceIndex] = []
    /// 特徴: three, by custom.
    package var features: [String] = []
    package var day: Day?
    /// 号: the newsletter's issue in which it stood.
    package var issue = ""
    package var author = ""
    package var photos: [PublishedPhoto] = []
    package var body: MarkdownText = .empty

    package init() {}
}

/// 『通いの場』を応援します: an organisation and the needs that it answers.
package struct PublishedSupport: Sendable {
    package var id = ""
    package var name = ""
    package var reading = ""
    package var needs: [String] = []
    package var contacts: [PublishedContact] = []
    package var audience = ""
    package var grants: [Grant] = []
    package var body: MarkdownText = .empty

    package init() {}
}

/// 制度: money or goods that an organisation gives.
package struct Grant: Sendable, Equatable {
    package var name = ""
    package var amount = ""
    package var deadline = ""
    package var description = ""

    package init() {}
}

/// 発表会, 交流会: dated.
package struct PublishedEvent: Sendable {
    package var id = ""
    package var title = ""
    /// 日時 as written.
    package var when = ""
    package var schedule: Schedule?
    package var gathering = PublishedGathering()
    package var booking = ""
    package var fee = Fee()
    package var performers: [PlaceIndex] = []
    package var contacts: [PublishedContact] = []
    package var body: MarkdownText = .empty

    package init() {}
}

/// A free page ("how to use this guide").
package struct PublishedPage: Sendable {
    package var id = ""
    package var title = ""
    package var body: MarkdownText = .empty

    package init() {}
}

/// The finder: its choices; the places themselves come as data (Search/SearchData.swift).

import Publication
import Recurrence
import Templates

struct FindPage: Sendable {
    var page: Shell
    var areas: [Choice]
    var activities: [Choice]
    var days: [Choice]
    var access: [Choice]
    var audiences: [Choice]

    static let shape = Shape<FindPage>("find") { page in
        page.record("page", Shell.shape) { $0.page }
        page.list("areas", Choice.shape) { $0.areas }
        page.list("activities", Choice.shape) { $0.activities }
        page.list("days", Choice.shape) { $0.days }
        page.list("access", Choice.shape) { $0.access }
        page.list("audiences", Choice.shape) { $0.audiences }
    }
}

/// Something to choose in a form.
struct Choice: Sendable {
    /// What the page's script knows it by: an index.
    var value: Int
    var name: String

    static let shape = Shape<Choice>("choice") { choice in
        choice.text("value") { String($0.value) }
        choice.text("name") { $0.name }
    }
}

extension PageWriter {
    func findPage() -> FindPage {
        let guide = publication.guide
        let audiences = Set(Set(publication.places.map(\.audience)).flatMap(Audience.groups))
        return FindPage(
            page: shell(at: "find.html", title: phrases("find.title"), description: phrases("find.without")),
            areas: publication.areas.indices.filter { !publication.areas[$0].places.isEmpty }
                .map { Choice(value: $0, name: areaName($0)) },
            activities: guide.activities.indices.filter { !guide.activities[$0].places.isEmpty }
                .map { Choice(value: $0, name: activityName(guide.activities[$0])) },
            days: Weekday.allCases.map { Choice(value: $0.rawValue - 1, name: phrases.shortWeekday($0)) },
            access: accessByFrequency.prefix(8).enumerated().map { Choice(value: $0, name: accessItems[$1].name) },
            audiences: Audience.allCases.filter { audiences.contains($0.rawValue) }
                .map { Choice(value: $0.rawValue, name: phrases($0.key)) })
    }
}

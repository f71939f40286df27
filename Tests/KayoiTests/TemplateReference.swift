import Foundation
import Testing

@testable import Site
@testable import Templates

/// docs/template-variables.md is written from the views themselves: `make docs`.
@Suite("docs/template-variables.md")
struct TemplateReferenceTests {
    private static let path = repository + "/docs/template-variables.md"

    @Test("lists the variables of every template")
    func isCurrent() throws {
        let reference = reference()
        if ProcessInfo.processInfo.environment["KAYOI_WRITE_DOCS"] != nil {
            try reference.write(toFile: Self.path, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOfFile: Self.path, encoding: .utf8) == reference, "make docs writes it anew")
    }

    @Test("leaves out no template")
    func isComplete() {
        var set = TemplateSet()
        let words = StringTable(language: "ja", TemplateFile(name: "", path: "", bytes: []))
        #expect(Mirror(reflecting: PageTemplates(&set, words)).children.count == Self.views.count)
    }

    private static let views: [(template: String, fields: Fields)] = [
        ("head", Frame.shape.fields),
        ("header", Frame.shape.fields),
        ("footer", Frame.shape.fields),
        ("place-row", PlaceRow.shape.fields), ("slot", WeekSlot.shape.fields),
        ("home", HomePage.shape.fields),
        ("area", AreaPage.shape.fields),
        ("areas", AreasPage.shape.fields),
        ("place", PlacePage.shape.fields),
        ("activities", ActivitiesPage.shape.fields),
        ("activity", ActivityPage.shape.fields),
        ("kana", KanaPage.shape.fields),
        ("week", WeekPage.shape.fields),
        ("find", FindPage.shape.fields),
        ("calendar", CalendarPage.shape.fields),
        ("access", AccessPage.shape.fields),
        ("my", PlainPage.shape("my").fields),
        ("offline", PlainPage.shape("offline").fields),
        ("support", SupportPage.shape.fields),
        ("stories", StoriesPage.shape.fields),
        ("links", LinksPage.shape.fields),
        ("state", StatePage.shape.fields),
        ("story", StoryPage.shape.fields),
        ("events", TitlesPage.shape("events").fields),
        ("event", EventPage.shape.fields),
        ("page", FreePageView.shape.fields),
        ("about", AboutPage.shape.fields),
        ("missing", MissingPage.shape.fields),
        ("withdrawn", MissingPage.shape.fields),
    ]

    private func reference() -> String {
        var text = """
            # What templates can name

            Written by `make docs` from the program itself; how templates work stands in [templates.md](templates.md).
            A *text* may be empty, and then counts as no. A *part* is one record or none; a *list* has `.any` and `.count`.

            ## Templates

            """
        var parts: [String: Fields] = [:]
        for view in Self.views { text += section(view.template + ".mustache", view.fields, &parts) }
        text += "\n## Parts\n"
        var written: Set<String> = []
        while let next = parts.keys.filter({ !written.contains($0) }).min() {
            written.insert(next)
            if let fields = parts[next] { text += section(next, fields, &parts) }
        }
        return text
    }

    private func section(_ title: String, _ fields: Fields, _ parts: inout [String: Fields]) -> String {
        var text = "\n### \(title)\n\n| name | is |\n|---|---|\n"
        for (name, field) in fields.byName.sorted(by: { $0.key < $1.key }) {
            text += "| `\(name)` | \(kind(of: field, &parts)) |\n"
        }
        return text
    }

    private func kind(of field: Field, _ parts: inout [String: Fields]) -> String {
        switch field {
        case .text: return "text"
        case .flag: return "yes or no"
        case .group(let group):
            switch group.element {
            case .text: return "list of texts"
            case .record(let record):
                let fields = record()
                parts[fields.name] = fields
                return (group.isList ? "list of " : "part ")
                    + "[\(fields.name)](#\(fields.name.replacing(" ", with: "-")))"
            }
        }
    }
}

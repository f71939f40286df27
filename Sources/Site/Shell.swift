/// What every page has around its own matter: head, masthead, foot.

import Publication
import Templates

/// The view behind `page.…` in templates. An object: each of its fields is asked for by itself, and it is large.
final class Shell: Sendable {
    let title: String
    let description: String
    let language: String
    let contentSecurityPolicy: String
    let canonical: String
    /// Whole address of the picture that goes with the page when it is shared.
    let picture: String
    let head: Passage
    let header: Passage
    let footer: Passage
    let structuredData: HTML
    /// How to get to the root of the page's language, and to that of the whole site.
    let root: String
    let site: String
    /// The same page in the guide's other languages.
    let languages: [LanguageLink]

    /// - Parameter host: one from which pictures may come, too.
    init(
        in frame: RenderedFrame, _ language: String, title: String, description: String, canonical: String,
        picture: String, picturesFrom host: String?, structuredData: HTML, languages: [LanguageLink]
    ) {
        self.title = title
        self.description = description
        self.language = language
        self.canonical = canonical
        self.picture = picture
        self.structuredData = structuredData
        self.languages = languages
        let policy = Self.contentSecurityPolicy
        contentSecurityPolicy =
            host.map { policy.replacing("img-src 'self'", with: "img-src 'self' \($0)") } ?? policy
        (head, header, footer) = (frame.head, frame.header, frame.footer)
        (root, site) = (frame.root, frame.site)
    }

    /// Nothing is loaded from anywhere else, and nothing in the page itself runs.
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

    static let shape = Shape<Shell>("page") { page in
        page.text("title") { $0.title }
        page.text("description") { $0.description }
        page.text("language") { $0.language }
        page.text("contentSecurityPolicy") { $0.contentSecurityPolicy }
        page.text("canonical") { $0.canonical }
        page.text("picture") { $0.picture }
        page.text("head") { $0.head }
        page.text("header") { $0.header }
        page.text("footer") { $0.footer }
        page.text("structuredData") { $0.structuredData }
        page.text("root") { $0.root }
        page.text("site") { $0.site }
        page.list("languages", LanguageLink.shape) { $0.languages }
    }
}

/// The same page in another language.
struct LanguageLink: Sendable {
    var href: String
    /// The language's name in itself.
    var name: String
    /// As HTML's lang attribute has it.
    var code: String

    static let shape = Shape<LanguageLink>("language") { link in
        link.text("href") { $0.href }
        link.text("name") { $0.name }
        link.text("code") { $0.code }
    }
}

/// The parts of the shell that are the same on all pages of one depth, rendered once.
struct Frame: Sendable {
    var root: String
    /// How to get to the root of the whole site, where assets are: above `root` in the guide's further languages.
    var site: String
    var title: String
    var publisher: String
    var edition: String
    var asOf: String
    var notice: String
    var credit: String
    var office: ContactView?
    var month: String
    var hasStories: Bool
    var hasEvents: Bool
    var hasSupports: Bool

    static let shape = Shape<Frame>("frame") { frame in
        frame.text("root") { $0.root }
        frame.text("site") { $0.site }
        frame.text("title") { $0.title }
        frame.text("publisher") { $0.publisher }
        frame.text("edition") { $0.edition }
        frame.text("asOf") { $0.asOf }
        frame.text("notice") { $0.notice }
        frame.text("credit") { $0.credit }
        frame.record("office", ContactView.shape) { $0.office }
        frame.text("month") { $0.month }
        frame.flag("hasStories") { $0.hasStories }
        frame.flag("hasEvents") { $0.hasEvents }
        frame.flag("hasSupports") { $0.hasSupports }
    }

    init(_ publication: Publication, _ phrases: Phrasebook, root: String, site: String) {
        let guide = publication.guide
        self.root = root
        self.site = site
        title = guide.title
        publisher = guide.publisher
        edition = guide.edition
        asOf = phrases.asOf(publication.today)
        notice = guide.notice[phrases.htmlLanguage].flatMap { $0.isEmpty ? nil : $0 } ?? guide.notice["ja"] ?? ""
        credit = guide.credit
        office = ContactView(guide.office)
        month = Month(of: publication.today).address
        hasStories = !publication.stories.isEmpty
        hasEvents = !publication.events.isEmpty
        hasSupports = !publication.supports.isEmpty
    }
}

/// Head, masthead and foot of one depth as HTML.
struct RenderedFrame: Sendable {
    let head: Passage
    let header: Passage
    let footer: Passage
    let root: String
    let site: String

    init(head: HTML = HTML(), header: HTML = HTML(), footer: HTML = HTML(), root: String, site: String) {
        (self.head, self.header, self.footer) = (
            Passage(common: head), Passage(common: header), Passage(common: footer)
        )
        (self.root, self.site) = (root, site)
    }
}

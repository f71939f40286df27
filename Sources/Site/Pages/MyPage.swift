/// Pages that scripts fill or that need nothing of the guide but its shell: my list, offline.

import Templates

struct PlainPage: Sendable {
    var page: Shell

    static func shape(_ name: String) -> Shape<PlainPage> {
        Shape<PlainPage>(name) { $0.record("page", Shell.shape) { $0.page } }
    }
}

extension PageWriter {
    func myPage() -> PlainPage {
        PlainPage(page: shell(at: "my.html", title: phrases("my.title"), description: phrases("my.lead")))
    }

    func offlinePage() -> PlainPage { PlainPage(page: shell(at: "offline.html", title: phrases("offline.title"))) }
}

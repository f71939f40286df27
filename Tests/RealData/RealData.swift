/// Where tests find what people wrote: the demo in this checkout, and real data beside it, where there is any. No test
/// needs the latter; those that it makes stricter read both.

import Glibc

package enum RealData {
    private static let checkout = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    private static let beside = checkout + "/../shared"

    /// The folder of the demo guide, which holds its `content/`.
    package static let demo = checkout
    /// The folder of a real guide.
    package static let guide = beside + "/guides/yaizu"
    package static var hasGuide: Bool { access(guide + "/content/guide.md", R_OK) == 0 }
    /// Both, where there are both.
    package static var guides: [String] { hasGuide ? [demo, guide] : [demo] }
    /// Texts of schedules, one a line, followed by a tab.
    package static let schedules = beside + "/data/schedules-development.tsv"
}

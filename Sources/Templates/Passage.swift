// Markup in a page that whoever reads the finished page need not read.

import Encoding

/// HTML that stands in a page as it is, and of which the page's `OutputBuffer` remembers where it stands.
@usableFromInline
package struct Passage: TextValue {
    let html: HTML
    let reading: Reading

    package enum Reading: Sendable, Equatable {
        /// The head and foot of all pages: who has read it in one knows it in all that hold the same bytes, of which this is
        /// the fingerprint.
        case once(UInt64)
        /// A drawing, which leads nowhere but within itself.
        case never
    }

    /// - Parameter html: many pages have it in common.
    package init(common html: HTML) {
        self.html = html
        reading = .once(html.bytes.withUnsafeBytes { Fingerprint($0).bits })
    }

    /// - Parameter html: nothing leads into it or out of it.
    package init(drawing html: HTML) {
        self.html = html
        reading = .never
    }

    @usableFromInline package var isBlank: Bool { html.isEmpty }

    @usableFromInline
    package func write(to output: inout OutputBuffer) { output.append(self) }
}

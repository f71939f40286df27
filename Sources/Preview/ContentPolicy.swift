/// What a page may load and run (Content-Security-Policy), said in the reply's head: the page's own words, and that no
/// other page may show it in a frame, which a page cannot say for itself.

enum ContentPolicy {
    /// For all that is no page of the site, and for pages that say nothing.
    static let strict =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " + unframed

    private static let unframed = "frame-ancestors 'none'"
    private static let mark = Array("<meta http-equiv=\"Content-Security-Policy\" content=\"".utf8)
    /// It stands at the beginning of a page, before anything is loaded.
    private static let reach = 4096

    static func of(page html: [UInt8]) -> String {
        let start = html.prefix(reach)
        guard let found = start.firstRange(of: mark) else { return strict }
        let rest = start[found.upperBound...]
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")),
            rest[..<end].allSatisfy({ (0x20...0x7E).contains($0) })
        else { return strict }
        let policy = String(decoding: rest[..<end], as: UTF8.self)
            .replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        return policy + "; " + unframed
    }
}

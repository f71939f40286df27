/// What the readers of people's texts promise, whatever the bytes are. The fuzzer looks for bytes that break a promise;
/// the tests hold it against every seed and everything that was ever found.

package enum Promise: String, CaseIterable, Sendable {
    case frontMatter = "front-matter"
    case markdown
    case recurrence
    case geoJSON = "geojson"
    case templates

    /// What these bytes break, or nil. A crash speaks for itself.
    package func breach(by bytes: [UInt8]) -> String? {
        switch self {
        case .frontMatter: frontMatterBreach(bytes)
        case .markdown: markdownBreach(bytes)
        case .recurrence: recurrenceBreach(bytes)
        case .geoJSON: geoJSONBreach(bytes)
        case .templates: templatesBreach(bytes)
        }
    }
}

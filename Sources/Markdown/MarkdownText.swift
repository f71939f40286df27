// A text in CommonMark with kayoi's conventions, read once into a tree that is safe to show.

import CCMark
import FrontMatter

/// A text with everything it names and everything wrong with it.
package struct MarkdownText: Sendable {
    /// Which rules apply on top of CommonMark's.
    package enum Dialect: Sendable {
        /// Furigana, place links, figures, heading ids, telephone numbers and addresses as links.
        case conventions
        /// CommonMark and nothing else; just as safe.
        case commonMark
    }

    package let blocks: [Block]
    /// All of it on one line, for searching and for descriptions; readings of furigana are left out.
    package let plainText: String
    /// The places it links to, in order.
    package let places: [PlaceReference]
    /// The pictures it shows, in order.
    package let pictures: [Picture]
    /// The links that were written as links, in order.
    package let links: [LinkReference]
    /// What did not survive, and why.
    package let faults: [MarkdownFault]

    /// Reads the body of a document. All ranges are offsets into the bytes of `source`.
    package init(_ source: SourceText, _ body: Range<Int>, dialect: Dialect = .conventions) {
        self = source.bytes.withUnsafeBufferPointer { bytes in
            MarkdownText(UnsafeBufferPointer(rebasing: bytes[body]), at: body.lowerBound, dialect: dialect)
        }
    }

    /// Reads a text that is in no file; ranges are offsets into its UTF-8.
    package init(text: String, dialect: Dialect = .conventions) {
        self.init(SourceText(file: "", text: text), 0..<text.utf8.count, dialect: dialect)
    }

    private init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, dialect: Dialect) {
        guard text.contains(where: { $0 > 0x20 }) else {
            self = .empty
            return
        }
        var reader = TreeReader(text, at: offset, dialect: dialect)
        blocks = reader.read()
        plainText = Markdown.plainText(blocks)
        places = reader.places
        pictures = reader.pictures
        links = reader.links
        faults = reader.faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A text that was taken apart and put together again.
    init(blocks: [Block], places: [PlaceReference], pictures: [Picture], links: [LinkReference]) {
        (self.blocks, self.places, self.pictures, self.links, faults) = (blocks, places, pictures, links, [])
        plainText = Markdown.plainText(blocks)
    }

    package static let empty = MarkdownText(blocks: [], places: [], pictures: [], links: [])

    package var isEmpty: Bool { blocks.isEmpty }
}

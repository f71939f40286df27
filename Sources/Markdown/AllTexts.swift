// All that a text hands out, also what its readers do not see at once: for those who check what may be published.

import Encoding

extension MarkdownText {
    /// The words on one line, then what stands beside them: addresses and titles of links, readings of furigana, words of
    /// pictures, languages of code.
    package func forEachText(_ visit: (String) -> Void) {
        visit(plainText)
        for block in blocks { block.forEachTextBeside(visit) }
    }
}

extension Block {
    fileprivate func forEachTextBeside(_ visit: (String) -> Void) {
        switch self {
        case .paragraph(let inlines), .heading(_, _, let inlines):
            for inline in inlines { inline.forEachTextBeside(visit) }
        case .quote(let blocks): for block in blocks { block.forEachTextBeside(visit) }
        case .list(let list): for item in list.items { for block in item { block.forEachTextBeside(visit) } }
        case .code(let language, _): if !language.isEmpty { visit(language) }
        case .figure(let picture):
            // Its title stands for its words, where there is one.
            if !picture.title.isEmpty { visit(picture.alternative) }
            picture.forEachTextBeside(visit)
        case .thematicBreak: break
        }
    }
}

extension Inline {
    fileprivate func forEachTextBeside(_ visit: (String) -> Void) {
        switch self {
        case .link(let address, let title, let content):
            // Addresses that were typed as they are stand among the words.
            if plainText(content) != address { visitAddress(address, visit) }
            if !title.isEmpty { visit(title) }
            for inline in content { inline.forEachTextBeside(visit) }
        case .emphasis(let content), .strong(let content): for inline in content { inline.forEachTextBeside(visit) }
        case .ruby(_, let reading): visit(reading)
        case .picture(let picture):
            if !picture.title.isEmpty { visit(picture.title) }
            picture.forEachTextBeside(visit)
        case .text, .softBreak, .lineBreak, .code, .place, .telephone: break
        }
    }
}

extension Picture {
    /// Those of the guide are not handed out under their names.
    fileprivate func forEachTextBeside(_ visit: (String) -> Void) {
        if address.contains("://") { visitAddress(address, visit) }
    }
}

/// An address as it is read: `%2D` is a hyphen.
private func visitAddress(_ address: String, _ visit: (String) -> Void) {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return visit(address) }
    let typed = Array(address.utf8)
    var bytes: [UInt8] = []
    var at = 0
    while at < typed.count {
        if typed[at] == UInt8(ascii: "%"), at + 2 < typed.count,
            let high = Character(Unicode.Scalar(typed[at + 1])).hexDigitValue,
            let low = Character(Unicode.Scalar(typed[at + 2])).hexDigitValue
        {
            bytes.append(UInt8(high << 4 | low))
            at += 3
        } else {
            bytes.append(typed[at])
            at += 1
        }
    }
    visit(String(decoding: bytes, as: UTF8.self))
}

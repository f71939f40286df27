/// Looking things up in what stands in order.

import Encoding

extension Array {
    /// Where a path stands, in an array in the order of the paths' bytes.
    func position(of path: String, _ key: (Element) -> String) -> Int? {
        let position = firstPosition(notBefore: path, key)
        return position < count && key(self[position]) == path ? position : nil
    }

    /// Where it stands or would stand.
    func firstPosition(notBefore path: String, _ key: (Element) -> String) -> Int {
        firstPosition { !key($0).stands(before: path) }
    }

    /// Puts an element where its path stands, in place of the one that stood there; nil: takes that out.
    mutating func put(_ element: Element?, at path: String, _ key: (Element) -> String) {
        let position = firstPosition(notBefore: path, key)
        let isThere = position < count && key(self[position]) == path
        replaceSubrange(position..<position + (isThere ? 1 : 0), with: element.map { [$0] } ?? [])
    }
}

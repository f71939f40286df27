// Words that a program knows, such as the names of fields: found by their bytes, which is many times quicker than to compare
// texts in which the same character may stand in several ways.

import Encoding

/// Words in their order, each with a number.
package struct KnownWords: Sendable {
    package let words: [String]
    /// A word's number stands where its bytes say, or in the next free place after that; -1 where a place is free.
    private var places: [Int16]

    /// - Parameter words: of equal ones the first counts.
    package init(_ words: [String]) {
        var size = 4
        while size < words.count * 2 { size *= 2 }
        self.words = words
        places = [Int16](repeating: -1, count: size)
        for (number, word) in words.enumerated() {
            let place = word.withBytes { self.place(of: $0) }
            if places[place] < 0 { places[place] = Int16(number) }
        }
    }

    /// The number of a word that is the same byte for byte.
    package func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        let number = Int(places[place(of: word)])
        return number < 0 ? nil : number
    }

    /// The number of a word, in whichever way its characters are composed.
    package func number(of word: String) -> Int? {
        word.withBytes { number(of: $0) } ?? (word.hasOneSpelling ? nil : words.firstIndex(of: word))
    }

    package func contains(_ word: String) -> Bool { number(of: word) != nil }

    /// Where the word's number stands or would stand.
    private func place(of word: UnsafeBufferPointer<UInt8>) -> Int {
        var place = Int(truncatingIfNeeded: Fingerprint(UnsafeRawBufferPointer(word)).bits)
        while true {
            place &= places.count - 1
            let number = Int(places[place])
            if number < 0 || words[number].withBytes({ $0.isSame(as: word) }) { return place }
            place += 1
        }
    }
}

extension KnownWords: ExpressibleByArrayLiteral {
    package init(arrayLiteral words: String...) { self.init(words) }
}

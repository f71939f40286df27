/// Files that hold something of every place.

import Encoding

extension ObjectWriter {
    /// An array with a value for each item.
    mutating func put<Items: Sequence>(_ name: StaticString, each items: Items, _ value: (Items.Element) -> JSON) {
        put(name, each: items) { item, output in value(item).write(into: &output) }
    }
}

extension [UInt8] {
    /// Appends what `append` writes of each item. Room for all is made once the first tell how large they are: an array that
    /// grows by doubling would hold a file of very many nearly three times.
    mutating func append<Items: Collection>(each items: Items, _ append: (Items.Element, inout [UInt8]) -> Void) {
        let sample = 256
        let start = count
        for (number, item) in items.enumerated() {
            if number == sample {
                reserveCapacity(start + (count - start) / sample * items.count * 9 / 8)
            }
            append(item, &self)
        }
    }
}

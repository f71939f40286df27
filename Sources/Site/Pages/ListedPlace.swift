/// A place as lists and indexes name it.

import Publication
import Templates

/// A place in an index.
struct KanaEntry: Sendable {
    let place: ListedPlace
    /// On a page in a folder of the language's root.
    let isBelow: Bool

    static let shape = Shape<KanaEntry>("kana entry") { entry in
        entry.text("numberSpoken") { $0.place.numberSpoken }
        entry.text("colourClass") { $0.place.colourClass }
        entry.text("href") { $0.href }
        entry.text("number") { $0.place.number }
        entry.text("name") { $0.place.name }
        entry.text("area") { $0.place.area }
    }

    var href: Href { Href(path: place.path, isBelow: isBelow) }

    /// How to get to the place's page.
    struct Href: TextValue {
        let path: String
        let isBelow: Bool

        var isBlank: Bool { false }

        func write(to output: inout OutputBuffer) {
            if isBelow { output.append("../") }
            path.write(to: &output)
        }
    }
}

/// What lists show of a place. Dozens have the same, so it is handed around as a reference.
final class ListedPlace: Sendable {
    /// Of its page, from the language's root.
    let path: String
    let number: String
    let name: HTML
    let area: String
    let numberSpoken: String
    let colourClass: String

    init(path: String, number: String, name: HTML, area: String, numberSpoken: String, colourClass: String) {
        (self.path, self.number, self.name, self.area) = (path, number, name, area)
        (self.numberSpoken, self.colourClass) = (numberSpoken, colourClass)
    }
}

extension PageWriter {
    /// A place in an index.
    ///
    /// - Parameter root: the language's, from a page there or in a folder of it.
    func entry(_ index: PlaceIndex, root: String) -> KanaEntry {
        KanaEntry(place: listedPlace(index), isBelow: !root.isEmpty)
    }

    func listedPlace(_ index: PlaceIndex) -> ListedPlace {
        listedPlaces.value(index) {
            let number = publication.places[index].number
            let area = publication.places[index].relations.areas.first
            return ListedPlace(
                path: Address.place(number), number: String(number), name: placeName(index),
                area: area.map(areaName) ?? "", numberSpoken: phrases.number(number), colourClass: colourClass(of: area)
            )
        }
    }
}

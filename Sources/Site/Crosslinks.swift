/// What lies between records.

import Publication

/// What lies between records and is needed on both sides: computed once.
struct Crosslinks: Sendable {
    /// Of each place, the places that were found through it (芋づる).
    var ledTo: [[PlaceIndex]]
    /// Of each place, the stories that tell of it.
    var stories: [PlaceIndex: [Int]] = [:]
    var indexByNumber: [Int: PlaceIndex] = [:]
    /// Every thing of the way in (設備) that any place has.
    private(set) var access: [String] = []
    /// Of each place those that it has, by number.
    private(set) var accessOfPlaces: [[Int]] = []
    private var alignments: LazyTable<[Furigana.Segment]>

    init(_ publication: Publication) {
        alignments = LazyTable(count: publication.places.count)
        indexByNumber.reserveCapacity(publication.places.count)
        let places = publication.places
        ledTo = [[PlaceIndex]](repeating: [], count: places.count)
        var numbers: [String: Int] = [:]
        accessOfPlaces.reserveCapacity(places.count)
        for index in places.indices {
            indexByNumber[places[index].number] = index
            for source in places[index].relations.foundThrough { ledTo[source].append(index) }
            accessOfPlaces.append(
                places[index].access.map { name in
                    if let number = numbers[name] { return number }
                    numbers[name] = access.count
                    access.append(name)
                    return access.count - 1
                })
        }
        for (number, story) in publication.stories.enumerated() {
            for place in story.places { stories[place, default: []].append(number) }
        }
    }

    /// The same for a publication in which those places may have other names.
    func kept(exceptNamesOf changed: [PlaceIndex]) -> Crosslinks {
        var kept = self
        kept.alignments = LazyTable(count: alignments.count, like: alignments, except: changed)
        return kept
    }

    /// The pieces of a place's name with their readings.
    func furigana(of index: PlaceIndex, _ publication: Publication) -> [Furigana.Segment] {
        alignments.value(index) {
            Furigana.align(publication.places[index].name, reading: publication.places[index].reading)
        }
    }
}

/// What a publication has in common with the one before it.

import Publication

extension PublicationMaker {
    /// Makes some places of the guide anew, in a publication in which nothing else is other.
    ///
    /// - Returns: those of them that are published.
    func revise(_ publication: inout Publication, _ places: [Int]) -> [PlaceIndex] {
        places.compactMap { number in
            guard let index = published[number] else { return nil }
            let (old, new) = (publication.places[index], place(number))
            for area in Set(old.belongsTo).symmetricDifference(new.belongsTo) {
                publication.areas[area].places.toggle(index)
            }
            for activity in Set(old.activities).symmetricDifference(new.activities) {
                publication.guide.activities[activity].places.toggle(index)
            }
            publication.places[index] = new
            return index
        }
    }

    /// The places, as far as they can with what they were before; nil where none can.
    func places(after previous: (maker: PublicationMaker, publication: Publication)) -> [PublishedPlace]? {
        guard let known = indices(in: previous.maker) else { return nil }
        let before = previous.publication.places
        return order.map { number in
            guard let index = known[number] else { return place(number) }
            var place = before[index]
            relate(&place, number)
            if !leadsAsBefore(guide.places[number], previous.maker) {
                place.body = text(guide.places[number].record.body)
            }
            return place
        }
    }

    /// Of each place of the guide the index that it had among those of another maker, if it would show the same by itself.
    private func indices(in other: PublicationMaker) -> [PlaceIndex?]? {
        guard guide.hasAreas(of: other.guide), areaOrder == other.areaOrder, guide.photos == other.guide.photos,
            guide.facts.published.languages.first == other.guide.facts.published.languages.first
        else {
            return nil
        }
        return numbers(of: guide.places, in: other.guide.places).map { $0.flatMap { other.published[$0] } }
    }

    /// Whether the links in a place's text lead where they lead for another maker.
    private func leadsAsBefore(_ place: Filed<Place>, _ other: PublicationMaker) -> Bool {
        place.record.body.places.allSatisfy { number(meantBy: $0) == other.number(meantBy: $0) }
    }
}

extension [PlaceIndex] {
    /// Adds a place to a list in order, or takes it out.
    fileprivate mutating func toggle(_ place: PlaceIndex) {
        let at = firstIndex { $0 >= place } ?? endIndex
        if at < endIndex, self[at] == place { remove(at: at) } else { insert(place, at: at) }
    }
}

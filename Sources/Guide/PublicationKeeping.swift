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
            for area in Set(old.relations.belongsTo).symmetricDifference(new.relations.belongsTo) {
                publication.areas[area].places.toggle(index)
            }
            for activity in Set(old.relations.activities).symmetricDifference(new.relations.activities) {
                publication.guide.activities[activity].places.toggle(index)
            }
            publication.places[index] = new
            return index
        }
    }

    /// The places, as far as they can be those that they were before.
    func places(after previous: (maker: PublicationMaker, publication: Publication)) -> [PublishedPlace] {
        let (other, before) = (previous.maker, previous.publication.places)
        guard guide.photos == other.guide.photos,
            guide.facts.published.languages.first == other.guide.facts.published.languages.first
        else { return order.parallelMap(place) }
        let known = numbers(of: guide.places, in: other.guide.places)
        let allLeadAsBefore = guide.hasTies(of: other.guide)
        return order.parallelMap { [self] number in
            guard let index = known[number].flatMap({ other.published[$0] }),
                allLeadAsBefore || leadsAsBefore(guide.places[number], other)
            else { return place(number) }
            return before[index].related(relations(of: number))
        }
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

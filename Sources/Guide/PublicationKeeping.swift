/// What a publication has in common with the one before it.

import Parallel
import Publication
import Recurrence

extension PublicationMaker {
    /// The publication of a guide after some files were saved.
    ///
    /// - Returns: with it, the places in it that may be other than before; nil where more may be.
    func revise(
        _ publication: Publication, by other: PublicationMaker, _ revision: Revision
    ) -> (Publication, [PlaceIndex]?) {
        let made = revision.places.compactMap { published[$0] }.sorted()
        guard revision.isOfPlacesAlone else {
            return (remake(publication, by: other, revision, made), nil)
        }
        var publication = publication
        for index in made {
            let (old, new) = (publication.places[index], place(order[index]))
            for area in Set(old.relations.belongsTo).symmetricDifference(new.relations.belongsTo) {
                publication.areas[area].places.toggle(index)
            }
            for activity in Set(old.relations.activities).symmetricDifference(new.relations.activities) {
                publication.guide.activities[activity].places.toggle(index)
            }
            publication.places[index] = new
        }
        return (publication, made)
    }

    /// - Parameter made: the places that are made anew; others stay as they were, but for the places beside which they
    ///   stand.
    private func remake(
        _ before: Publication, by other: PublicationMaker, _ revision: Revision, _ made: [PlaceIndex]
    ) -> Publication {
        var publication = publicationWithoutPlaces(on: before.today)
        // Of each place, its index before; and of each index before, the one now.
        var stood = revision.moves.moved(other.published, new: nil)
        var stands = [PlaceIndex?](repeating: nil, count: before.places.count)
        for (number, index) in stood.enumerated() { if let index { stands[index] = published[number] } }
        // The same of those places that are as they were.
        var stays = stands
        for number in revision.places {
            if let index = stood[number] { (stood[number], stays[index]) = (nil, nil) }
        }
        let hasSameOrder = areaOrder == other.areaOrder
        publication.places = order.parallelMap { [stood, stands] number in
            guard let index = stood[number] else { return place(number) }
            return hasSameOrder
                ? before.places[index].moved(stands) : before.places[index].related(relations(of: number))
        }
        if revision.hasSameAreas {
            for area in publication.areas.indices { publication.areas[area].colour = before.areas[area].colour }
        } else {
            colourAreas(&publication)
        }
        publication.retiredNumbers = revision.ties.isEmpty ? before.retiredNumbers : retiredNumbers()
        guard hasSameOrder, publication.guide.activities.count == before.guide.activities.count else {
            listPlaces(in: &publication)
            return publication
        }
        for area in publication.areas.indices {
            publication.areas[area].places = before.areas[area].places.compactMap { stays[$0] }
        }
        for activity in publication.guide.activities.indices {
            publication.guide.activities[activity].places =
                before.guide.activities[activity].places.compactMap { stays[$0] }
        }
        for index in made {
            let relations = publication.places[index].relations
            for area in relations.belongsTo { publication.areas[area].places.toggle(index) }
            for activity in relations.activities { publication.guide.activities[activity].places.toggle(index) }
        }
        return publication
    }

    /// The order of publication, and each place's index in it, after some files were saved.
    func order(after revision: Revision) -> (order: [Int], published: [PlaceIndex?]) {
        let places = revision.guide.places
        func number(_ place: Int) -> Int { places[place].record.number?.value ?? 0 }
        var order = order.compactMap(revision.moves.number).filter { !revision.places.contains($0) }
        for place in revision.places.sorted()
        where places[place].record.isPublished && places[place].record.number != nil {
            order.insert(place, at: order.firstPosition { (number($0), $0) > (number(place), place) })
        }
        var published = [PlaceIndex?](repeating: nil, count: places.count)
        for (index, place) in order.enumerated() { published[place] = index }
        return (order, published)
    }

    /// The places of a guide of which all places are as they were.
    func places(after previous: (maker: PublicationMaker, publication: Publication)) -> [PublishedPlace]? {
        let (other, before) = (previous.maker.guide, previous.publication.places)
        guard guide.hasPlaces(of: other), guide.photos == other.photos,
            guide.facts.published.languages.first == other.facts.published.languages.first
        else { return nil }
        return order.indices.parallelMap { before[$0].related(relations(of: order[$0])) }
    }
}

extension PublishedPlace {
    /// The same place, where others stand at other indexes.
    fileprivate func moved(_ moves: [PlaceIndex?]) -> PublishedPlace {
        func stay(_ places: [PlaceIndex]) -> Bool { places.allSatisfy { moves[$0] == $0 } }
        if stay(relations.foundThrough), stay(relations.linked) { return self }
        var relations = relations
        relations.foundThrough = relations.foundThrough.compactMap { moves[$0] }
        relations.linked = relations.linked.compactMap { moves[$0] }
        return related(relations)
    }
}

extension [PlaceIndex] {
    /// Adds a place to a list in order, or takes it out.
    fileprivate mutating func toggle(_ place: PlaceIndex) {
        let at = firstIndex { $0 >= place } ?? endIndex
        if at < endIndex, self[at] == place { remove(at: at) } else { insert(place, at: at) }
    }
}

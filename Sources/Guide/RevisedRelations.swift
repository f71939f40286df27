/// Who belongs to whom after some files were saved.

import FrontMatter
import Publication

extension Relations {
    /// The same after some files were saved; what places name is to be looked for afterwards.
    ///
    /// - Returns: the places that are read anew, or are numbered otherwise among the activities.
    mutating func revise(
        _ changed: [ChangedPlace], _ moves: Moves, in guide: Guidebook, hasSameAreas: Bool
    ) -> Set<Int> {
        areas = moves.moved(areas, new: [])
        belongsTo = moves.moved(belongsTo, new: [])
        isUndecided = moves.moved(isUndecided, new: false)
        foundThrough = moves.renumbered(moves.moved(foundThrough, new: []))
        linked = moves.renumbered(moves.moved(linked, new: []))
        placeNames.revise(moves, changed, guide.places)
        var others = reviseActivities(changed, moves, in: guide)
        if !hasSameAreas { others.formUnion(reviseAreas(in: guide)) }
        for place in changed.compactMap(\.before) { lost.set([], of: place.place.path) }
        var names = AreaNames(guide.areas)
        for (number, place) in changed.compactMap(\.after) {
            others.insert(number)
            var faults: [Fault] = []
            let named = names.resolve(place.record.areas, in: place.path, &faults).compactMap(\.self)
            lost.set(faults, of: place.path)
            let position = place.record.gatherings.lazy.compactMap(\.position?.value).first
            let belonging = belonging(of: named, at: position)
            // Where nothing is other, nothing is copied.
            if areas[number] != named { areas[number] = named }
            if belongsTo[number] != belonging.areas { belongsTo[number] = belonging.areas }
            if isUndecided[number] != belonging.isUndecided { isUndecided[number] = belonging.isUndecided }
        }
        return others
    }

    /// - Returns: the places that stand otherwise to the areas, or of which something else is told.
    private mutating func reviseAreas(in guide: Guidebook) -> Set<Int> {
        let before = self
        relateAreas(guide, nil)
        relatePlaces(guide, nil)
        return Set(
            areas.indices.filter {
                areas[$0] != before.areas[$0] || belongsTo[$0] != before.belongsTo[$0]
                    || isUndecided[$0] != before.isUndecided[$0]
                    || lost[guide.places[$0].path] != before.lost[guide.places[$0].path]
            })
    }

    /// What the vocabulary does not know is numbered, and told, in the order of all places.
    ///
    /// - Returns: the places that are numbered otherwise, or of which something else is told.
    private mutating func reviseActivities(_ changed: [ChangedPlace], _ moves: Moves, in guide: Guidebook) -> Set<Int> {
        let vocabulary = guide.facts.published.activities
        var (index, faults) = (ActivityNames(vocabulary), [Fault]())
        let before = placeActivities
        placeActivities = moves.moved(placeActivities, new: [])
        var areListed = changed.allSatisfy { place in
            place.before.map { before[$0.number].allSatisfy { $0 < vocabulary.count } } ?? true
        }
        for (number, _) in changed.compactMap(\.after) where areListed {
            let numbers = index.numbers(of: guide.places[number], &faults)
            areListed = index.activities.count == vocabulary.count
            if placeActivities[number] != numbers { placeActivities[number] = numbers }
        }
        if areListed { return [] }
        let (moved, told) = (moves.moved(before, new: []), unlisted)
        relateActivities(guide, nil)
        return Set(
            placeActivities.indices.filter {
                placeActivities[$0] != moved[$0] || told[guide.places[$0].path] != unlisted[guide.places[$0].path]
            })
    }
}

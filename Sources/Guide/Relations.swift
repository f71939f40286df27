/// Who belongs to whom: names and numbers of the guide resolved to records, once.

import FrontMatter
import Geography
import Messages
import Parallel
import Publication

struct Relations: Sendable {
    /// Of each area, the areas above it.
    var parents: [[Int]] = []
    var children: [[Int]] = []
    var boundaries: [MultiPolygon?] = []
    /// Of each place, the areas that it names.
    var areas: [[Int]] = []
    /// Those and all above them.
    var belongsTo: [[Int]] = []
    /// Of each place: an area above could not be chosen among several.
    var isUndecided: [Bool] = []
    private var areaFaults: [Fault] = []
    /// Of places that name areas which there are not, by file.
    private var lost: [String: [Fault]] = [:]
    var foundThrough: [[Int]] = []
    var linked: [[Int]] = []
    /// The guide's vocabulary, and what places name besides.
    var activities: [Activity] = []
    var placeActivities: [[Int]] = []
    var storyPlaces: [[Int]] = []
    var performers: [[Int]] = []
    var placeNames = PlaceNames()

    init() {}

    /// - Parameter known: from it, what does not depend on anything that is other now.
    init(of guide: Guidebook, _ known: KnownReading?, _ faults: inout [Fault]) {
        // Neither needs what the other finds.
        let (byArea, byName) = concurrently(
            {
                var relations = Relations()
                let known = known.flatMap { $0.hasSameAreas ? $0 : nil }
                relations.relateAreas(guide, known)
                relations.relatePlaces(guide, known)
                return relations
            },
            {
                var (relations, faults) = (Relations(), [Fault]())
                relations.placeNames = PlaceNames(guide.places, known)
                relations.relateActivities(guide, known, &faults)
                return (relations, faults)
            })
        self = byArea
        faults += areaFaults
        for found in lost.values { faults += found }
        (placeNames, activities, placeActivities) = (byName.0.placeNames, byName.0.activities, byName.0.placeActivities)
        faults += byName.1
        foundThrough = guide.places.map { placeNames.resolve($0.record.foundThrough, in: $0.path, &faults) }
        linked = guide.places.map { placeNames.resolve($0.record.linked, in: $0.path, &faults) }
        storyPlaces = guide.stories.map { placeNames.resolve($0.record.places, in: $0.path, &faults) }
        performers = guide.events.map { placeNames.resolve($0.record.performers, in: $0.path, &faults) }
    }

    /// - Parameter known: a reading with the same areas.
    private mutating func relateAreas(_ guide: Guidebook, _ known: KnownReading?) {
        if let before = known?.guide.relations {
            (parents, children, boundaries) = (before.parents, before.children, before.boundaries)
            areaFaults = before.areaFaults
            return
        }
        var (index, faults) = (AreaNames(guide.areas), [Fault]())
        parents = guide.areas.map { area in
            let found = index.resolve(area.record.parents, in: area.path, &faults)
            return zip(found, area.record.parents).compactMap { parent, name in
                guard let parent else { return nil }
                let above = guide.areas[parent].record.layer?.value ?? 1
                if let layer = area.record.layer?.value, above >= layer {
                    faults.append(Fault(.parentIsBelow(found: name.value), in: area.path, at: name.range))
                }
                return parent
            }
        }
        breakCycles(guide, &faults)
        children = [[Int]](repeating: [], count: guide.areas.count)
        for area in guide.areas.indices {
            for parent in Set(parents[area]) { children[parent].append(area) }
        }
        let bounding = Dictionary(
            guide.features.filter { $0.kind == .boundary }.compactMap { feature in
                feature.area.map { ($0, feature.geometry.polygons) }
            }, uniquingKeysWith: +)
        boundaries = guide.areas.map { area in
            let id = area.record.boundary?.value ?? area.record.id
            if let polygons = bounding[id] { return MultiPolygon(polygons) }
            if let asked = area.record.boundary {
                let nearest = faults.areFew ? nearestWord(to: asked.value, among: bounding.keys.sorted()) : nil
                faults.append(
                    Fault(.missingBoundary(id: asked.value, nearest: nearest), in: area.path, at: asked.range))
            }
            return nil
        }
        areaFaults = faults
    }

    /// An area that is above itself is an error; the circle is opened so that reading can go on.
    private mutating func breakCycles(_ guide: Guidebook, _ faults: inout [Fault]) {
        enum Mark { case new, open, done }
        var marks = [Mark](repeating: .new, count: parents.count)
        for start in parents.indices where marks[start] == .new {
            // Depth-first without recursion: a chain may be as long as the guide has areas.
            var stack = [(area: start, next: 0)]
            marks[start] = .open
            while let top = stack.last {
                guard top.next < parents[top.area].count else {
                    marks[top.area] = .done
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let parent = parents[top.area][top.next]
                switch marks[parent] {
                case .done: break
                case .new:
                    marks[parent] = .open
                    stack.append((parent, 0))
                case .open:
                    let circle = stack.drop { $0.area != parent }.map(\.area) + [parent]
                    let area = guide.areas[top.area]
                    faults.append(
                        Fault(
                            .cycleOfAreas(circle.map { guide.areas[$0].record.name.value }), in: area.path,
                            at: area.record.parents.first?.range))
                    parents[top.area].remove(at: top.next)
                    stack[stack.count - 1].next -= 1
                }
            }
        }
    }

    /// - Parameter known: a reading with the same areas.
    private mutating func relatePlaces(_ guide: Guidebook, _ known: KnownReading?) {
        var index = AreaNames(guide.areas)
        let above = guide.areas.indices.map(onlyWayUp)
        areas.reserveCapacity(guide.places.count)
        belongsTo.reserveCapacity(guide.places.count)
        isUndecided.reserveCapacity(guide.places.count)
        if let known { lost = known.guide.relations.lost.filter { known.isAsItWas($0.key) } }
        for (number, place) in guide.places.enumerated() {
            if let known, let old = known.places[number] {
                areas.append(known.guide.relations.areas[old])
                belongsTo.append(known.guide.relations.belongsTo[old])
                isUndecided.append(known.guide.relations.isUndecided[old])
                continue
            }
            var faults: [Fault] = []
            let named = index.resolve(place.record.areas, in: place.path, &faults).compactMap(\.self)
            areas.append(named)
            if !faults.isEmpty { lost[place.path] = faults }
            if named.count == 1, let above = above[named[0]] {
                belongsTo.append(above)
                isUndecided.append(false)
            } else {
                let position = place.record.gatherings.lazy.compactMap(\.position?.value).first
                let belonging = belonging(of: named, at: position)
                belongsTo.append(belonging.areas)
                isUndecided.append(belonging.isUndecided)
            }
        }
    }

    /// Relates one place alone, whose file was read anew.
    ///
    /// - Returns: what is wrong with the names in it; nil where not only that place changes: what the vocabulary does not
    ///   know is numbered, and told, in the order of all places.
    mutating func relate(_ number: Int, in guide: Guidebook, before: Place) -> [Fault]? {
        let place = guide.places[number]
        let vocabulary = guide.facts.published.activities
        var (index, faults) = (ActivityNames(vocabulary), [Fault]())
        let areKnown = placeActivities[number].allSatisfy { $0 < vocabulary.count }
        let areSame = place.record.activities.elementsEqual(before.activities) {
            ExactText($0.value) == ExactText($1.value)
        }
        if !areSame || !areKnown && !vocabulary.isEmpty {
            guard areKnown else { return nil }
            placeActivities[number] = index.numbers(of: place, &faults)
            guard faults.isEmpty, index.activities.count == vocabulary.count else { return nil }
        }
        var names = AreaNames(guide.areas)
        areas[number] = names.resolve(place.record.areas, in: place.path, &faults).compactMap(\.self)
        lost[place.path] = faults.isEmpty ? nil : faults
        let position = place.record.gatherings.lazy.compactMap(\.position?.value).first
        (belongsTo[number], isUndecided[number]) = belonging(of: areas[number], at: position)
        foundThrough[number] = placeNames.resolve(place.record.foundThrough, in: place.path, &faults)
        linked[number] = placeNames.resolve(place.record.linked, in: place.path, &faults)
        return faults
    }

    /// An area and all above it, where none of them has several parents: then all its places belong to the same.
    private func onlyWayUp(from area: Int) -> [Int]? {
        var way = [area]
        while let top = way.last, let parent = parents[top].first {
            guard parents[top].count == 1 else { return nil }
            way.append(parent)
        }
        return way.sorted()
    }

    /// The areas named and what stands above them. Among several parents, the one in whose boundary the place lies.
    func belonging(of named: [Int], at position: Coordinate?) -> (areas: [Int], isUndecided: Bool) {
        var found: [Int] = []
        var isUndecided = false
        var open = named
        while let area = open.popLast() {
            guard !found.contains(area) else { continue }
            found.append(area)
            var above = parents[area]
            if above.count > 1 {
                let around = position.map { point in above.filter { boundaries[$0]?.contains(point) ?? false } } ?? []
                if around.count == 1 {
                    above = around
                } else if !above.contains(where: named.contains) {
                    isUndecided = true
                }
            }
            open += above
        }
        return (found.sorted(), isUndecided)
    }

    private mutating func relateActivities(_ guide: Guidebook, _ known: KnownReading?, _ faults: inout [Fault]) {
        let vocabulary = guide.facts.published.activities
        var index = ActivityNames(vocabulary)
        // What the vocabulary does not know is numbered, and told, in the order of the places.
        let known = known.flatMap { known in
            known.guide.facts.published.activities == vocabulary
                && known.guide.relations.activities.count == vocabulary.count ? known : nil
        }
        placeActivities = guide.places.enumerated().map { number, place in
            if let known, let old = known.places[number] { return known.guide.relations.placeActivities[old] }
            return index.numbers(of: place, &faults)
        }
        activities = Vocabulary.giveIDs(to: index.activities)
    }
}

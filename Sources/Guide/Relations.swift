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
    var lost: [String: [Fault]] = [:]
    /// Of places that name activities which the vocabulary does not know, by file.
    var unlisted: [String: [Fault]] = [:]
    /// Of records that name places which there are not, by file.
    private var strayed: [String: [Fault]] = [:]
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
        let (byWord, byName) = concurrently(
            {
                var relations = Relations()
                let alike = known.flatMap { $0.hasSameAreas ? $0 : nil }
                relations.relateAreas(guide, alike)
                relations.relatePlaces(guide, alike)
                relations.relateActivities(guide, known.flatMap { $0.hasSamePlaces ? $0 : nil })
                return relations
            },
            {
                var relations = Relations()
                let known = known.flatMap { $0.hasSamePlaces ? $0 : nil }
                relations.placeNames = known?.guide.relations.placeNames ?? PlaceNames(guide.places)
                relations.foundThrough = [[Int]](repeating: [], count: guide.places.count)
                relations.linked = relations.foundThrough
                relations.resolve(guide.places.indices, in: guide)
                return relations
            })
        self = byWord
        (placeNames, strayed) = (byName.placeNames, byName.strayed)
        (foundThrough, linked) = (byName.foundThrough, byName.linked)
        relateWorks(guide)
        faults += areaFaults
        for found in [lost, unlisted, strayed] { for faultsOfFile in found.values { faults += faultsOfFile } }
    }

    /// What is wrong with the names in a file.
    func faults(of path: String) -> [Fault] {
        areaFaults.filter { $0.path == path } + [lost, unlisted, strayed].flatMap { $0[path] ?? [] }
    }

    /// The places that places name.
    mutating func resolve(_ numbers: some Sequence<Int>, in guide: Guidebook) {
        var faults: [Fault] = []
        for number in numbers {
            let place = guide.places[number]
            let start = faults.count
            let found = placeNames.resolve(place.record.foundThrough, in: place.path, &faults)
            if found != foundThrough[number] { foundThrough[number] = found }
            let named = placeNames.resolve(place.record.linked, in: place.path, &faults)
            if named != linked[number] { linked[number] = named }
            strayed.set(Array(faults[start...]), of: place.path)
        }
    }

    /// The places that other records name.
    mutating func relateWorks(_ guide: Guidebook) {
        var faults: [Fault] = []
        func resolve(_ names: [Placed<String>], in path: String) -> [Int] {
            let start = faults.count
            defer { strayed.set(Array(faults[start...]), of: path) }
            return placeNames.resolve(names, in: path, &faults)
        }
        storyPlaces = guide.stories.map { resolve($0.record.places, in: $0.path) }
        performers = guide.events.map { resolve($0.record.performers, in: $0.path) }
    }

    /// - Parameter known: a reading with the same areas.
    mutating func relateAreas(_ guide: Guidebook, _ known: KnownReading?) {
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
    mutating func relatePlaces(_ guide: Guidebook, _ known: KnownReading?) {
        if let before = known.flatMap({ $0.hasSamePlaces ? $0.guide.relations : nil }) {
            (areas, belongsTo, isUndecided, lost) = (before.areas, before.belongsTo, before.isUndecided, before.lost)
            return
        }
        var index = AreaNames(guide.areas)
        // Of the areas that places name only: in a long chain all ways together are as long as its square.
        var ways: [Int: [Int]?] = [:]
        func above(_ area: Int) -> [Int]? {
            if let way = ways[area] { return way }
            let way = onlyWayUp(from: area)
            ways[area] = .some(way)
            return way
        }
        (areas, belongsTo, isUndecided, lost) = ([], [], [], [:])
        areas.reserveCapacity(guide.places.count)
        belongsTo.reserveCapacity(guide.places.count)
        isUndecided.reserveCapacity(guide.places.count)
        for place in guide.places {
            var faults: [Fault] = []
            let named = index.resolve(place.record.areas, in: place.path, &faults).compactMap(\.self)
            areas.append(named)
            if !faults.isEmpty { lost[place.path] = faults }
            if named.count == 1, let above = above(named[0]) {
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

    /// - Parameter known: a reading with the same places.
    mutating func relateActivities(_ guide: Guidebook, _ known: KnownReading?) {
        let vocabulary = guide.facts.published.activities
        if let before = known?.guide, before.facts.published.activities == vocabulary {
            let before = before.relations
            (activities, placeActivities, unlisted) = (before.activities, before.placeActivities, before.unlisted)
            return
        }
        var (index, faults) = (ActivityNames(vocabulary), [Fault]())
        placeActivities = guide.places.map { index.numbers(of: $0, &faults) }
        unlisted = Dictionary(grouping: faults, by: \.path)
        activities = Vocabulary.giveIDs(to: index.activities)
    }
}

extension [String: [Fault]] {
    /// Nothing is kept of a file with which nothing is wrong.
    mutating func set(_ faults: [Fault], of path: String) {
        if !faults.isEmpty { self[path] = faults } else if !isEmpty, self[path] != nil { self[path] = nil }
    }
}

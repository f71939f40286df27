/// What only shows when the whole guide is looked at: numbers, positions, names, photos, and days of checking.

import FrontMatter
import Geography
import Parallel
import Recurrence

extension Guidebook {
    /// - Parameter known: from it, what does not depend on anything that is other now.
    mutating func check(_ known: KnownReading?, _ faults: inout [Fault]) {
        findMisplaced(known)
        for found in misplaced.values { faults += found }
        let checks: [@Sendable (inout [Fault]) -> Void] = [
            checkBodies, checkNumbers, checkNames, checkIDs, checkPhotos, checkVerification,
        ]
        for found in checks.parallelMap({ check -> [Fault] in
            var faults: [Fault] = []
            check(&faults)
            return faults
        }) {
            faults += found
        }
    }

    /// All that is wrong with one place beside the rest of the guide.
    ///
    /// - Parameter free: the next number that nobody has.
    func faults(ofPlace index: Int, free: Int) -> [Fault] {
        let place = places[index]
        var faults = relations.faults(of: place.path) + (misplaced[place.path] ?? []) + texts.faults(of: place.path)
        check(place.record.body, place.record.isPublished, in: place.path, &faults)
        checkNumber(of: index, free: free, &faults)
        checkNames(in: relations.placeNames.byName.numbers(named: place.record.name.value), of: index, &faults)
        checkPhotos(of: place, &faults)
        checkVerification(of: place, &faults)
        return faults
    }

    /// The same of guide.md and all other records, by file.
    var faultsOfWorks: [String: [Fault]] {
        var faults = guideFileFaults.filter { $0.path == GuideFolder.guideFile }
        checkBodiesOfWorks(&faults)
        checkPhotosOfStories(&faults)
        checkIDs(&faults)
        check(facts.published.foreword, in: GuideFolder.guideFile, &faults)
        var byPath = Dictionary(grouping: faults, by: \.path)
        for paths in pathsOfWorks + [[GuideFolder.guideFile]] {
            for path in paths { byPath[path, default: []] += relations.faults(of: path) + texts.faults(of: path) }
        }
        return byPath
    }

    private var pathsOfWorks: [[String]] {
        [areas.map(\.path), stories.map(\.path), supports.map(\.path), events.map(\.path), pages.map(\.path)]
    }

    /// Two records of a kind with one id would write the same page.
    private func checkIDs(_ faults: inout [Fault]) {
        for paths in pathsOfWorks {
            var seen: [String: String] = [:]
            for path in paths {
                // File systems that fold case must not lose a page.
                let id = RecordFile.id(of: path).lowercased()
                if let other = seen[id] {
                    faults.append(Fault(.sameID(id: RecordFile.id(of: path), other: other), in: path))
                } else {
                    seen[id] = path
                }
            }
        }
    }

    private func checkNumbers(_ faults: inout [Fault]) {
        let free = nextFreeNumber
        for index in places.indices { checkNumber(of: index, free: free, &faults) }
    }

    /// - Parameter free: the next number that nobody has.
    private func checkNumber(of index: Int, free: Int, _ faults: inout [Fault]) {
        let place = places[index]
        guard let number = place.record.number else {
            if place.record.isNumbered { return }
            faults.append(
                Fault(.missingNumber(free: free, isPublished: place.record.isPublished), in: place.path, at: 0..<0))
            return
        }
        if let first = relations.placeNames.first(sharing: number.value), first != index {
            let other = places[first].path
            faults.append(Fault(.duplicateNumber(number.value, other: other), in: place.path, at: number.range))
        }
        if number.value < 1 || number.value > 999_999 {
            faults.append(Fault(.numberOutOfRange(number.value), in: place.path, at: number.range))
        }
        if facts.retiredNumbers.contains(number.value), place.record.isPublished {
            faults.append(Fault(.retiredNumber(number.value), in: place.path, at: number.range))
        }
    }

    private func checkNames(_ faults: inout [Fault]) {
        for group in relations.placeNames.byName.shared { checkNames(in: group, &faults) }
    }

    /// - Parameters:
    ///   - group: places with one name.
    ///   - only: the one of them that is asked about; nil for all.
    private func checkNames(in group: [Int], of only: Int? = nil, _ faults: inout [Fault]) {
        let published = group.filter { places[$0].record.isPublished }
        guard published.count > 1 else { return }
        let name = places[published[0]].record.name.value
        if name.isEmpty { return }
        // Numbers that several have are told elsewhere.
        var seen: Set<Int> = []
        let numbers = published.compactMap { places[$0].record.number?.value }.filter { seen.insert($0).inserted }
        for index in published where only == nil || index == only {
            let place = places[index]
            let own = place.record.number?.value
            let others = numbers.lazy.filter { $0 != own }.prefix(Fault.mostNamed)
            let more = numbers.count - (own == nil ? 0 : 1) - others.count
            faults.append(
                Fault(
                    .sameName(name: name, others: Array(others), more: more), in: place.path,
                    at: place.record.name.range))
        }
    }

    mutating func findMisplaced(_ known: KnownReading?) {
        if let known, known.hasSamePlaces, known.hasSameAreas,
            known.guide.facts.published.municipality == facts.published.municipality
        {
            misplaced = known.guide.misplaced
            return
        }
        let bounds = bounds
        let found = places.indices.parallelMap { [self] in positionFaults(of: $0, within: bounds) }
        misplaced = [:]
        for (place, faults) in zip(places, found) where !faults.isEmpty { misplaced[place.path] = faults }
    }

    /// The topmost areas and their boundaries.
    var bounds: (areas: [Int], boundaries: [MultiPolygon]) {
        let top = areas.indices.filter { relations.parents[$0].isEmpty }
        return (top, top.compactMap { relations.boundaries[$0] })
    }

    func positionFaults(
        of index: Int, within bounds: (areas: [Int], boundaries: [MultiPolygon])
    ) -> [Fault] {
        let place = places[index]
        let (top, around) = bounds
        // Where one of the topmost areas has no boundary, nothing can be outside.
        let isBounded = !top.isEmpty && around.count == top.count
        let own = relations.areas[index]
        var faults: [Fault] = []
        for gathering in place.record.gatherings {
            guard let position = gathering.position else { continue }
            if isBounded, !around.contains(where: { $0.isNear(position.value) }) {
                let name = top.count == 1 ? areas[top[0]].record.name.value : facts.published.municipality
                faults.append(Fault(.outsideMunicipality(name: name), in: place.path, at: position.range))
            } else if let area = own.first, place.record.gatherings.count == 1,
                !own.contains(where: { relations.boundaries[$0]?.isNear(position.value) ?? true })
            {
                faults.append(
                    Fault(.outsideArea(area: areas[area].record.name.value), in: place.path, at: position.range))
            }
        }
        return faults
    }

    private func checkVerification(_ faults: inout [Fault]) {
        for place in places { checkVerification(of: place, &faults) }
    }

    private func checkVerification(of place: Filed<Place>, _ faults: inout [Fault]) {
        guard place.record.isPublished, let verified = place.record.verified else { return }
        if day - verified.value > 2 * 365 {
            faults.append(Fault(.oldVerification(day: verified.value.iso), in: place.path, at: verified.range))
        } else if verified.value > day {
            faults.append(Fault(.futureVerification(day: verified.value.iso), in: place.path, at: verified.range))
        }
    }

    /// The next number after all that are used or retired, and the gaps before it.
    package func freeNumbers() -> (next: Int, gaps: [Int]) {
        let used = Set(places.compactMap(\.record.number?.value)).union(facts.retiredNumbers)
        let next = nextFreeNumber
        return (next, (1..<next).lazy.filter { !used.contains($0) }.prefix(20).map { $0 })
    }

    var nextFreeNumber: Int {
        let used = relations.placeNames.numbers.lazy.compactMap(\.self)
        let highest = max(
            used.filter { $0 <= 999_999 }.max() ?? 0, facts.retiredNumbers.lazy.filter { $0 <= 999_999 }.max() ?? 0)
        return highest + 1
    }
}

extension Place {
    /// The people of the place agreed, and there is a name to show.
    var isPublished: Bool { consent?.state == .agreed && !name.value.isEmpty }

    /// Whoever looks for it is told that it is no longer listed.
    var hasWithdrawn: Bool { consent?.state == .refused || consent?.state == .ended }
}

extension MultiPolygon {
    /// Inside, or so little outside that the border's drawing decides.
    fileprivate func isNear(_ point: Coordinate) -> Bool {
        contains(point) || (distance(to: point) ?? .infinity) < 100
    }
}

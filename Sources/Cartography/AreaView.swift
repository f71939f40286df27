// What all maps of an area have in common, whatever their style.

import Geography

/// What the maps of an area show, and in which order.
struct AreaView {
    let map: AreaMap
    let basemap: Basemap
    /// The numbers of all places, approximate ones too, in reading order; links follow one another in the same.
    let order: [Int]
    let rank: [Int: Int]
    /// The area and the places in or near it. Places far away would shrink the map to nothing.
    private(set) var extent: BoundingBox
    /// The places in the extent, by number, and the numbers of the others.
    private(set) var shown: [Pin] = []
    private(set) var offMap: [Int] = []
    /// By number.
    private(set) var names: [Int: Name] = [:]

    init(_ map: AreaMap, _ basemap: Basemap) {
        (self.map, self.basemap) = (map, basemap)
        let places =
            map.pins.map { (number: $0.number, at: $0.coordinate) }
            + map.cells.flatMap { cell in cell.numbers.map { (number: $0, at: cell.square.centre) } }
        order = ReadingOrder.of(places.map(\.at)).map { places[$0].number }
        rank = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: min)

        extent = map.boundary?.bounds ?? BoundingBox()
        let near = extent.isEmpty ? nil : extent.grown(byMetres: 1_000)
        for pin in map.pins.sorted(by: { $0.number < $1.number }) {
            if pin.coordinate.isValid, near?.contains(pin.coordinate) ?? true {
                extent.add(pin.coordinate)
                shown.append(pin)
                names[pin.number] = Name(pin.title)
            } else {
                offMap.append(pin.number)
            }
        }
        for cell in map.cells where near?.intersects(cell.square.bounds) ?? true {
            extent = extent.union(cell.square.bounds)
        }
        if extent.isEmpty { extent = basemap.wholeExtent }
        // A single place, or an area of no size, still wants its surroundings.
        let size = max(extent.metres.east, extent.metres.north)
        if size < 700 { extent = extent.grown(byMetres: (700 - size) / 2) }
        if map.boundary == nil { extent = extent.grown(byMetres: 150) }
    }
}

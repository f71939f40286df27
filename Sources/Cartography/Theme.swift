// The one table of colours: the custom properties of map.css and the attributes of standalone pictures come from it.
//
// Warm paper, quiet ground, and only the places loud. Lettering keeps 7:1 on whatever lies under its halo, pins 3:1.

import Geography

/// A colour of the map by its meaning; the raw value is the name of its custom property, `--m-land`.
enum Ink: String, CaseIterable {
    case paper, land, outside, far, water, park, building, path, rail, neighbour, boundary, text, halo, landmark, ring
    case waterEdge = "water-edge"
    case parkEdge = "park-edge"
    case road
    case roadEdge = "road-edge"
    case roadMajor = "road-major"
    case roadMajorEdge = "road-major-edge"
    case railGap = "rail-gap"
    case pinText = "pin-text"
    case pinEdge = "pin-edge"
    /// The colour of the area at hand: behind white lettering, for lines and lettering on the ground, and as a tint.
    case accent, tint
    case accentLine = "accent-line"

    struct Values {
        var light: String
        var dark: String
        /// For readers who ask for more contrast.
        var contrast: String
        /// Black and white, for a cheap printer.
        var mono: String

        init(_ light: String, dark: String, contrast: String, mono: String) {
            (self.light, self.dark, self.contrast, self.mono) = (light, dark, contrast, mono)
        }
    }

    /// Nil for the inks that follow the area.
    var values: Values? {
        switch self {
        case .paper: Values("#fbf8f0", dark: "#191813", contrast: "#ffffff", mono: "#ffffff")
        case .land: Values("#fffdf6", dark: "#2b2a24", contrast: "#ffffff", mono: "#ffffff")
        case .outside: Values("#efeadf", dark: "#1d1c18", contrast: "#e4e4e4", mono: "#e8e8e8")
        case .far: Values("#e0b88a", dark: "#6e4c2a", contrast: "#c8813a", mono: "#bdbdbd")
        case .water: Values("#c5dfeb", dark: "#1c3a4a", contrast: "#b5dcf0", mono: "#cccccc")
        case .waterEdge: Values("#8ab6cb", dark: "#3f6e86", contrast: "#1b6a92", mono: "#777777")
        case .park: Values("#d9e8c6", dark: "#2d3d22", contrast: "#d0ecb0", mono: "#efefef")
        case .parkEdge: Values("#b4cf97", dark: "#48603a", contrast: "#4c7a20", mono: "#999999")
        case .building: Values("#e8e0cf", dark: "#3b382f", contrast: "#dddddd", mono: "#e2e2e2")
        case .road: Values("#ffffff", dark: "#4d4a40", contrast: "#ffffff", mono: "#ffffff")
        case .roadEdge: Values("#c3bba9", dark: "#15140f", contrast: "#6b6b6b", mono: "#9a9a9a")
        case .roadMajor: Values("#f7d58f", dark: "#8b6b2a", contrast: "#ffd25e", mono: "#ffffff")
        case .roadMajorEdge: Values("#c9a052", dark: "#1a150b", contrast: "#6d4d00", mono: "#4a4a4a")
        case .path: Values("#b5a789", dark: "#6d6755", contrast: "#6b6b6b", mono: "#9a9a9a")
        case .rail: Values("#5c564b", dark: "#b9b3a3", contrast: "#000000", mono: "#333333")
        case .railGap: Values("#ffffff", dark: "#2b2a24", contrast: "#ffffff", mono: "#ffffff")
        case .neighbour: Values("#aaa18f", dark: "#5d594e", contrast: "#555555", mono: "#888888")
        case .boundary: Values("#6e6554", dark: "#c7bfad", contrast: "#000000", mono: "#000000")
        case .text: Values("#1f1b14", dark: "#f6f1e4", contrast: "#000000", mono: "#000000")
        case .halo: Values("#fffdf6", dark: "#22211c", contrast: "#ffffff", mono: "#ffffff")
        case .landmark: Values("#274a70", dark: "#b4d2f2", contrast: "#00264d", mono: "#333333")
        case .ring: Values("#5a4a86", dark: "#c9bdf0", contrast: "#2d1470", mono: "#333333")
        case .pinText: Values("#ffffff", dark: "#ffffff", contrast: "#ffffff", mono: "#ffffff")
        case .pinEdge: Values("#ffffff", dark: "#fffdf6", contrast: "#ffffff", mono: "#ffffff")
        case .accent, .accentLine, .tint: nil
        }
    }
}

/// The colours of areas. White lettering on them has a contrast of 7:1 or more; neighbours in the list differ in hue
/// and in lightness, for eyes that confuse hues. The tint fills the area on the overview.
package enum AreaColour {
    package static let count = all.count

    static let all: [(deep: String, tint: String, darkTint: String, monoTint: String)] = [
        ("#8f1d1d", "#f6d5cd", "#4d2420", "#ffffff"),
        ("#174a8c", "#cfdff3", "#1d3350", "#d9d9d9"),
        ("#1d5c33", "#cfe6cf", "#1e3d28", "#f0f0f0"),
        ("#6a2c85", "#e6d6ef", "#3b2448", "#cccccc"),
        ("#754000", "#f7e0bd", "#46300f", "#fafafa"),
        ("#005a64", "#c8e6e6", "#123f44", "#dedede"),
        ("#93175c", "#f8d3e3", "#4c1c36", "#ebebeb"),
        ("#4a5400", "#e6e8bb", "#363b0e", "#d2d2d2"),
        ("#2c2f7c", "#d6d7f2", "#272950", "#f5f5f5"),
        ("#5a3a30", "#e8dad3", "#3c2c25", "#e4e4e4"),
        ("#36454f", "#d8dfe3", "#2a343a", "#c6c6c6"),
        ("#1c1c1c", "#e3e1dc", "#3a3833", "#f8f8f8"),
    ]

    /// Colour indices, from 1, for areas that name none: neighbours get different ones, and all are used about equally.
    package static func assign(to areas: [MultiPolygon]) -> [Int] {
        var chosen: [Int] = []
        var used = [Int](repeating: 0, count: count)
        for area in areas {
            let near = area.bounds.grown(byMetres: 50)
            let taken = Set(zip(areas, chosen).filter { $0.0.bounds.intersects(near) }.map(\.1))
            let colour = (1...count).min {
                (taken.contains($0) ? 1 : 0, used[$0 - 1], $0) < (taken.contains($1) ? 1 : 0, used[$1 - 1], $1)
            }
            chosen.append(colour ?? 1)
            used[(colour ?? 1) - 1] += 1
        }
        return chosen
    }

    /// The number from 1 to `count` that an index stands for.
    static func number(_ index: Int) -> Int { (((index - 1) % count) + count) % count + 1 }
}

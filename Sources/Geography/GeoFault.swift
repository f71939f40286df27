// What can be wrong with a geodata file, as values; the words stand in Wording.swift.

/// A fault of a GeoJSON file.
package struct GeoFault: Hashable, Sendable {
    package enum Severity: String, Sendable {
        /// Refused: the feature, or the rest of the file, is not on the map.
        case error
        /// Repaired or left out in part; somebody should look.
        case warning
        /// Repaired without loss.
        case note
    }

    package enum Kind: Hashable, Sendable {
        // The file
        case empty
        case utf16
        case notJSON(found: UInt8?)
        case truncated
        case notGeoJSON
        case noFeatures
        // A feature
        case notAFeature
        case missingKind
        case unknownKind(String)
        case unknownGeometry(String)
        case noGeometry
        case nothingLeft
        case nestedTooDeep
        case notDegrees
        case boundaryWithoutArea
        case notUTF8
        // Its coordinates
        case latitudeFirst
        case numbersAsText
        case nullIsland
        case brokenPosition
        case unclosedRing
        case closedLineAsArea
        case degenerateRing
        case wrongWinding
        case selfCrossing
    }

    package var kind: Kind
    /// The first feature concerned, from 1; nil when it is the file.
    package var feature: Int?
    /// Byte in the file, from 0: where the feature begins, or where the file is broken.
    package var offset: Int
    /// How many more features of the file have the same fault.
    package var others = 0

    package var severity: Severity {
        switch kind {
        case .empty, .utf16, .notJSON, .truncated, .notGeoJSON, .unknownGeometry, .nothingLeft, .nestedTooDeep,
            .notDegrees, .notAFeature:
            .error
        case .wrongWinding, .numbersAsText: .note
        default: .warning
        }
    }
}

/// Faults in the order of their first appearance, each kind once, however many features share it.
struct GeoFaultList {
    private(set) var faults: [GeoFault] = []
    private var index: [GeoFault.Kind: (at: Int, lastFeature: Int?)] = [:]

    mutating func add(_ kind: GeoFault.Kind, feature: Int?, offset: Int) {
        if let known = index[kind] {
            if known.lastFeature != feature {
                faults[known.at].others += 1
                index[kind] = (known.at, feature)
            }
        } else {
            index[kind] = (faults.count, feature)
            faults.append(GeoFault(kind: kind, feature: feature, offset: offset))
        }
    }
}

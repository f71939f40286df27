import Testing
@testable import Geography

@Test func quick() {
    let square = Coordinate(latitude: 35.681236, longitude: 139.767125).gridSquare
    #expect(square.code == "533946113")
    let file = GeoJSON(Array(#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"water","name":"池"},"geometry":{"coordinates":[[[34.1,138.1],[34.2,138.1],[34.2,138.2],[34.1,138.2]]],"type":"Polygon"}}]}"#.utf8))
    print(file)
    #expect(file.features.count == 1)
}

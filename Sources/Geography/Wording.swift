// The words of the faults of geodata files, Japanese and English side by side: what was found, what became of it,
// what to do.

import Messages

extension GeoFault {
    /// Without file name and severity.
    package func message(_ language: MessageLanguage) -> String {
        let words = kind.words
        return language.pick(placeInJapanese + words.japanese, placeInEnglish + words.english)
    }

    private var placeInJapanese: String {
        guard let feature else { return "" }
        return others == 0 ? "\(feature)番目の地物: " : "\(feature)番目の地物（ほか\(others)件も同じ）: "
    }

    private var placeInEnglish: String {
        guard let feature else { return "" }
        return others == 0 ? "feature \(feature): " : "feature \(feature) (and \(others) more): "
    }
}

extension GeoFault.Kind {
    fileprivate var words: (japanese: String, english: String) {
        switch self {
        case .empty:
            ("ファイルが空です。GeoJSONを入れるか、ファイルを消してください。", "the file is empty; put GeoJSON into it or delete it")
        case .utf16:
            ("文字コードがUTF-16です。UTF-8で保存し直してください。", "the text is UTF-16; save it as UTF-8")
        case .notJSON(let byte):
            (
                "JSONとして読めません（\(byte.shown)）。ここから後は地図に載りません。書き出し直してください。",
                "this is not JSON (\(byte.shown)); nothing after it is on the map; export the file again"
            )
        case .truncated:
            (
                "ファイルが途中で終わっています。ここまでの地物だけを使います。もう一度ダウンロードするか書き出してください。",
                "the file ends in the middle; only the features before are used; download or export it again"
            )
        case .notGeoJSON:
            (
                "GeoJSONではありません（featuresがありません）。地図ソフトからGeoJSON（WGS84）で書き出してください。",
                "this is not GeoJSON (no \"features\"); export it from the map program as GeoJSON, WGS84"
            )
        case .noFeatures:
            ("地物が一つもありません。", "there is no feature in the file")
        case .notAFeature:
            ("地物ではない値があります。除きました。", "a value that is not a feature; left out")
        case .missingKind:
            (
                "propertiesにkindがありません。地図に載せません。使える値: \(Self.kinds)。",
                "no \"kind\" in its properties; left out; allowed: \(Self.kinds)"
            )
        case .unknownKind(let word):
            (
                "kind「\(word.short)」は知らない値です。地図に載せません。使える値: \(Self.kinds)。",
                "unknown kind \"\(word.short)\"; left out; allowed: \(Self.kinds)"
            )
        case .unknownGeometry(let word):
            (
                "geometryのtype「\(word.short)」は使えません。Point、LineString、Polygonとその複数形、GeometryCollectionが使えます。",
                "geometry type \"\(word.short)\" cannot be used; Point, LineString, Polygon, their Multi forms and "
                    + "GeometryCollection can"
            )
        case .noGeometry:
            ("形（geometry）がありません。地図に載せません。", "it has no geometry; left out")
        case .nothingLeft:
            ("使える座標が残りません。地図に載せません。", "no usable coordinate is left; left out")
        case .nestedTooDeep:
            ("入れ子が深すぎて読めません。地図に載せません。", "nested too deeply; left out")
        case .notDegrees:
            (
                "座標が経度・緯度の度ではありません（平面直角座標やメートルなど）。WGS84の経度・緯度で書き出してください。",
                "coordinates are not degrees of longitude and latitude (a plane system, or metres); export as WGS84"
            )
        case .boundaryWithoutArea:
            (
                "境界（boundary）にarea（地区のid）がありません。areas/のファイル名を書いてください。",
                "a boundary without \"area\"; give the id of the area, the name of its file under areas/"
            )
        case .notUTF8:
            (
                "UTF-8でない文字があります。名前が化けるので、UTF-8で保存し直してください。",
                "some text is not UTF-8, so names are garbled; save the file as UTF-8"
            )
        case .latitudeFirst:
            (
                "座標が緯度・経度の順です。入れ替えて読みました。GeoJSONでは経度が先です。",
                "coordinates are latitude first; read the other way round; GeoJSON wants longitude first"
            )
        case .numbersAsText:
            ("座標の数が文字列です。数として読みました。", "coordinates are strings; read as numbers")
        case .nullIsland:
            (
                "座標が0, 0の点があります。除きました。位置が入力されていないデータかもしれません。",
                "a point at 0, 0; left out; its position was probably never filled in"
            )
        case .brokenPosition:
            ("数でない座標があります。その点を除きました。", "a position that is not two numbers; that point is left out")
        case .unclosedRing:
            ("面の線が閉じていません。始点につないで閉じました。", "a ring is not closed; closed to where it began")
        case .closedLineAsArea:
            ("面であるはずのものが閉じた線です。面として読みました。", "an area given as a closed line; read as an area")
        case .degenerateRing:
            ("広さのない面があります。除きました。", "a ring without any surface; left out")
        case .wrongWinding:
            ("面の線の回り方が逆です。直しました。", "a ring runs the wrong way round; turned")
        case .selfCrossing:
            (
                "面の線が自分と交わっています。内外は偶奇で決めました。地図ソフトで形を直してください。",
                "a ring crosses itself; inside is taken by the even–odd rule; mend the shape in a map program"
            )
        }
    }

    private static let kinds = Feature.Kind.allCases.map(\.rawValue).joined(separator: ", ")
}

extension UInt8? {
    fileprivate var shown: String {
        guard let self else { return "…" }
        return self > 0x20 && self < 0x7F ? "'\(Character(UnicodeScalar(self)))'" : "0x\(String(self, radix: 16))"
    }
}

extension String {
    /// Enough of a foreign word to recognise it.
    fileprivate var short: String { unicodeScalars.count <= 40 ? self : String(unicodeScalars.prefix(40)) + "…" }
}

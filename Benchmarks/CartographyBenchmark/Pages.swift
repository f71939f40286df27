// Writes maps as pages with their list beside, to be looked at.

import Cartography
import Foundation

struct Pages {
    let directory: String

    func write(_ pages: [(name: String, map: DrawnMap)]) throws {
        let folder = URL(fileURLWithPath: directory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(MapStylesheet.css.utf8).write(to: folder.appendingPathComponent("map.css"))
        for (name, map) in pages {
            try Data(map.svg).write(to: folder.appendingPathComponent("\(name).svg"))
            let width = Int(map.facts.width.rounded(.up))
            let page = """
                <!doctype html><html lang="ja"><meta charset="utf-8"><title>\(name)</title>
                <meta name="viewport" content="width=device-width">
                <link rel="stylesheet" href="map.css"><style>body{margin:0;background:#fbf8f0}figure{margin:0;width:\(width)px}</style>
                <figure>\(String(decoding: map.svg, as: UTF8.self))</figure></html>
                """
            try Data(page.utf8).write(to: folder.appendingPathComponent("\(name).html"))
        }
    }
}

// Makes a guidebook from a guide's folder, or from a generated one, and says how long each step takes.
//
//     BookBenchmark GUIDE-FOLDER OUTPUT.pdf [--day 2026-12-01] [--large] [--mono] [--json FILE]
//     BookBenchmark PLACES:AREAS OUTPUT.pdf

import Book
import FrontMatter
import Glibc
import Guide
import Publication
import Recurrence
import Templates

func seconds<Result>(_ step: String, _ body: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try body()
    print(step, ContinuousClock.now - start)
    return result
}

func files(below folder: String, _ prefix: String = "") -> [TemplateFile] {
    guard let stream = opendir(folder + "/" + prefix) else { return [] }
    defer { closedir(stream) }
    var found: [TemplateFile] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name.hasPrefix(".") { continue }
        let path = prefix + name
        if let bytes = try? readFile(folder + "/" + path) {
            found.append(TemplateFile(name: path, path: "templates/" + path, bytes: bytes))
        } else {
            found += files(below: folder, path + "/")
        }
    }
    return found
}

struct Unreadable: Error {}

func readFile(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Unreadable() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { break }
        bytes += buffer[..<count]
    }
    if ferror(file) != 0 { throw Unreadable() }
    return bytes
}

let arguments = CommandLine.arguments
func value(_ name: String) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}
let today = value("--day").flatMap { Day(iso: $0) } ?? Day(number: 20_788)
let publication = try seconds("read") {
    try Guidebook(contentsOf: GuideFolder(root: arguments[1]), on: today).publication(on: today)
}
var options = PrintOptions()
options.isLarge = arguments.contains("--large")
if arguments.contains("--mono") { options.palette = .mono }
if arguments.contains("--press") { options.palette = .press }
options.hasBleed = arguments.contains("--bleed")
if let paper = value("--paper").flatMap({ Paper(named: $0) }) { options.paper = paper }
let look = BookLook(files(below: "templates"), language: "ja")
let materials = try seconds("materials") { try Book(publication, look, options).materials(for: .guidebook) }
if let path = value("--json"), let file = fopen(path, "w") {
    let bytes = materials.data.bytes
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
}
do {
    let typesetter = try seconds("engine") { try Typesetter.found(near: [arguments[1]]) }
    try seconds("typeset") { try typesetter.typeset(materials, to: arguments[2]) }
} catch let fault as TypesettingFault {
    print(fault)
    exit(1)
}

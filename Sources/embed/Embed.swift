// Turns files into a Swift source, so that the program carries them with it: embed OUTPUT FOLDER STAMP
//
// Text becomes a string literal, which compiles at once and costs nothing at run time; what is not text, base 64.

import Glibc

@main
enum Embed {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else { return fail("embed OUTPUT FOLDER STAMP") }
        var source = """
            // Made by embed. Do not edit.

            import Embedded

            let embeddedFiles: [EmbeddedFile] = [

            """
        for file in files(below: arguments[2]).sorted() {
            guard let bytes = read(arguments[2] + "/" + file) else { return fail("embed: \(file)") }
            let name = literal(file[...])
            if let text = String(validating: bytes, as: UTF8.self) {
                source += "    EmbeddedFile(\(name), text: \(literal(text[...]))),\n"
            } else {
                source += "    EmbeddedFile(\(name), base64: \"\(base64(bytes))\"),\n"
            }
        }
        source += "]\n"
        // Written only when it differs, so that nothing is compiled for nothing.
        let isSame = read(arguments[1])?.elementsEqual(source.utf8) ?? false
        guard isSame || write(arguments[1], Array(source.utf8)), write(arguments[3], [UInt8(ascii: "\n")]) else {
            return fail("embed: \(arguments[1])")
        }
    }

    private static func fail(_ message: String) {
        perror(message)
        exit(1)
    }
}

/// Relative to the folder; hidden files are not among them.
private func files(below folder: String, _ prefix: String = "") -> [String] {
    guard let stream = opendir(folder + "/" + prefix) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name.hasPrefix(".") { continue }
        let isFolder = entry.pointee.d_type == DT_DIR
        found += isFolder ? files(below: folder, prefix + name + "/") : [prefix + name]
    }
    return found
}

private func literal(_ text: Substring) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\0"..<" ", "\u{7F}", "\u{FEFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

private func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for place in 0...group.count { result.append(digits[bits >> (18 - 6 * place) & 63]) }
    }
    return String(decoding: result, as: UTF8.self)
}

private func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { return ferror(file) == 0 ? bytes : nil }
        bytes += buffer[..<count]
    }
}

private func write(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count && fclose(file) == 0
}

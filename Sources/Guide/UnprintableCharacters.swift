/// Characters that the fonts of the printed works lack, found in the files in which they were typed.

import FrontMatter
import Messages

extension GuideFolder {
    /// Every line of a guide's texts that holds one of these characters, once for each.
    ///
    /// - Throws: `MachineError` where the folder cannot be read.
    package func unprintable(
        _ characters: Set<Unicode.Scalar>, messages language: MessageLanguage
    ) throws(MachineError) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for path in try list().paths where path.hasSuffix(".md") {
            guard case .success(let bytes) = read(path) else { continue }
            let source = SourceText(file: path, bytes: bytes)
            var reported: Set<String> = []
            var offset = 0
            for line in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                var column = 0
                for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
                    let length = String(scalar).utf8.count
                    let range = offset + column..<offset + column + length
                    if characters.contains(scalar), reported.insert("\(offset) \(scalar.value)").inserted {
                        findings.append(
                            Diagnostic(Fault(.unprintable(scalar), in: path, at: range), in: source, language))
                    }
                    column += length
                }
                offset += line.count + 1
            }
        }
        return findings.sorted(by: Diagnostic.precedes)
    }
}

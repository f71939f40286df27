/// How names are shown: with furigana to those who read Japanese, with their sound to others.

import Publication
import Templates

extension Phrasebook {
    /// A name with furigana over its kanji; in other languages than Japanese without.
    func name(_ name: String, _ reading: String) -> HTML {
        self.name(name, reading, Furigana.align(name, reading: reading))
    }

    /// - Parameter segments: the name's, with their readings.
    func name(_ name: String, _ reading: String, _ segments: [Furigana.Segment]) -> HTML {
        guard isJapanese else { return foreignName(name, reading.isEmpty ? [] : segments) }
        guard !reading.isEmpty else { return HTML(escaping: name) }
        var output = OutputBuffer(capacity: name.utf8.count * 4)
        // A line cannot end within furigana: a long piece would not fit a phone, so its reading follows the name.
        if segments.contains(where: {
            $0.reading.utf8.count > 3 * 16 || ($0.base.utf8.count > 3 * 9 && !$0.reading.isEmpty)
        }) {
            output.append(escaping: name.utf8)
            output.append(" <span class=\"reading\">")
            output.append(escaping: reading.utf8)
            output.append("</span>")
            return HTML(trusted: output.bytes)
        }
        for segment in segments {
            if segment.reading.isEmpty {
                output.append(escaping: segment.base.utf8)
            } else {
                output.append("<ruby>")
                output.append(escaping: segment.base.utf8)
                output.append("<rp>（</rp><rt>")
                output.append(escaping: segment.reading.utf8)
                output.append("</rt><rp>）</rp></ruby>")
            }
        }
        return HTML(trusted: output.bytes)
    }

    /// For those who do not read Japanese: the name as it stands on the door, and how it sounds.
    private func foreignName(_ name: String, _ segments: [Furigana.Segment]) -> HTML {
        var output = OutputBuffer(capacity: name.utf8.count * 4)
        output.append("<span lang=\"ja\">")
        output.append(escaping: name.utf8)
        output.append("</span>")
        if !segments.isEmpty {
            let words = segments.map { $0.reading.isEmpty ? $0.base : $0.reading }
            output.append(" <span class=\"romaji\" lang=\"ja-Latn\">")
            output.append(escaping: Romaji.words(words).utf8)
            output.append("</span>")
        }
        return HTML(trusted: output.bytes)
    }

    /// A thing of the way in, in the reader's language as far as it is one that many guides name.
    func accessName(_ name: String) -> String {
        guard !isJapanese, let sign = Pictograms.accessSign(name) else { return name }
        return self("access.\(sign)")
    }
}

// Our reader against libyaml, through Yams: the same values, or a refusal that has a name.

import FrontMatter
import Randomness
import Testing
import Yams

@Suite struct AgainstLibYAMLTests {
    /// Generated documents belong to the subset, save the odd one: they are read, and as libyaml reads them.
    @Test(arguments: 0..<8) func generatedDocuments(seed: UInt64) {
        var generator = Generator(random: SplitMix(seed: seed))
        var read = 0
        for _ in 0..<1000 {
            let text = generator.document()
            let ours = document(text)
            guard let theirs = libyaml(text) else { continue }
            guard ours.faults.isEmpty else {
                Issue.record("refused: \(ours.faults)\n\(text)")
                return
            }
            read += 1
            guard ours.plain == theirs else {
                Issue.record("ours \(ours.plain)\ntheirs \(theirs)\n\(text)")
                return
            }
        }
        #expect(read > 700, "only \(read) of the generated documents were valid")
    }

    /// Damaged documents: where we see no fault, libyaml reads the same values.
    @Test(arguments: 100..<108) func mutatedDocuments(seed: UInt64) {
        var generator = Generator(random: SplitMix(seed: seed))
        for _ in 0..<1500 {
            let text = generator.mutated(generator.document()) + "\n"
            let ours = document(text)
            guard ours.faults.isEmpty, isOneDocument(text) else { continue }
            guard let theirs = libyaml(text) else { continue }
            guard ours.plain == theirs else {
                Issue.record("ours \(ours.plain)\ntheirs \(theirs)\n\(text)")
                return
            }
        }
    }
}

/// No line that closes the front matter early.
private func isOneDocument(_ text: String) -> Bool {
    !text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("---") }
}

/// What libyaml makes of the text; nil where it reports an error, or the document is no mapping.
private func libyaml(_ text: String) -> Plain? {
    guard let node = try? Yams.compose(yaml: text), case .mapping = node else { return nil }
    return Plain(node)
}

extension Plain {
    fileprivate init?(_ node: Yams.Node) {
        switch node {
        case .scalar(let scalar): self = .scalar(scalar.string)
        case .sequence(let sequence): self = .sequence(sequence.compactMap { Plain($0) })
        case .mapping(let mapping):
            self = .mapping(
                mapping.compactMap { key, value in
                    guard let key = key.scalar?.string, let value = Plain(value) else { return nil }
                    return (key, value)
                })
        case .alias: return nil
        }
    }
}

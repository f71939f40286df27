// Whether anything has changed since a build: then it need not be done again.

import Files
import Glibc

/// A fingerprint over all that a build reads and all that it made.
///
///     let seal = Seal(in: ".kayoi", of: ["templates"], facts: [version, today])  // before anything is read
///     if let words = seal.words(ifUnbroken: "site", madeOf: "content") { … }  // nothing to do; what there was to say
///     …
///     seal.set(on: "site", report.inventory, madeOf: guide.inventory, words)
package struct Seal {
    /// The folder that holds it.
    private let folder: String
    private let inputs: [UInt8]
    /// Of the build: what changes later is no part of it.
    private let begin = FileClock.now
    /// False where a file changed just now: another change would not show.
    private let isSettled: Bool

    /// - Parameters:
    ///   - folder: that holds it; it is there, or the seal is never set.
    ///   - inputs: files and folders, with all that is in them but what begins with a dot; those that are not there count too.
    ///   - facts: what else the outcome depends on.
    package init(in folder: String, of inputs: [String], facts: [String]) {
        self.folder = folder
        var (bytes, all) = (facts.flatMap { $0.utf8 + [0] }, Inventory())
        for input in inputs {
            let inventory = Inventory(of: input, isHiddenCounted: false)
            bytes += Self.entry(input, inventory)
            all.add(inventory)
        }
        self.inputs = bytes
        isSettled = all.isSettled(at: begin)
    }

    /// The words with which the seal was set, if all is still as it was then.
    ///
    /// - Parameter content: a folder; only looked at where there is a seal. What begins with a dot does not count.
    package func words(ifUnbroken output: String, madeOf content: String) -> [String]? {
        guard let sealed = try? Folder(folder).read(Self.name) else { return nil }
        let lines = sealed.split(separator: 0, omittingEmptySubsequences: false)
        guard let digest = lines.first,
            digest.elementsEqual(
                self.digest(
                    Inventory(of: content, isHiddenCounted: false), output, Inventory(of: output)))
        else { return nil }
        return lines.dropFirst().map { String(decoding: $0, as: UTF8.self) }
    }

    /// That it cannot be set is no fault: the next build is done in full.
    ///
    /// - Parameters:
    ///   - made: what stands in the output, with what begins with a dot.
    ///   - content: what stood in the content's folder when it was read.
    package func set(on output: String, _ made: Inventory, madeOf content: Inventory, _ words: [String]) {
        guard isSettled, content.isSettled(at: begin) else { return }
        let bytes = words.reduce(into: digest(content, output, made)) { $0 += [0] + $1.utf8 }
        guard let folder = try? Folder(folder) else { return }
        let new = Self.name + ".new"
        unlinkat(folder.descriptor, new, 0)
        guard (try? folder.write(new, bytes)) != nil,
            renameat(folder.descriptor, new, folder.descriptor, Self.name) == 0
        else {
            unlinkat(folder.descriptor, new, 0)
            return
        }
    }

    package func remove() { unlink(folder + "/" + Self.name) }

    private static let name = "seal"

    private func digest(_ content: Inventory, _ output: String, _ made: Inventory) -> [UInt8] {
        (inputs + Self.entry("", content) + Self.entry(output, made)).withUnsafeBytes { Digest(of: $0).hex }
    }

    private static func entry(_ path: String, _ inventory: Inventory) -> [UInt8] {
        path.utf8 + [0] + withUnsafeBytes(of: inventory.sum, Array.init)
    }
}

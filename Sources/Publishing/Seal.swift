// Whether anything has changed since a build: then it need not be done again.

import Glibc

/// A fingerprint over all that a build reads and all that it made.
///
///     let seal = Seal(in: ".kayoi", of: ["content", "templates"], facts: [version, today])  // before anything is read
///     if let words = seal.words(ifUnbroken: "site") { … }  // nothing to do; what there was to say last time
///     …
///     seal.set(on: "site", words)
package struct Seal {
    /// The folder that holds it.
    private let folder: String
    /// Nil where a file changed just now: another change in the same tick of the clock would not show later.
    private let inputs: [UInt8]?

    /// - Parameters:
    ///   - folder: that holds it; it is there, or the seal is never set.
    ///   - inputs: files and folders, with all that is in them; those that are not there count too.
    ///   - facts: what else the outcome depends on.
    package init(in folder: String, of inputs: [String], facts: [String]) {
        self.folder = folder
        var bytes = facts.flatMap { $0.utf8 + [0] }
        var newest = 0
        for input in inputs {
            let inventory = Inventory(of: input)
            bytes += Self.entry(input, inventory)
            newest = max(newest, inventory.newest)
        }
        self.inputs = newest < Inventory.now - 20_000_000 ? bytes : nil
    }

    /// The words with which the seal was set, if all is still as it was then.
    package func words(ifUnbroken output: String) -> [String]? {
        guard let inputs, let sealed = try? Folder(folder).read(Self.name) else { return nil }
        let lines = sealed.split(separator: 0, omittingEmptySubsequences: false)
        guard let digest = lines.first, digest.elementsEqual(Self.digest(inputs, output, Inventory(of: output)))
        else { return nil }
        return lines.dropFirst().map { String(decoding: $0, as: UTF8.self) }
    }

    /// That it cannot be set is no fault: the next build is done in full.
    ///
    /// - Parameter report: of the build that made the output.
    package func set(on output: String, after report: Publisher.Report? = nil, _ words: [String]) {
        guard let inputs else { return }
        let digest = Self.digest(inputs, output, report?.inventory ?? Inventory(of: output))
        let bytes = words.reduce(into: digest) { $0 += [0] + $1.utf8 }
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

    private static func digest(_ inputs: [UInt8], _ output: String, _ made: Inventory) -> [UInt8] {
        (inputs + entry(output, made)).withUnsafeBytes { Digest(of: $0).hex }
    }

    private static func entry(_ path: String, _ inventory: Inventory) -> [UInt8] {
        path.utf8 + [0] + withUnsafeBytes(of: inventory.sum, Array.init)
    }
}

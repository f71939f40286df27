/// Whether a guide's folder is still as it was when it was read.

import Files
import Parallel

extension Guidebook {
    /// Of content/ as it was when it was read, by paths that begin there; nil where that is not known of all its files.
    package var inventory: Inventory? {
        var inventory = Inventory()
        func add(_ path: String, _ signature: FileSignature) {
            inventory.add(path[path.utf8.index(path.startIndex, offsetBy: "content/".utf8.count)...], signature)
        }
        for (path, signature) in listing.others { add(path, signature) }
        for file in files {
            guard let signature = file.signature else { return nil }
            add(file.path, signature)
        }
        return inventory
    }

    /// Whether all is as it was when it was read: of this, too, somebody must make sure where nobody tells of every
    /// save.
    package func isUpToDate(in folder: GuideFolder) -> Bool {
        guard let now = try? folder.list(), now == listing else { return false }
        return files.parallelMap { $0.signature == nil || folder.signature(of: $0.path) == $0.signature }
            .allSatisfy(\.self)
    }
}

// Why a site was not published: facts here, their wording in Wording.swift.

/// What stopped the publishing. The site that was there is as it was.
package struct PublishFault: Error, Hashable, Sendable {
    package let kind: Kind
    /// The file or folder in question, as messages should show it.
    package let path: String

    package enum Kind: Hashable, Sendable {
        /// The system refused; the number is its `errno`.
        case system(Operation, Int32)
        /// The output holds files, and kayoi did not make it; some of their names.
        case notOurs([String])
        case damagedManifest
        /// A symbolic link in the output leads elsewhere: who copies the site to its host may copy what is there.
        case linkOut
        case mountPoint
        /// Another build works on the same output; its process, if known.
        case busy(process: Int32?)
        /// The name of a file to publish leads out of the site, or is no name.
        case badPath
        case twice
    }

    package enum Operation: Hashable, Sendable {
        case open, read, write, makeFolder, link, list, flush, exchange, lock
    }
}

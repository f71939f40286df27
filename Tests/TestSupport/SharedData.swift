/// The real guide and the open data that lie beside a checkout on the developers' machines. The project stands without.

import Glibc

package enum SharedData {
    /// The folder that holds this checkout.
    private static let workspace = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

    package static let yaizu = "/\(workspace)/shared/guides/yaizu"
    package static let demo = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    package static var hasYaizu: Bool { access(yaizu + "/content/guide.md", R_OK) == 0 }
}

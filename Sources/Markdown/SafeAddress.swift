// Which addresses a link or a picture may have.

import Encoding

/// True for http, https, mailto and tel, and for relative addresses that stay on this site. Everything else is refused,
/// in whatever spelling: an unknown scheme is not tried to be understood.
package func isSafeAddress(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return false }
    if address.unicodeScalars.contains(where: isDeceptive) { return false }
    let trimmed = bytes.drop { $0 == 0x20 }
    guard let end = trimmed.firstIndex(where: { ":/?#\\".utf8.contains($0) }) else { return true }
    if bytes[end] == UInt8(ascii: ":") { return isAllowed(scheme: trimmed[..<end], rest: trimmed[(end + 1)...]) }
    return !beginsWithTwoSlashes(trimmed)
}

private func isAllowed(scheme: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) -> Bool {
    switch String(decoding: scheme, as: UTF8.self).lowercased() {
    case "http", "https": rest.starts(with: "//".utf8) && rest.count > 2
    case "mailto", "tel": true
    default: false
    }
}

/// Browsers read `\` as `/`, and two of them at the beginning as another host.
private func beginsWithTwoSlashes(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 2 && bytes.prefix(2).allSatisfy { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
}

/// The marks of direction too, which a sentence may need.
private func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isNeverShown || scalar == "\u{200E}" || scalar == "\u{200F}"
}

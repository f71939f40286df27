// What a template may insert as text.

/// A value that writes itself, escaped. `isBlank` decides what `{{#name}}` and `{{^name}}` do.
@usableFromInline
package protocol TextValue: Sendable {
    var isBlank: Bool { get }
    func write(to output: inout OutputBuffer)
}

extension String: TextValue {
    @inlinable package var isBlank: Bool { isEmpty }
    @inlinable package func write(to output: inout OutputBuffer) { output.append(escaping: utf8) }
}

extension Substring: TextValue {
    @inlinable package var isBlank: Bool { isEmpty }
    @inlinable package func write(to output: inout OutputBuffer) { output.append(escaping: utf8) }
}

/// UTF-8.
extension [UInt8]: TextValue {
    @inlinable package var isBlank: Bool { isEmpty }
    @inlinable package func write(to output: inout OutputBuffer) { output.append(escaping: self) }
}

/// UTF-8.
extension ArraySlice<UInt8>: TextValue {
    @inlinable package var isBlank: Bool { isEmpty }
    @inlinable package func write(to output: inout OutputBuffer) { output.append(escaping: self) }
}

/// A count: nothing counted is blank, so `{{#count}}` asks whether there is any.
extension Int: TextValue {
    @inlinable package var isBlank: Bool { self == 0 }
    @inlinable package func write(to output: inout OutputBuffer) { String(self).write(to: &output) }
}

extension Optional: TextValue where Wrapped: TextValue {
    @inlinable package var isBlank: Bool { self?.isBlank ?? true }
    @inlinable package func write(to output: inout OutputBuffer) { self?.write(to: &output) }
}

extension HTML: TextValue {
    @inlinable package var isBlank: Bool { isEmpty }
    @inlinable package func write(to output: inout OutputBuffer) { output.append(self) }
}

extension OutputBuffer {
    /// Native strings and arrays are contiguous; anything else is copied once.
    @inlinable
    package mutating func append(escaping text: some Sequence<UInt8>) {
        if text.withContiguousStorageIfAvailable({ append(escaping: $0) }) == nil {
            Array(text).withUnsafeBufferPointer { append(escaping: $0) }
        }
    }
}

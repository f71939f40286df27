// Lines and columns of a document as editing needs them: where a line begins and ends, and how far an offset is indented.

extension Document {
    /// The column of an offset, in which full-width spaces and list marks count two.
    func column(of offset: Int) -> Int {
        var column = 0
        for index in lineStart(of: offset)..<offset where source.bytes[index] & 0xC0 != 0x80 {
            column += source.bytes[index] >= 0xE3 ? 2 : 1
        }
        return column
    }

    func lineStart(of offset: Int) -> Int {
        var start = offset
        while start > fields.lowerBound, !isBreak(source.bytes[start - 1]) { start -= 1 }
        return start
    }

    func lineEnd(of offset: Int) -> Int {
        var end = offset
        while end < source.bytes.count, !isBreak(source.bytes[end]) { end += 1 }
        return end
    }

    func nextLine(after offset: Int) -> Int {
        let end = lineEnd(of: offset)
        let isPair =
            end + 1 < source.bytes.count && source.bytes[end] == ASCII.carriageReturn
            && source.bytes[end + 1] == ASCII.newline
        return min(end + (isPair ? 2 : 1), source.bytes.count)
    }

    /// How lines end in this file.
    var newline: String {
        let end = lineEnd(of: source.textStart)
        return source.string(end..<nextLine(after: source.textStart))
    }
}

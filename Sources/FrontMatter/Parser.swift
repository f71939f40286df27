// Reads front matter in one pass over its bytes: the cursor, its walk from line to line, and the growing list of nodes.
// `BlockParser`, `FlowParser` and `ScalarParser` hold the grammar.

import Encoding

/// Deeper nesting than this is refused.
let maximumDepth = 64
/// After so many errors the rest of a file is not read.
private let maximumFaults = 100

struct Parser {
    let text: UnsafeBufferPointer<UInt8>
    /// Where the fields end.
    let end: Int
    /// Words known to be keys: they decide where YAML would read `連絡先：田中` as a text.
    let knownKeys: KnownWords
    /// The next byte to read.
    var at: Int
    /// The column of the first token of a line, -1 at the end of the fields. A full-width character counts two.
    var column = -1
    /// A comment was passed on the way to the first token of this line.
    var passedComment = false
    /// Where the last thing with a value ended.
    var lastEnd: Int
    var depth = 0
    var records: [Record] = []
    private(set) var faults: [Fault] = []
    /// Values in which there is an error, each to the end of its last line, and keys that stand twice.
    private(set) var broken: [Range<Int>] = []
    private var notes = 0
    private var errors = 0
    /// This line's indentation has a tab, and one message is enough for it.
    private var hasTab = false

    init(text: UnsafeBufferPointer<UInt8>, fields: Range<Int>, knownKeys: KnownWords) {
        self.text = text
        self.knownKeys = knownKeys
        at = fields.lowerBound
        end = fields.upperBound
        lastEnd = fields.lowerBound
        records.reserveCapacity(16 + min(fields.count, 1 << 20) / 14)
    }

    // MARK: Bytes

    /// The byte at an offset, NUL after the end.
    @inline(__always) func byte(_ offset: Int) -> UInt8 { offset < end ? text[offset] : 0 }

    @inline(__always) func isLineEnd(_ offset: Int) -> Bool { offset >= end || isBreak(text[offset]) }

    @inline(__always) func isBlankOrEnd(_ offset: Int) -> Bool {
        offset >= end || isBlank(text[offset]) || isBreak(text[offset])
    }

    /// The number that three bytes make, to compare with `Wide`.
    @inline(__always) func wide(_ offset: Int) -> Int {
        guard offset + 2 < end else { return 0 }
        return Int(text[offset]) << 16 | Int(text[offset + 1]) << 8 | Int(text[offset + 2])
    }

    /// Where the next of the suspects is, which are as `ByteScan.first` wants them; `end` where there is none.
    @inline(__always) func next(from offset: Int, _ suspects: (UInt64) -> UInt64) -> Int {
        guard let base = text.baseAddress else { return end }
        return ByteScan.first(in: base, from: offset, to: end, suspects)
    }

    func lineEnd(from offset: Int) -> Int {
        var offset = offset
        while !isLineEnd(offset) { offset += 1 }
        return offset
    }

    /// The bytes before `limit` without the blanks at their end.
    func trimmed(_ start: Int, _ limit: Int) -> Range<Int> {
        var limit = limit
        while limit > start, isBlank(text[limit - 1]) { limit -= 1 }
        return start..<limit
    }

    // MARK: Walking

    /// Over spaces and tabs.
    @inline(__always) mutating func skipBlanks() {
        while at < end, isBlank(text[at]) { at += 1 }
    }

    /// True if only blanks or a comment are left on this line; the cursor then stands at the line's end.
    mutating func finishLine() -> Bool {
        skipBlanks()
        if byte(at) == ASCII.hash {
            passedComment = true
            at = lineEnd(from: at)
        }
        return isLineEnd(at)
    }

    /// To the first token of a later line, over empty lines and comments; sets `column`.
    mutating func advanceLine() {
        at = lineEnd(from: at)
        passedComment = false
        while at < end {
            at += text[at] == ASCII.carriageReturn && byte(at + 1) == ASCII.newline ? 2 : 1
            measureIndentation()
            if byte(at) == ASCII.hash {
                passedComment = true
                at = lineEnd(from: at)
            }
            if !isLineEnd(at) { return }
        }
        column = -1
    }

    /// Over the white space that a line begins with.
    mutating func measureIndentation() {
        let start = at
        var tab: Int?
        var wideSpaces = 0
        while at < end {
            if text[at] == ASCII.space {
                at += 1
            } else if text[at] == ASCII.tab {
                tab = tab ?? at
                at += 1
            } else if text[at] == 0xE3, wide(at) == Wide.space {
                wideSpaces += 1
                at += 3
            } else {
                break
            }
        }
        column = at - start - wideSpaces
        hasTab = false
        guard tab != nil || wideSpaces > 0, !isLineEnd(at), text[at] != ASCII.hash else { return }
        if wideSpaces > 0 { report(.fullWidthSpace, start..<at) }
        if let tab {
            report(.tabIndentation, tab..<tab + 1)
            hasTab = true
        }
    }

    /// To the next line that is not indented deeper than `indent`. The lines between are not worth notes of their own.
    mutating func skipDeeper(than indent: Int) {
        var start = state
        repeat {
            if column >= 0 { forgetFaults(since: start) }
            start = state
            advanceLine()
        } while column > indent
    }

    // MARK: Going back

    /// A place to come back to, with the faults up to there.
    struct State {
        fileprivate var at: Int
        fileprivate var column: Int
        fileprivate var counts: (faults: Int, notes: Int, errors: Int)
    }

    var state: State { State(at: at, column: column, counts: (faults.count, notes, errors)) }

    mutating func goBack(to state: State) {
        (at, column) = (state.at, state.column)
        forgetFaults(since: state)
    }

    private mutating func forgetFaults(since state: State) {
        faults.removeLast(max(0, faults.count - state.counts.faults))
        (notes, errors) = (state.counts.notes, state.counts.errors)
    }

    // MARK: Nodes

    mutating func append(_ kind: Record.Kind, _ range: Range<Int>, isVerbatim: Bool = false, indent: Int = 0) {
        records.append(
            Record(
                kind: kind, isVerbatim: isVerbatim, indent: Int32(truncatingIfNeeded: indent),
                next: Int32(truncatingIfNeeded: records.count + 1), start: range.lowerBound, end: range.upperBound))
        lastEnd = range.upperBound
    }

    /// An empty value stands where a value would be written.
    mutating func appendEmpty(at offset: Int) {
        append(.empty, offset..<offset)
    }

    /// Begins a collection; its children follow.
    mutating func open(_ kind: Record.Kind, at start: Int) -> Int {
        append(kind, start..<start)
        return records.count - 1
    }

    /// Ends a collection after its children.
    mutating func close(_ index: Int, at limit: Int) {
        records[index].end = max(limit, records[index].start)
        records[index].next = Int32(truncatingIfNeeded: records.count)
        lastEnd = records[index].end
    }

    // MARK: Faults

    /// Notes of a value whether one of the latest faults is an error in it.
    mutating func judge(_ index: Int, by found: ArraySlice<Fault>) {
        guard index < records.count else { return }
        let range = records[index].start..<lineEnd(from: records[index].end)
        let isBroken = found.contains { $0.severity == .error && $0.range.lowerBound <= range.upperBound }
        if isBroken { broken.append(range) }
    }

    mutating func reportDuplicate(_ key: Int) {
        let range = records[key].start..<records[key].end
        report(.duplicateKey(records[key].string(in: text)), range)
        broken.append(range)
    }

    /// All that is broken in the order of the text, joined where it touches: there may be as much of it as text.
    var brokenParts: [Range<Int>] {
        var parts: [Range<Int>] = []
        for range in broken.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = parts.last, range.lowerBound <= last.upperBound {
                parts[parts.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                parts.append(range)
            }
        }
        return parts
    }

    /// There are errors outside values: those lines may be any field's.
    func losesFields(outside parts: [Range<Int>]) -> Bool {
        faults.contains { fault in
            let place = fault.range.lowerBound
            return fault.severity == .error && (parts.last(notAfter: place)?.upperBound ?? -1) < place
        }
    }

    mutating func report(_ kind: Fault.Kind, _ range: Range<Int>) {
        let fault = Fault(kind, range)
        if fault.severity == .error {
            if hasTab { return }
            errors += 1
            if errors == maximumFaults {
                faults.append(Fault(.tooManyFaults, range))
                at = end
            }
            if errors >= maximumFaults { return }
        } else {
            notes += 1
            if notes > maximumFaults { return }
        }
        faults.append(fault)
    }
}

extension [Range<Int>] {
    /// Of ranges in order, the last one that does not begin after an offset.
    package func last(notAfter offset: Int) -> Range<Int>? {
        let after = firstPosition { $0.lowerBound > offset }
        return after > 0 ? self[after - 1] : nil
    }
}

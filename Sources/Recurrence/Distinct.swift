/// Different values in the order in which they first came, each with a number.
package struct Distinct<Value: Hashable> {
    package private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]
    private var last = 0

    package init() {}

    /// The number of a value, which is taken in where it is new.
    package mutating func number(of value: Value) -> Int {
        // Mostly that of the time before: a schedule's hours are the same day after day.
        if values.indices.contains(last), values[last] == value { return last }
        last = numbers[value] ?? values.count
        if last == values.count {
            numbers[value] = last
            values.append(value)
        }
        return last
    }
}

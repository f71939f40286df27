import RealData

@testable import Recurrence

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The texts that several tests read: those of this folder, and real ones, where there are any.
enum Texts {
    static let all = own + development

    /// The families of the documentation, and combinations of them.
    static let own: [String] = lines(of: root + "Tests/Fixtures/schedules/families.txt")

    static let development: [String] =
        lines(of: RealData.schedules).dropFirst().map { String($0.prefix { $0 != "\t" }) }

    static let folder = String(#filePath.dropLast("Texts.swift".count))
    static let root = String(folder.dropLast("Tests/RecurrenceTests/".count))

    static func lines(of path: String) -> [String] {
        contents(of: path).split(separator: "\n").map(String.init)
    }

    static func contents(of path: String) -> String {
        guard let file = fopen(path, "rb") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static let firstDay = Day(number: 20_788)  // 2026-12-01
    static let lastDay = Day(number: 21_152)  // 2027-11-30

    /// The meetings of the coming year: day and hours.
    static func days(of schedule: Schedule) -> [String] {
        schedule.occurrences(from: firstDay, to: lastDay).map {
            "\($0.day.iso) \($0.start?.text ?? "")-\($0.end?.text ?? "")"
        }
    }
}

// How long publishing takes, and a process to be killed by the tests.
//
//     swift run -c release PublishingBenchmark FOLDER [FILES [BYTES]]
//     PublishingBenchmark publish FOLDER GENERATION FILES    one site, for the tests

import Dispatch
import Publishing

@main
enum PublishingBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "publish", arguments.count == 4 {
            let numbers = arguments.suffix(2).compactMap { Int($0) }
            try publish(arguments[2], generation: numbers[0], files: numbers[1], bytes: 3000, changing: 2)
            return
        }
        guard let folder = arguments.first else { return print("PublishingBenchmark FOLDER [FILES [BYTES]]") }
        let files = arguments.dropFirst().first.flatMap { Int($0) } ?? 20_000
        let bytes = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 3_000
        for (name, generation, changing) in [
            ("all new", 1, 1), ("nothing changed", 1, 1), ("one of a hundred changed", 2, 100), ("all changed", 3, 1),
        ] {
            let time = try ContinuousClock().measure {
                try publish(folder, generation: generation, files: files, bytes: bytes, changing: changing)
            }
            print("\(name): \(time)")
        }
    }

    /// Of `changing` files, one holds the generation; the others are the same each time.
    static func publish(_ folder: String, generation: Int, files: Int, bytes: Int, changing: Int) throws {
        let publisher = try Publisher(output: folder, version: "test", day: "2026-05-01")
        let shares = 4
        DispatchQueue.concurrentPerform(iterations: shares) { share in
            for number in stride(from: share, to: files, by: shares) {
                let text = number % changing == 0 ? "\(generation) \(number)\n" : "always \(number)\n"
                var page = Array(text.utf8)
                page.append(contentsOf: repeatElement(UInt8(ascii: "."), count: max(0, bytes - page.count)))
                try? publisher.publish("folder\(share)/\(number).html", page)
            }
        }
        _ = try publisher.finish()
    }
}

/// What the command says: problems with file and line, the outcome, the time taken.

import ArgumentParser
import FrontMatter
import Glibc
import Guide
import Messages
import Publication
import Publishing
import Site
import Synchronization
import Templates

struct Console {
    let options: GuideOptions
    let language: MessageLanguage
    let format: MessageFormat
    private let remarks = Remarks()

    /// Whether it has said anything about the machine, which the guide's files do not tell.
    var hasWarned: Bool { remarks.count.load(ordering: .relaxed) > 0 }

    private final class Remarks: Sendable {
        let count = Atomic(0)
    }

    init(_ options: GuideOptions, _ language: MessageLanguage, format: MessageFormat = .text) {
        self.options = options
        self.language = language
        self.format = format
    }

    /// Prints all problems; with errors the command ends here.
    func report(_ diagnostics: [Diagnostic]) throws {
        show(diagnostics)
        guard diagnostics.contains(where: { $0.severity == .error }) else { return }
        // What the machine could not read says nothing about the content.
        let isUnreadable = diagnostics.contains { $0.code == "guide/unreadable-file" }
        throw isUnreadable ? Status.machineFailed : Status.contentHasErrors
    }

    /// Notes and warnings are left out with --quiet.
    func show(_ diagnostics: [Diagnostic]) {
        // Programs read findings from standard output, people find them among the messages.
        Self.write(text(of: diagnostics), to: format == .text ? STDERR_FILENO : STDOUT_FILENO)
    }

    func text(of diagnostics: [Diagnostic]) -> String {
        let shown = options.quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
        let isText = format == .text
        let output = shown.map { $0.rendered(as: format, colour: isText && Self.hasColour) + (isText ? "\n\n" : "\n") }
        return output.joined() + (isText && !shown.isEmpty ? Wording.summary(shown, language) + "\n" : "")
    }

    func say(_ text: String) {
        if !options.quiet { Self.tell(text, to: STDOUT_FILENO) }
    }

    func warn(_ text: String) {
        remarks.count.add(1, ordering: .relaxed)
        Self.tell(text, to: STDERR_FILENO)
    }

    /// Says words among which may be a guide's: its title, names of its files.
    static func tell(_ text: String, to descriptor: Int32) { write(visibleLines(text) + "\n", to: descriptor) }

    /// Colour only where somebody looks at it, and nobody asked for none (no-color.org).
    static var hasColour: Bool { isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true }

    /// Standard library printing would lose what a closed pipe refuses without a word.
    static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, rest.count > 0 {
                let count = Glibc.write(descriptor, start, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }
}

// MARK: What the machine did

extension Console {
    /// A process that may open hardly any files ends here, with a message: threads need handles of their own, and end it
    /// without one where there are none.
    static func needHandles() throws {
        try machine(.ofTheUser) {
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            if limit.rlim_cur < 24 { throw MachineError(action: .read, path: ".", code: EMFILE) }
        }
    }

    /// Runs what may fail for reasons of the machine, and says which.
    static func machine<Value>(_ language: MessageLanguage? = nil, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as MachineError {
            tell(Wording.machine(error, language ?? .ofTheUser), to: STDERR_FILENO)
            throw Status.machineFailed
        } catch let fault as PublishFault {
            tell(Wording.publishing(fault, language ?? .ofTheUser), to: STDERR_FILENO)
            // Somebody else's folder was named for the site's.
            if case .notOurs = fault.kind { throw Status.wrongUsage }
            throw Status.machineFailed
        }
    }
}

/// How long each step took.
struct Timings {
    let isShown: Bool
    private var steps: [(name: String, duration: Duration)] = []

    init(isShown: Bool) { self.isShown = isShown }

    mutating func time<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        defer { steps.append((name, ContinuousClock.now - start)) }
        return try body()
    }

    func print() {
        guard isShown else { return }
        for (name, duration) in steps {
            Console.write("\(name): \(duration.formatted)\n", to: STDERR_FILENO)
        }
    }
}

extension Duration {
    /// "12.3 ms"
    var formatted: String {
        let tenths = Int((self / .microseconds(100)).rounded())
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}

/// libFuzzer looks for bytes that break one promise, the one that `KAYOI_PROMISE` names; its arguments are libFuzzer's.

import Glibc
import Promises

/// libFuzzer's own loop: runs the function on ever new bytes.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main struct Fuzzer {
    static let promise = getenv("KAYOI_PROMISE").flatMap { Promise(rawValue: String(cString: $0)) }

    static func main() {
        guard promise != nil else {
            print("KAYOI_PROMISE is one of:", Promise.allCases.map(\.rawValue).joined(separator: ", "))
            exit(2)
        }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(
            runDriver(&count, &arguments) { start, count in
                let bytes = Array(UnsafeBufferPointer(start: start, count: count))
                if let breach = Fuzzer.promise?.breach(by: bytes) {
                    print("breach:", breach)
                    fflush(nil)
                    abort()
                }
                return 0
            })
    }
}

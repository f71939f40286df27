import ArgumentParser

@main
struct Kayoi: ParsableCommand {
    func run() { print("kayoi") }
}

/// `kayoi number`: gives the next free 番号 to places without one.

import ArgumentParser
import Guide

struct Number: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number",
        abstract: "Gives the next free number to places without one. 番号のない通いの場に番号をつけます。",
        discussion: """
            Only the line of the number is added; nothing else in the file changes, but that one in Shift_JIS
            becomes UTF-8, which is said. While the file of a place has other
            errors, no place gets one: which are free is not known.
            """)

    @OptionGroup var options: GuideOptions

    func run() throws {
        let guidebook = try Console.machine(options.language) {
            try Guidebook(contentsOf: options.folder, on: options.today, messages: options.language)
        }
        let console = Console(options, guidebook.language)
        try console.report(guidebook.errorsBeforeNumbering)
        let (numbered, leftOut) = try Console.machine(guidebook.language) {
            try guidebook.numberPlaces(in: options.folder)
        }
        for (path, number, isConverted) in numbered {
            console.say(Wording.numbered(path, number, isConverted: isConverted, guidebook.language))
        }
        try console.report(leftOut)
        if numbered.isEmpty { console.say(Wording.nothingToNumber(guidebook.language)) }
    }
}

import FrontMatter
import Testing

@testable import Preview

/// What stays to be seen from build to build.
@Suite struct ShowcaseTests {
    @Test func errorsLeaveTheLastGoodSite() {
        let showcase = Samples.showcase()
        let edition = showcase.showing.edition
        showcase.show(PreviewBuild(site: nil, diagnostics: [Samples.error], language: .japanese))
        #expect(showcase.showing.edition == edition)
        #expect(showcase.showing.site?.number == Samples.build.site?.number)
        #expect(showcase.showing.problems.map(\.diagnostic) == [Samples.error])
        showcase.show(Samples.build)
        #expect(showcase.showing.edition == edition)
        #expect(showcase.showing.problems.isEmpty)
    }

    @Test func whatCameWithTheLastBuildIsNew() {
        func build(_ problems: Diagnostic...) -> PreviewBuild {
            PreviewBuild(site: nil, diagnostics: problems, language: .japanese)
        }
        var moved = Samples.error
        moved.line = 7
        let other = Diagnostic(.warning, code: "x", file: "a.md", message: "m", remedy: "")
        let showcase = Showcase()
        showcase.show(build(Samples.error))
        #expect(showcase.showing.problems.map(\.isNew) == [false])
        showcase.show(build(moved, other))
        #expect(showcase.showing.problems.map(\.isNew) == [false, true])
        #expect(Report.json(showcase.showing).contains(#""hasNew":true"#))
        showcase.show(build(moved, other))
        #expect(showcase.showing.problems.map(\.isNew) == [false, false])
    }

    @Test func whatIsFoundOutLaterIsAsNewAsItsBuild() {
        let first = Diagnostic(.error, code: "x", file: "a.md", message: "m", remedy: "")
        let showcase = Showcase()
        func show(_ problems: [Diagnostic], isMore: Bool) {
            showcase.show(PreviewBuild(site: nil, diagnostics: problems, language: .japanese), isMore: isMore)
        }
        show([], isMore: false)
        show([first], isMore: true)
        #expect(showcase.showing.problems.map(\.isNew) == [false])
        show([first, Samples.error], isMore: false)
        show([first, Samples.error], isMore: true)
        #expect(showcase.showing.problems.map(\.isNew) == [false, true])
    }

    @Test func notesAreNoProblems() {
        let showcase = Showcase()
        let note = Diagnostic(.note, code: "x", file: "a.md", message: "m", remedy: "")
        showcase.show(PreviewBuild(site: nil, diagnostics: [note], language: .japanese))
        #expect(showcase.showing.problems.isEmpty)
    }

    @Test func anotherSiteIsAnotherEdition() {
        let showcase = Samples.showcase()
        let edition = showcase.showing.edition
        var build = Samples.build
        build.site = Samples.site(["index.html": "new"], number: 2)
        showcase.show(build)
        #expect(showcase.showing.edition != edition)
    }

    @Test func anotherRunOfTheProgramIsAnotherEdition() {
        #expect(Samples.showcase().showing.edition != Samples.showcase().showing.edition)
    }

    @Test func aSignAtOnceAndOneForEachBuild() async {
        let showcase = Samples.showcase()
        var signs = showcase.signs().makeAsyncIterator()
        await signs.next()
        // Two builds that nobody looked at in time are one sign.
        showcase.show(Samples.build)
        showcase.show(Samples.build)
        await signs.next()
        let third = Task { await signs.next() }
        third.cancel()
        #expect(await third.value == nil)
    }

    @Test func theReportHasAllThatThePanelShows() {
        let showcase = Samples.showcase()
        showcase.show(PreviewBuild(site: nil, diagnostics: [Samples.error], language: .english))
        let json = Report.json(showcase.showing)
        #expect(json.contains(#""title":"1 error""#))
        #expect(json.contains(#""place":"content/places/himawari.md:1:4""#))
        #expect(json.contains(#""line":["開催:","#))
        #expect(json.contains(#""message":"読めません。","remedy":"直してください。""#))
        #expect(json.contains("Until this is mended"))
    }

    @Test func hostileTextStaysTextOnOneLine() {
        let showcase = Showcase()
        let nasty = "</script>\"\\\n\r\u{0}\u{2028}data: x"
        showcase.show(
            PreviewBuild(
                site: nil, diagnostics: [Diagnostic(.error, code: "x", file: nasty, message: nasty, remedy: nasty)],
                language: .japanese))
        let json = Report.json(showcase.showing)
        #expect(json.contains(#"</script>\"\\\u000a\u000d\u0000\u2028data: x"#))
        #expect(json.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x2028 })
    }

    @Test func aThousandProblemsAreAHundredAndANumber() {
        let showcase = Showcase()
        let warning = Diagnostic(.warning, code: "x", file: "a", message: "m", remedy: "")
        showcase.show(
            PreviewBuild(
                site: nil, diagnostics: Array(repeating: warning, count: 999) + [Samples.error], language: .japanese))
        let json = Report.json(showcase.showing)
        #expect(json.contains("ほかに 900件"))
        #expect(json.firstRange(of: "\"severity\":\"error\"") != nil)
    }
}

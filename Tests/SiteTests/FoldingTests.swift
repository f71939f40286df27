import Foundation
import Testing

@testable import Site

/// folding.json holds [text, folded] pairs; the browser tests hold the page's script against the same file.
@Suite struct FoldingTests {
    @Test func foldsAsTheSharedVectorsSay() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "folding.json")
        let pairs = try JSONDecoder().decode([[String]].self, from: Data(contentsOf: file))
        #expect(pairs.count > 300)
        for pair in pairs {
            #expect(Folding.fold(pair[0]).unicodeScalars.elementsEqual(pair[1].unicodeScalars), "\(pair[0])")
        }
    }

    @Test(arguments: [
        ("マージャン", "まーじゃん"), ("髙橋", "高橋"), ("渡邊", "渡辺"), ("ｶﾗｵｹ", "カラオケ"), ("Ｎｏ．２３", "no23"), ("斎藤", "齊藤"),
    ])
    func findsTheSameUnderAnotherSpelling(one: String, other: String) {
        #expect(Folding.fold(one) == Folding.fold(other))
    }
}

/// 本 in guide.md: how the office has its guide printed, unless the command says otherwise.

package struct PrintSettings: Sendable, Equatable {
    /// 判型: "A4", "B5", "A5"; empty: not said.
    package var paper = ""
    /// 作るもの, in the order in which they are made; empty: the guidebook.
    package var works: [Work] = []

    package enum Work: Sendable, CaseIterable {
        /// 冊子
        case guidebook
        /// 地区の一枚, of every area with places
        case areas
        /// 宝物マップ, of every area with places of its own
        case handouts
        /// 情報紙, of every issue
        case newsletters
        /// ポスター, of every event
        case posters
    }

    package init() {}
}

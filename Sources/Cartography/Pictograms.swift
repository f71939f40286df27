// The little pictures of landmarks, as paths of relative commands within a square of 14 pixels around its middle.
//
// Drawn for this project after the habits of Japanese topographic maps (文 school, 〒 post, 卍 temple, ⛩ shrine), so that
// people who learned maps at school know them.

/// What stands for a type of landmark, and how much it helps to find the way.
struct Pictogram {
    /// Relative path data; the pen begins at the middle.
    let path: StaticString
    /// From 0 to 10.
    let weight: Double

    /// The pictogram of a landmark's `type`; unknown types get a plain square.
    static func of(_ type: String) -> Pictogram { all[type] ?? plain }

    private static let plain = Pictogram(path: "m-4-4h8v8h-8z", weight: 3)

    private static let all: [String: Pictogram] = [
        // A train from the front.
        "station": Pictogram(
            path: """
                m-3.5-7h7c1.5 0 2.5 1 2.5 2.5v6c0 1.5-1 2.5-2.5 2.5l2.5 3h-2l-1.7-2h-4.6l-1.7 2h-2l2.5-3\
                c-1.5 0-2.5-1-2.5-2.5v-6c0-1.5 1-2.5 2.5-2.5zm-.8 2.2v3.3h8.6v-3.3zm.3 5.2v1.6h1.8v-1.6z\
                m6.2 0v1.6h1.8v-1.6z
                """, weight: 10),
        // A bus from the front.
        "bus-stop": Pictogram(
            path: """
                m-4-6h8c.9 0 1.5.6 1.5 1.5v9h-1v1.5h-2.2v-1.5h-4.6v1.5h-2.2v-1.5h-1v-9\
                c0-.9.6-1.5 1.5-1.5zm0 1.8v3.7h8v-3.7zm0 5.7v1.5h1.8v-1.5zm6.2 0v1.5h1.8v-1.5z
                """, weight: 4.5),
        // 文, the map sign of a school.
        "school": Pictogram(
            path: """
                m-.8-7h1.8v2h5.5v1.7h-2.3c-.5 2.8-1.5 4.9-3.1 6.5 1.4 1.1 3.2 1.9 5.5 2.4l-.9 1.7\
                c-2.5-.6-4.5-1.6-6-2.9-1.5 1.3-3.4 2.3-5.8 2.9l-.9-1.7c2.2-.5 4-1.3 5.3-2.4-1.6-1.6-2.6-3.7\
                -3.1-6.5h-2.2v-1.7h6.2zm-2.3 3.7c.4 2.2 1.2 3.9 2.5 5.2 1.2-1.3 2-3 2.4-5.2z
                """, weight: 8),
        // A roof on pillars.
        "hall": Pictogram(
            path: "m0-7l7 4.5v1.5h-14v-1.5zm-5 7h2v5h-2zm4 0h2v5h-2zm4 0h2v5h-2zm-9 5.5h12v1.5h-12z", weight: 7),
        // A tree.
        "park": Pictogram(
            path: "m0-7c3 0 5 2.2 5 4.7 0 2.3-1.7 4.1-4 4.5v4.8h-2v-4.8c-2.3-.4-4-2.2-4-4.5 0-2.5 2-4.7 5-4.7z",
            weight: 4),
        // A bag.
        "shop": Pictogram(
            path:
                "m-5.5-3h2.5c0-2 1.2-3.5 3-3.5s3 1.5 3 3.5h2.5l.8 9.5h-12.6zm4.1 0h2.8c0-1.2-.5-1.9-1.4-1.9s-1.4.7-1.4 1.9z",
            weight: 6),
        // A cross.
        "clinic": Pictogram(path: "m-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z", weight: 5.5),
        // 〒
        "post": Pictogram(path: "m-6-6h12v2h-12zm0 3.8h12v2h-5v6.2h-2v-6.2h-5z", weight: 5.5),
        "police": Pictogram(
            path: "m-5.8-4.4l1.4-1.4 4.4 4.4 4.4-4.4 1.4 1.4-4.4 4.4 4.4 4.4-1.4 1.4-4.4-4.4-4.4 4.4-1.4-1.4 4.4-4.4z",
            weight: 5),
        // A torii.
        "shrine": Pictogram(
            path: "m-7-6h14v2h-2v1.7h1v1.8h-1v6.5h-2v-6.5h-6v6.5h-2v-6.5h-1v-1.8h1v-1.7h-2zm4 2v1.7h6v-1.7z",
            weight: 5.5),
        // 卍
        "temple": Pictogram(
            path: "m-6-6h1.8v5.1h3.3v-5.1h6.9v1.8h-5.1v3.3h5.1v6.9h-1.8v-5.1h-3.3v5.1h-6.9v-1.8h5.1v-3.3h-5.1z",
            weight: 5.5),
        // A town office: a ring with a point, as on the map.
        "office": Pictogram(
            path:
                "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0zm1.8 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0zm2.2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z",
            weight: 7),
        // An open book.
        "library": Pictogram(
            path:
                "m-7-5c2.5-.8 5-.6 7 .8 2-1.4 4.5-1.6 7-.8v10c-2.5-.8-5-.6-7 .8-2-1.4-4.5-1.6-7-.8zm6.1 2.3v6c.6.3 1.2.3 1.8 0v-6z",
            weight: 6),
        // A heart.
        "aed": Pictogram(
            path:
                "m0 6.5c-4-3-6.5-5.5-6.5-8.5 0-2.2 1.6-3.7 3.5-3.7 1.2 0 2.3.6 3 1.7.7-1.1 1.8-1.7 3-1.7 1.9 0 3.5 1.5 3.5 3.7 0 3-2.5 5.5-6.5 8.5z",
            weight: 2),
        "bench": Pictogram(path: "m-7-4h14v2h-14zm0 3h14v2h-2v4h-2v-4h-6v4h-2v-4h-2z", weight: 2),
        "toilet": Pictogram(
            path: """
                m-4-7a1.5 1.5 0 1 1 0 3a1.5 1.5 0 1 1 0-3zm-2 3.5h4v5h-1v5.5h-2v-5.5h-1zm10-3.5a1.5 1.5 0 1 1 0 3\
                a1.5 1.5 0 1 1 0-3zm-1 3.5h2l1.5 5.5h-1.5v5h-2v-5h-1.5z
                """, weight: 2.5),
    ]
}

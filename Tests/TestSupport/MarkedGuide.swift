/// A guide in which every private field holds words that stand nowhere else: wherever one of them appears, something leaks.

package enum MarkedGuide {
    /// Each stands in a field that nobody may see, or in the facts of a place that did not consent.
    package static let markers: [String] =
        (1...40).map { "ヒミツ\($0)番" } + [
            "0901234567", "090-1234-567", "36.912345", "135.912345", "36.923456", "135.923456",
        ]

    package static let files = [
        "guide.md": """
        ---
        題: ためしのガイド
        連絡先: {名前: 事務局, 電話: 000-000-0000}
        メモ: ヒミツ1番
        ---
        """,
        "areas/hama.md": """
        ---
        名称: 浜地区
        よみ: はまちく
        層: 1
        メモ: ヒミツ2番
        コーディネーター:
          - {名前: ヒミツ3番, 電話: 090-1234-5671, メール: himitu4ban@example.jp, 紹介: ヒミツ5番}
          - {名前: こうかいのなまえ, 公開: はい}
        ---
        [[ヒミツ6番]]と[[No.5]]と[[こうかい]]。

        ## [[ヒミツ6番]]の話
        """,
        "places/open.md": """
        ---
        番号: 1
        名称: こうかい
        よみ: こうかい
        地区: hama
        会場: 浜公民館
        住所: ためし市浜町1-1
        位置: 36.9, 135.9
        開催: 毎週火曜日
        連絡先:
          - {名前: ヒミツ7番, 電話: 090-1234-5672, FAX: 090-1234-5673, メール: himitu8ban@example.jp, URL: "https://himitu.example/ヒミツ9番"}
          - {名前: こうかいのひと, 公開: はい}
        写真:
          - {ファイル: a.jpg, 説明: ヒミツ10番, 公開: いいえ}
        きっかけ: [ヒミツ6番, 5]
        つながり: [ヒミツ11番]
        掲載: {可否: 可, 確認日: 2026-10-01, 相手: ヒミツ12番}
        つぶやき: ヒミツ13番
        ---
        """,
        "places/home.md": """
        ---
        番号: 2
        名称: おうちの会
        よみ: おうちのかい
        地区: hama
        会場: ヒミツ14番さん宅
        住所: ためし市浜町2-3-4 ヒミツ15番
        位置: 36.912345, 135.912345
        開催: 毎週水曜日
        掲載: 可
        メモ: |
          ヒミツ16番
          鍵は植木鉢の下
        ---
        """,
        "places/area-only.md": """
        ---
        番号: 3
        名称: 地区だけの会
        よみ: ちくだけのかい
        地区: hama
        会場: 集会所
        住所: ためし市浜町7 ヒミツ17番
        位置: 36.923456, 135.923456
        位置の公開: 地区
        開催: 毎週木曜日
        掲載: 可
        ---
        """,
        "places/nowhere.md": """
        ---
        番号: 8
        名称: 場所を言わない会
        よみ: ばしょをいわないかい
        地区: hama
        住所: ヒミツ18番
        位置: 36.923456, 135.923456
        位置の公開: なし
        開催: 毎週金曜日
        掲載: 可
        ---
        """,
        "places/refused.md": unpublished(4, "ヒミツ6番", "不可", 19),
        "places/pending.md": unpublished(5, "ヒミツ11番", "保留", 23),
        "places/ended.md": unpublished(6, "ヒミツ27番", "終了", 28),
        "places/unasked.md": unpublished(7, "ヒミツ32番", "", 33),
        "stories/story.md": """
        ---
        題: ものがたり
        号: 第1号
        場: [1, ヒミツ6番]
        メモ: ヒミツ37番
        ---
        [[ヒミツ6番]]の話です。
        """,
        "support/s.md": """
        ---
        名称: 応援団
        よみ: おうえんだん
        分野: [相談]
        連絡先: {名前: ヒミツ38番, 電話: 090-1234-5674}
        ---
        """,
        "events/e.md": """
        ---
        題: 発表会
        日時: 2026年12月5日 13:00〜16:00
        会場: 大ホール
        出演: [1, No.5]
        連絡先: {名前: ヒミツ39番, 電話: 090-1234-5675}
        ---
        """,
        "pages/p.md": "---\n題: 使い方\n順: 1\nメモ: ヒミツ40番\n---\n",
        "photos/a.jpg": "",
    ]

    private static func unpublished(_ number: Int, _ name: String, _ consent: String, _ first: Int) -> String {
        """
        ---
        番号: \(number)
        名称: \(name)
        よみ: ひみつ
        地区: hama
        会場: ヒミツ\(first)番
        住所: ヒミツ\(first + 1)番
        位置: 36.923456, 135.923456
        開催: 毎週火曜日 ※ヒミツ\(first + 2)番
        連絡先: {名前: ヒミツ\(first + 3)番, 電話: 090-1234-5676, 公開: はい}
        \(consent.isEmpty ? "" : "掲載: \(consent)")
        ---
        [[こうかい]]
        """
    }
}

/// The names of fields: one table holds both languages and the variants that editors type.

enum Key: UInt8, CaseIterable, Sendable {
    // A place
    case number, name, reading, area, kind, runBy, venue, address, position, positionShown, schedule, closed
    case audience, capacity, fee, booking, bring, activities, supportGiven, access, contact, photos, publish
    case verified, foundThrough, linked, voices, privateNotes
    // A contact, a photo, a consent
    case telephone, fax, mail, url, shown, file, description, state, by
    // An area
    case latinName, layer, parents, boundary, colour, residents, households, agedShare, asOf, coordinator, council
    case helpCounts, help, have, want, wouldJoin, affiliation, introduction
    // A story, a support, an event, a page
    case title, places, features, day, issue, author, needs, grants, amount, deadline, when, performers, order
    // The guide
    case subtitle, publisher, edition, languages, municipality, hours, notice, noticeEnglish, credit, licence, group
    case pictogram, synonyms, colours, retiredNumbers, scheduleDefaults, holidays, newYear, obon, map, omit, slippy
    case tiles, book, paper, works, cards

    /// As shown in messages and written by kayoi, then the English key, then what people also type.
    var names: [String] {
        switch self {
        case .number: ["番号", "number", "No", "no", "No.", "一覧表番号", "一覧表No"]
        case .name: ["名称", "name", "名前", "名", "氏名"]
        case .reading: ["よみ", "reading", "読み", "ふりがな", "フリガナ", "ヨミ", "よみがな", "読み仮名", "kana"]
        case .area: ["地区", "area", "areas", "圏域", "エリア"]
        case .kind: ["種類", "kind", "種別"]
        case .runBy: ["運営", "run-by", "運営者", "主体"]
        case .venue: ["会場", "venue", "場所"]
        case .address: ["住所", "address", "所在地"]
        case .position: ["位置", "position", "緯度経度", "座標"]
        case .positionShown: ["位置の公開", "position-shown", "位置公開"]
        case .schedule: ["開催", "schedule", "日程", "開催日", "開催日時", "日時", "活動日"]
        case .closed: ["休み", "closed", "休業", "休止", "定休日"]
        case .audience: ["対象", "for", "対象者", "参加対象"]
        case .capacity: ["定員", "capacity"]
        case .fee: ["参加費", "fee", "費用", "料金", "会費"]
        case .booking: ["申込", "booking", "申し込み", "申込み", "予約"]
        case .bring: ["持ち物", "bring", "持物"]
        case .activities: ["活動", "activities", "activity", "活動内容", "内容"]
        case .supportGiven: ["支え", "support-given", "支え合い"]
        case .access: ["設備", "access", "バリアフリー"]
        case .contact: ["連絡先", "contact", "contacts", "問い合わせ", "問合せ", "お問い合わせ"]
        case .photos: ["写真", "photos", "photo"]
        case .publish: ["掲載", "publish", "公開可否", "掲載可否"]
        case .verified: ["確認日", "verified"]
        case .foundThrough: ["きっかけ", "found-through"]
        case .linked: ["つながり", "linked", "連携"]
        case .voices: ["声", "voices", "参加者の声"]
        case .privateNotes: ["メモ", "private-notes", "つぶやき", "notes", "備考（非公開）", "内部メモ"]
        case .telephone: ["電話", "telephone", "電話番号", "TEL", "Tel", "tel", "phone", "携帯"]
        case .fax: ["FAX", "fax", "ファックス", "ファクス", "Fax"]
        case .mail: ["メール", "mail", "email", "e-mail", "メールアドレス", "Eメール"]
        case .url: ["URL", "url", "ウェブ", "ホームページ", "HP", "website"]
        case .shown: ["公開", "shown", "public"]
        case .file: ["ファイル", "file"]
        case .description: ["説明", "description", "alt", "代替テキスト"]
        case .state: ["可否", "state"]
        case .by: ["相手", "by", "確認相手"]
        case .latinName: ["英語", "english", "英", "ローマ字", "romaji"]
        case .layer: ["層", "layer"]
        case .parents: ["上位", "parents", "parent", "上位地区"]
        case .boundary: ["境界", "boundary"]
        case .colour: ["色", "colour", "color"]
        case .residents: ["人口", "residents", "population"]
        case .households: ["世帯", "households", "世帯数"]
        case .agedShare: ["高齢化率", "aged-share"]
        case .asOf: ["時点", "as-of"]
        case .coordinator: ["コーディネーター", "coordinator", "生活支援コーディネーター", "コーディネータ"]
        case .council: ["協議体", "council"]
        case .helpCounts: ["見える化", "help-counts"]
        case .help: ["助け", "help"]
        case .have: ["ある", "have"]
        case .want: ["欲しい", "want", "ほしい"]
        case .wouldJoin: ["参加したい", "would-join"]
        case .affiliation: ["所属", "affiliation"]
        case .introduction: ["紹介", "introduction", "自己紹介"]
        case .title: ["題", "title", "題名", "タイトル"]
        case .places: ["場", "places", "place", "通いの場"]
        case .features: ["特徴", "features"]
        case .day: ["日付", "date", "day", "日"]
        case .issue: ["号", "issue"]
        case .author: ["筆者", "author", "文"]
        case .needs: ["分野", "needs"]
        case .grants: ["制度", "grants", "助成"]
        case .amount: ["額", "amount", "金額"]
        case .deadline: ["締切", "deadline", "締め切り"]
        case .when: ["日時", "when", "開催日時"]
        case .performers: ["出演", "performers"]
        case .order: ["順", "order", "順番"]
        case .subtitle: ["副題", "subtitle"]
        case .publisher: ["発行", "publisher", "発行者"]
        case .edition: ["版", "edition"]
        case .languages: ["言語", "languages", "language"]
        case .municipality: ["住所の地", "municipality", "市町村"]
        case .hours: ["受付", "hours", "受付時間"]
        case .notice: ["注記", "notice"]
        case .noticeEnglish: ["注記（英）", "notice-en"]
        case .credit: ["出典", "credit"]
        case .licence: ["利用条件", "licence", "license"]
        case .group: ["群", "group"]
        case .pictogram: ["絵", "pictogram", "絵文字"]
        case .synonyms: ["類義語", "synonyms", "同義", "同義語"]
        case .colours: ["色", "colours", "colors"]
        case .retiredNumbers: ["休止番号", "retired-numbers"]
        case .scheduleDefaults: ["日程", "schedule-defaults"]
        case .holidays: ["祝日", "holidays"]
        case .newYear: ["年末年始", "new-year"]
        case .obon: ["お盆", "obon"]
        case .map: ["地図", "map"]
        case .omit: ["除く", "omit"]
        case .slippy: ["スリッピー", "slippy"]
        case .tiles: ["タイル", "tiles"]
        case .book: ["本", "book", "冊子"]
        case .paper: ["判型", "paper"]
        case .works: ["作るもの", "works"]
        case .cards: ["共有カード", "cards"]
        }
    }
}

/// The words of schedules, with their spellings: the only place to add one.

/// What a word means to the grammar.
enum Word: Hashable {
    // Days
    case weekday(Weekday)
    /// 火 … 土 without 曜: a weekday only where it stands free.
    case weekdayLetter(Weekday)
    /// 月: Monday or month.
    case monthOrMonday
    /// 日: Sunday or day.
    case dayOrSunday
    case holiday
    /// 休日: a holiday, or as a label the days of rest.
    case restDay
    case businessDay
    case everyDay
    case noClosing
    case everyWeek
    case everyMonth
    case every
    case ordinal
    case last
    case endOfMonth
    case lastDay
    case week
    case multipleOf  // のつく
    case oddMonths
    case evenMonths
    case oddWeeks
    case evenWeeks
    case newYear
    case yearEnd
    case newYearStart
    case obon
    case seasonName
    case year
    case era
    case firstYear
    case nextYear
    case eve
    case morrow
    case daysAfter
    case following  // その直後の
    case nextWeek
    // English alone
    case dayOfMonth
    case ofTheMonth
    case onHolidays
    case since
    case till
    case ifWord
    case eveOf
    case monthName(Int)
    // Times
    case hour
    case minute
    case half
    case morning
    case afternoon
    case evening
    case noon
    case nextDayTime
    case forenoonOnly
    case starts
    case ends
    case admission
    case session
    // Frequency
    case times
    case monthsApart
    case everyOtherWeek
    case everyOtherMonth
    case yearly
    case roughly
    case irregular
    case irregularClosing
    case suspended
    case alternative
    case additional
    // Marks
    case closed
    /// なし, ありません: of days closed, of anything else no matter.
    case absent
    case closedLabel
    case except
    case otherThan
    case open
    case openLabel
    case hoursLabel
    case only
    case inCase
    case nextDay
    case nextBusinessDay
    case previousBusinessDay
    case previousDay
    case regardless
    case duringPeriod
    // Particles and what means nothing to dates
    case from
    case until
    case of
    case topic
    case at
    case also
    case and
    case subject
    case object
    case however
    case filler
    case remark
    case principle
    case temporaryClosing
    case weather
    case hazard
    /// について: behind days it says something of them that is no opening.
    case about
    /// 祝日のため: why, not when.
    case because
}

enum Vocabulary {
    /// The longest word at a place, with its length in scalars.
    static func word(in scalars: [UInt32], at: Int) -> (word: Word, length: Int)? {
        let scalar = scalars[at]
        guard scalar < 0x10000, case let group = Int(groups[Int(scalar)]), group > 0 else { return nil }
        for index in entries[group - 1].indices {
            if let length = entries[group - 1][index].match(in: scalars, at: at) {
                return (entries[group - 1][index].word, length)
            }
        }
        return nil
    }

    private struct Entry {
        let scalars: [UInt32]
        let word: Word
        /// People space such words out: 定　休　日.
        let mayBeSpaced: Bool

        func match(in text: [UInt32], at start: Int) -> Int? {
            var position = start
            for (index, scalar) in scalars.enumerated() {
                if mayBeSpaced && index > 0 {
                    while position < text.count, text[position] == 0x20, position - start < 16 { position += 1 }
                }
                guard position < text.count, Vocabulary.lowercased(text[position]) == scalar else { return nil }
                position += 1
            }
            if let last = scalars.last, Vocabulary.isLetter(last) {
                if position < text.count, Vocabulary.isLetter(Vocabulary.lowercased(text[position])) { return nil }
                if start > 0, Vocabulary.isLetter(Vocabulary.lowercased(text[start - 1])) { return nil }
            }
            // 営業日曜: the 日 belongs to 日曜.
            if scalars.last == 0x65E5 || scalars.last == 0x6708, position < text.count, text[position] == 0x66DC {
                return nil
            }
            return position - start
        }
    }

    private static func lowercased(_ scalar: UInt32) -> UInt32 { 0x41...0x5A ~= scalar ? scalar + 0x20 : scalar }
    private static func isLetter(_ scalar: UInt32) -> Bool { 0x61...0x7A ~= scalar }

    /// The entries by their first scalar, the longest first; and for each scalar of the basic plane its place among them, plus one.
    private static let entries: [[Entry]] = index.map(\.entries)
    private static let groups: [UInt16] = {
        var groups = [UInt16](repeating: 0, count: 0x10000)
        for (place, group) in index.enumerated() { groups[Int(group.first)] = UInt16(place + 1) }
        return groups
    }()

    private static let index: [(first: UInt32, entries: [Entry])] = {
        var index: [UInt32: [Entry]] = [:]
        for (word, spellings) in spellings {
            let mayBeSpaced = [.closedLabel, .restDay, .morning, .afternoon].contains(word)
            for spelling in FoldedText(spellings).scalars.split(separator: 0x20) {
                // A space inside a spelling is written _.
                let scalars = spelling.map { $0 == 0x5F ? 0x20 : $0 }
                guard let first = scalars.first else { continue }
                let entry = Entry(scalars: scalars, word: word, mayBeSpaced: mayBeSpaced)
                index[first, default: []].append(entry)
                if 0x61...0x7A ~= first { index[first - 0x20, default: []].append(entry) }
            }
        }
        return index.map { (first: $0.key, entries: $0.value.sorted { $0.scalars.count > $1.scalars.count }) }
    }()

    private static let spellings: [(Word, String)] = [
        (.weekday(.monday), "月曜日 月曜 monday mondays mon"),
        (.weekday(.tuesday), "火曜日 火曜 tuesday tuesdays tue"),
        (.weekday(.wednesday), "水曜日 水曜 wednesday wednesdays wed"),
        (.weekday(.thursday), "木曜日 木曜 thursday thursdays thu"),
        (.weekday(.friday), "金曜日 金曜 friday fridays fri"),
        (.weekday(.saturday), "土曜日 土曜 saturday saturdays sat"),
        (.weekday(.sunday), "毎日曜日 毎日曜 日曜日 日曜 sunday sundays sun"),
        (.weekdayLetter(.tuesday), "火"), (.weekdayLetter(.wednesday), "水"), (.weekdayLetter(.thursday), "木"),
        (.weekdayLetter(.friday), "金"), (.weekdayLetter(.saturday), "土"),
        (.monthOrMonday, "月"), (.dayOrSunday, "日"),
        (
            .holiday,
            """
            祝日 祝祭日 祭日 祝 祝休日 休祝日 祝・休日 国民の祝日 国民の休日 振替休日 国民の祝日・休日 祝日法による休日 国民の祝日に関する法律に規定する休日 \
            国民の祝日に関する法律に定める休日 国民の祝日に関する法律に規定する祝日 法定休日 holiday holidays
            """
        ),
        (.restDay, "休日 休み日"),
        (.businessDay, "平日 weekdays"),
        (.everyDay, "毎朝 まいにち every_day 毎日 全日 全曜日 daily"),
        (.noClosing, "no_closing 年中無休 無休 休みなし 休館日なし 定休日なし 年中開館 定休日特になし 定休日なし"),
        (.everyWeek, "まいしゅう 毎週 各週"), (.everyMonth, "まいつき 毎月 各月"), (.every, "毎 every"),
        (.dayOfMonth, "day"), (.ofTheMonth, "of_the_month"), (.onHolidays, "on_holidays"), (.since, "from"),
        (.till, "until"), (.ifWord, "if"), (.eveOf, "the_eve_of"),
        (.monthName(1), "january jan"), (.monthName(2), "february feb"), (.monthName(3), "march mar"),
        (.monthName(4), "april apr"),
        (.monthName(5), "may"), (.monthName(6), "june jun"), (.monthName(7), "july jul"), (.monthName(8), "august aug"),
        (.monthName(9), "september sep"), (.monthName(10), "october oct"), (.monthName(11), "november nov"),
        (.monthName(12), "december dec"),
        (.ordinal, "第 弟"), (.last, "last 最終 最後の 最後"), (.endOfMonth, "月末 毎月末"), (.lastDay, "末日 月末日"),
        (.week, "week 週 週目 週間"), (.multipleOf, "のつく の付く がつく の日がつく"),
        (.oddMonths, "奇数月"), (.evenMonths, "偶数月"), (.oddWeeks, "奇数週"), (.evenWeeks, "偶数週"),
        (.newYear, "new_year 年末年始 年末年始休日 年末・年始 年末から年始 年末～年始"), (.yearEnd, "年末"),
        (.newYearStart, "年始 正月 お正月 三が日 三ヶ日 正月三が日"),
        (.obon, "お盆 盆 旧盆 お盆期間 お盆期間中 お盆休み期間 お盆休業期間 お盆休み期間中"),
        (.seasonName, "冬期 冬季 夏期 夏季 春期 春季 秋期 秋季 夏場 冬場 夏時間 冬時間 夏 冬 春 秋 初夏 晩秋 夏休み 冬休み 春休み 長期休暇 長期休み 学校休業日 学休日"),
        (.year, "年 年度"), (.era, "令和 r"), (.firstYear, "元年"), (.nextYear, "翌年の 翌年 翌月の 翌月"),
        (.eve, "前日 の前日 前"), (.morrow, "の翌日"), (.daysAfter, "日後 days_later"),
        (.following, "the_next その直後の その次の 直後の その直後 その翌 翌"), (.nextWeek, "a_week_later その翌週の その翌週 翌週の 翌週"),

        (.hour, "時"), (.minute, "分"), (.half, "半"),
        (.morning, "午前 早朝 am a.m. a.m 朝 午前中"), (.afternoon, "午後 pm p.m. p.m 昼過ぎ 午后"),
        (.evening, "夜 よる 夕方 夕 夜間 夕刻"), (.noon, "正午"), (.nextDayTime, "翌日の 翌朝"),
        (.forenoonOnly, "午前中のみ 午前のみ 午前中まで 午前中だけ"),
        (.starts, "開始 スタート 開店 開演 集合 始まり"), (.ends, "終了 に閉館 に閉店 に閉園 に終了 で終了 で閉館 閉店 閉館時間 閉園時間 終演 解散"),
        (
            .admission,
            "開場 受付 受け付け 受付は 入館 入館は 入場 入室 入店 入園 最終入館 最終受付 ラストオーダー lo l.o. l.o オーダーストップ 受付開始 受付終了 展示室への入室 最終入場"
        ),
        (.session, "回目 部 昼 昼の部 夜の部 午前の部 午後の部 ランチ ディナー 二部制 2部制 モーニング お昼 ランチタイム 朝の部 前半 後半"),

        (.times, "回 度"), (.monthsApart, "ヶ月 か月 カ月 ヵ月 ケ月 箇月 ヶ月毎 か月毎 ヶ月ごと か月ごと カ月ごと"),
        (.everyOtherWeek, "every_other 隔週 一週おき 1週おき 1週間おき 二週間に一回 2週間に1回 2週に1回"), (.everyOtherMonth, "隔月 一月おき ひと月おき"),
        (.yearly, "毎年"), (.roughly, "程度 くらい ぐらい ほど 以上 前後 おおむね 概ね おおよそ 主に 頃 ごろ 約 頃の"),
        (
            .irregular,
            "不定期 不規則 随時 未定 都度 その都度 その他不定期 不定 変則 応相談 要相談 日程未定 気が向いたとき いつでも 都合のよい日 都合の良い日 旧暦 友引 大安 仏滅"
        ),
        (.irregularClosing, "不定休 不定休日 不定休み"),
        (
            .suspended,
            "休止中 休館中 休会中 休業中 中止中 現在休止 活動休止 再開未定 再開時期未定 再開は未定 再開時期は未定 当面休止 当面の間休止 当面の間休み 実施していません 行っていません 行なっていません 開催していません 休止しています 休止して 閉鎖 閉鎖中 廃止 終了しました 休止 お休み中 休んでいます お休みしています 見合わせ"
        ),
        (.alternative, "または 又は もしくは 若しくは 或いは あるいは or か どちらか いずれか のどちらか のいずれか"),
        (.additional, "他 ほか その他 など 等 プラス + 他に ほかに その他に そのほか 及びその他"),

        (
            .closed,
            """
            休み お休み おやすみ やすみ 休業 休館 休園 休診 休室 休講 休所 休場 閉館 閉局 閉所 閉園 閉室 休 休会 定休 利用不可 開放不可 解放不可 不可 休暇 休日あり 休日有り 休みあり 休み有り 休み有 休日有 休業あり \
            開催なし 開催しない 開催しません 行わない 行いません 実施しない 実施しません 営業しません 中止 お休みします 休みます お休みです 開催無し 休みとなります お休みとなります 休日です 休業日です 休館日です \
            closed
            """
        ),
        (
            .because,
            "祝日のため 祝日のために 祝日なので 祝日の関係で 祝日と重なるため 祝日に当たるため 祝日にあたるため お盆のため 年末年始のため 正月のため お正月のため 連休のため 夏休みのため"
        ),
        (.about, "ついて 関して おいて つき"),
        (.absent, "なし 無し ありません やってません やっていません 行なわれません"),
        (
            .closedLabel,
            "定休日 休館日 休園日 休業日 休診日 休室日 閉館日 休所日 休場日 定休 休館 休業 休講日 お休み日 休会日 休みの日 休校日 閉所日"
        ),
        (.except, "を除く 除く を除き 除き を除いて 除いて を除いた 除外 は除く は除き のぞく をのぞく except"), (.otherThan, "以外の 以外は 以外"),
        (
            .open,
            """
            開催 営業 開館 開所 開園 開放 解放 開設 実施 利用可 利用可能 活動 開く 開きます 開いています 開催します 行います 行う 実施します 営業します 開催しています 実施しています です あり 有り 有 ます \
            開催あり 休まず営業 休まず開催 休まず 通常営業 通常通り 通常開催 営業になります 開館する 開催する 営業する 練習 稽古 活動中 開講 開校 無休で 開室 open
            """
        ),
        (
            .openLabel,
            "営業日 開館日 開催日 開園日 公開日 活動日 実施日 開所日 開放日 利用日 開催曜日 活動曜日 営業曜日 日程 日時 開催日時 活動日時 曜日・時間 曜日 開催 開講日 練習日 診療日 開室日 開設日"
        ),
        (
            .hoursLabel,
            "営業時間 開館時間 開催時間 開放時間 時間 利用時間 診療時間 開園時間 受付時間 開設時間 活動時間 時間帯 公開時間 開室時間 開所時間 練習時間 実施時間 利用可能時間 診療時間内のみ 営業時間内のみ 開館時間内のみ 時間内のみ 診療時間内 営業時間内"
        ),
        (.only, "のみ だけ に限る 限定 に限り のみの に限って only"),
        (
            .inCase,
            "の場合は の場合 のときは のとき の時は の時 が重なった場合 と重なった場合 と重なる場合 に重なる場合 に重なった場合 に当たる場合 に当たるとき にあたる場合 にあたるとき に当たる日 と重なる時 であれば ならば なら に当たった場合 にあたった場合 の日は に重なったとき が重なる場合 だった場合"
        ),
        (.nextDay, "the_next_day 翌日 次の日 その翌日 あくる日"),
        (.nextBusinessDay, "the_next_business_day 翌平日 次の平日 翌営業日 その翌平日 直後の平日 翌開館日 その次の平日 翌日以降の平日"),
        (.previousBusinessDay, "the_business_day_before 直前の平日 前の平日 その前の平日"), (.previousDay, "the_day_before その前日 前日に"),
        (.regardless, "関係なく 問わず 祝日関係なく にかかわらず に関わらず も含む を含む 含む"),
        (.duringPeriod, "期間中 期間 の期間 の間 中 間"),

        (.from, "から より 以降 以後"), (.until, "まで 迄 までの"), (.of, "の"), (.topic, "は"), (.at, "に"), (.also, "also も でも"),
        (.and, "と 及び および ならびに 並びに & ＆ そして、 and"), (.subject, "が"), (.object, "を"),
        (.however, "ただし 但し なお 尚 ただ"),
        (
            .filler,
            "で し して する とする となる となります とします になります 終日 全て すべて 午前・午後 ご ください 下さい さい ・・・ … 開催予定 予定 年間 週5日 とも 共 共に 毎回 同じく に開催 する。 うち に変更 へ変更 に振替 に振り替え に順延 がある日 のある日 がある月 がある場合 の際は 際は の間は の間 昼のみ なります なり 共に …… かけて"
        ),
        (
            .remark,
            """
            要予約 対象外 使用できません 使用不可 使えません ご利用いただけません 小雨決行 雨天決行 荒天決行 少雨決行 休みの場合あり 休みの場合があります 休みの場合もあります お休みの場合あり お休みの場合があります 休みになる場合があります 休む場合があります 休むことがあります お休みすることがあります 休業する場合があります 中止の場合あり 中止となる場合があります 中止する場合があります 中止になる場合があります 中止することがあります 予約制 完全予約制 予約 要申込 申込 申し込み お申し込み 要問合せ 要問い合わせ 問合せ 問い合わせ お問い合わせ お問合せ 無料 有料 実費 休館日以外利用可能 休園日以外利用可能 休館日以外は利用可能 定期訪問 定期 延長保育 延長保育あり 延長 預かり保育 参加費 会費 定員 対象 場所 会場 持参 持ち物 先着順 \
            お弁当 弁当 配布 配付 駐車場 電話 ホームページ 変更の可能性あり 変更の可能性 変更あり 変更有 変更する場合あり 変更になる場合 変更の場合あり 変動あり 変更有り 変更することがあります 変更となる場合 時間変更もあり \
            開催日開催時間以外 お休みの場合は連絡 休みの場合は連絡 日本 休憩 どなたでも 誰でも 毎回違う 食事 金魚 水遊び 水分補給 水筒 木工 お金 料金 金額 火気 土産 月謝 日本語 日常 日中 日頃 日替わり 日替り 月ごとに 月替わり 金券 火災 水道 木造 土足 一年 1年 二年 平日頃 \
            水泳 水彩 水墨 日舞 土いじり 日曜大工 木目込み 健康日 今日 本日 木の実 火の用心 年齢 年配 少年 青年 中高年 学年 高学年 低学年 年長 年少 年代 年金 毎回 月例 健康 休憩所 休憩あり 休息 不問 不要 可能 以上の方 自由 不安 無理なく 無し駐車場 中学生 中学校 期待
            """
        ),
        (.principle, "原則として 原則 基本的に 基本は 基本 通常 通常は 基本的には 原則は"),
        (
            .temporaryClosing,
            "臨時休業あり 臨時休業有り 臨時休業有 臨時休館あり 臨時休館有り 臨時休業の場合あり 臨時休業する場合もあります 臨時休業する場合があります 臨時休業 臨時休館 臨時休業日 臨時休館日 臨時休診 臨時休診日 臨時休業の場合もあり 臨時休み 臨時休業となる場合があります 臨時休館する場合があります"
        ),
        (.weather, "雨天中止 荒天中止 雨天時 雨天の場合 雨天 荒天時 荒天 荒天等 悪天候 悪天候時 雨天等 雨の日 台風 警報 大雨警報 雪 降雪 猛暑 猛暑日 熱中症 雨"),
        (
            .hazard,
            """
            夏季休暇 冬季休暇 夏期休暇 夏期休業 夏季休業 夏季休暇期間 長期連休 学校の休み 学校 授業 放課後 準ずる 準じる 準じ コロナ 選挙 開始時刻 終了時刻 時刻 可能性 指定休日 指定日 会社指定休日 繁忙期 農繁期 農閑期 \
            展示替 展示替え 整理 点検 メンテナンス 棚卸 棚卸し 研修 法事 慶弔 清掃 整備 工事 隔日 交互 交代 ゴールデンウィーク gw シルバーウィーク 連休 週末 休前日 上旬 中旬 下旬 初旬 指定する日 当番 社内カレンダー カレンダー カレンダーによる 日の出 日没 その週 翌々週 翌々 最初の 初めの 前半期 長期
            """
        ),
    ]
}

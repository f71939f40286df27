/// The words of the module's messages, in Japanese and English: what was found, what is allowed, what to do.

import FrontMatter
import Glibc
import Messages

extension Fault.Kind {
    var severity: FrontMatter.Severity {
        switch self {
        case .link, .foldersTooDeep, .unexpectedFile, .otherEnding, .unknownKey, .notIndented, .missingReading,
            .readingNotKana, .retiredNumber,
            .missingNumber(_, false), .outsideMunicipality, .outsideArea, .missingBoundary, .unknownActivity,
            .photoWithoutDescription, .telephoneDigits, .severalTelephones, .marksInNumber, .notAMailAddress,
            .notAWebAddress,
            .notATileAddress, .tilesWithoutCredit, .missingSchedule,
            .scheduleNotRead, .scheduleWithoutDates, .missingConsent, .oldVerification, .futureVerification, .sameName,
            .unpublishedPlace, .unpublishedNameInText:
            .warning
        default: .error
        }
    }

    /// A stable word for programs.
    var code: String { words(in: .english).code }

    typealias Words = (code: String, message: String, remedy: String)

    func words(in language: MessageLanguage) -> Words {
        func say(
            _ slug: String, _ ja: @autoclosure () -> String, _ jaRemedy: @autoclosure () -> String,
            _ en: @autoclosure () -> String,
            _ enRemedy: @autoclosure () -> String
        ) -> Words {
            language == .japanese ? ("guide/" + slug, ja(), jaRemedy()) : ("guide/" + slug, en(), enRemedy())
        }
        /// "did you mean", or the general remedy.
        func meant(_ nearest: String?, _ ja: String, _ en: String) -> (ja: String, en: String) {
            nearest.map { ("「\($0)」のことですか。", "Did you mean “\($0)”?") } ?? (ja, en)
        }
        switch self {
        case .unprintable(let character):
            let code = "U+" + String(character.value, radix: 16, uppercase: true)
            return say(
                "unprintable",
                "「\(character)」（\(code)）は、印刷の字体にない文字です。", "ほかの文字に書きかえてください。人名の漢字は fonts-noto-cjk を入れると足りることがあります。",
                "“\(character)” (\(code)) is in none of the fonts of the printed works.",
                "Write it differently. For rare kanji, fonts-noto-cjk may help.")
        case .unreadableFile(let code):
            let reason = String(cString: strerror(code))
            return say(
                "unreadable-file",
                "ファイルを読めません（\(reason)）。", "ファイルの権限を確かめてください。",
                "The file cannot be read (\(reason)).", "Check the permissions of the file.")
        case .notAFile:
            return say(
                "not-a-file",
                "ふつうのファイルではありません。", "content/ から取りのぞいてください。",
                "This is not a regular file.", "Remove it from content/.")
        case .link:
            return say(
                "link",
                "リンク（別の場所を指すファイル）は読みません。", "もとのファイルを content/ に置いてください。",
                "Links are not followed.", "Put the file itself into content/.")
        case .linkedFolder:
            return say(
                "linked-folder",
                "リンク（別の場所を指すもの）になっているため、使いません。",
                "リンクを消して、ふつうのフォルダーにしてください。サイトを別の場所に作るときは --output を使います。",
                "This is a link to another place, and is not used.",
                "Remove the link and make it a folder. To build the site elsewhere use --output.")
        case .unusableName:
            return say(
                "unusable-name",
                "この名前のファイルは使えません（index、con、nul のように決まった意味がある名前か、記号や見えない文字が入っています）。",
                "ファイル名を変えてください。日本語の文字、英数字、「-」と「_」なら使えます。",
                "A file cannot have this name: it means something of its own (index, con, nul), or has signs or invisible characters in it.",
                "Rename the file: letters of any language, digits, - and _ will do.")
        case .fileTooLarge(let bytes, let limit):
            return say(
                "file-too-large",
                "ファイルが大きすぎます（\(bytes / 1024) KB。上限は \(limit / 1024) KB）。", "分けるか、小さくしてください。",
                "The file is too large (\(bytes / 1024) KB; the limit is \(limit / 1024) KB).",
                "Split it or make it smaller.")
        case .changedWhileRead:
            return say(
                "changed-while-read",
                "読んでいる間にファイルが変わりました。", "保存が終わってから、もう一度実行してください。",
                "The file changed while it was read.", "Run the command again when it has been saved.")
        case .foldersTooDeep:
            return say(
                "folders-too-deep",
                "フォルダーが深すぎるため、この下は読みません。", "フォルダーの段数を減らしてください。",
                "The folders are nested too deeply; nothing below is read.", "Use fewer levels of folders.")
        case .missingGuideFile:
            return say(
                "missing-guide-file",
                "content/guide.md がありません。", "ガイドのフォルダーで実行するか、「kayoi new フォルダー名」で新しいガイドを作ってください。",
                "There is no content/guide.md.", "Run kayoi in a guide's folder, or make a new guide: kayoi new DIR")
        case .unexpectedFile:
            return say(
                "unexpected-file",
                "このファイルは使われません。", "places/、areas/、stories/、support/、events/、pages/、geo/ のどれかに置いてください。",
                "This file is not used.", "Put it below places/, areas/, stories/, support/, events/, pages/ or geo/.")
        case .otherEnding(let ending, let name?):
            return say(
                "other-ending",
                "名前が「\(ending)」で終わっていないため、このファイルは読みません。",
                "ガイドの内容なら、名前を「\(name)」に変えてください。Windows で名前の終わりが見えないときは、エクスプローラーの「表示」で「ファイル名拡張子」を選びます。ガイドの内容でなければ、content/ の外へ移してください。",
                "This file is not read: its name does not end in “\(ending)”.",
                "If it belongs to the guide, rename it to “\(name)”; where Windows hides endings, choose View, File name extensions. Else move it out of content/."
            )
        case .otherEnding(let ending, nil):
            return say(
                "other-ending",
                "名前が「\(ending)」で終わっていないため、このファイルは読みません。",
                "写真は content/photos/ に置いてください。ガイドの内容は、名前が「\(ending)」で終わるテキストファイルに書きます。そのほかのファイルは、content/ の外へ移してください。",
                "This file is not read: its name does not end in “\(ending)”.",
                "Photos belong in content/photos/, and what the guide says in text files whose names end in “\(ending)”. Move anything else out of content/."
            )
        case .unreadHoliday:
            return say(
                "unread-holiday",
                "この行の日にちを読み取れません。", "「2026/1/1,元日」の形で書いてください。内閣府の syukujitsu.csv がこの形です。",
                "The day in this line cannot be read.",
                "Write it like 2026/1/1,元日: the form of the Cabinet Office's syukujitsu.csv.")
        case .sameID(let id, let other):
            return say(
                "same-i-d",
                "「\(id)」という名前のファイルが \(other) にもあります。", "どちらかのファイル名を変えてください（大文字と小文字だけの違いも同じ名前とみなします）。",
                "Another file is called “\(id)” too: \(other)",
                "Rename one of them (upper and lower case count as the same).")

        case .unknownKey(let found, let nearest):
            let remedy = meant(nearest, "項目の名前を確かめてください。この項目は使われません。", "Check the name of the field; it is not used.")
            return say("unknown-key", "「\(found)」という項目はありません。", remedy.ja, "There is no field “\(found)”.", remedy.en)
        case .notIndented(let nested):
            return say(
                "not-indented",
                "「\(nested.name)」は「\(nested.above)」の中に書く項目ですが、字下げがありません。このままでは使われません。",
                "行頭に半角の空白を2つ入れて、「\(nested.above):」の下に字下げしてください。",
                "“\(nested.name)” belongs below “\(nested.above)”, but is not indented; it is not used.",
                "Begin the line with two spaces, below “\(nested.above):”.")
        case .repeatedKey(let found, let first, let line, let nested):
            let remedy = nested.map { nested in
                (
                    ja: "「\(nested.name)」が「\(nested.above)」の中の項目なら、行頭に半角の空白を2つ入れて字下げしてください。そうでなければ、どちらか一つにしてください。",
                    en:
                        "If “\(nested.name)” belongs below “\(nested.above)”, begin its line with two spaces; else keep one of them."
                )
            }
            return say(
                "repeated-key",
                "「\(found)」は、\(line)行目の「\(first)」と同じ項目です。", remedy?.ja ?? "どちらか一つにしてください。",
                "“\(found)” is the same field as “\(first)” in line \(line).", remedy?.en ?? "Keep one of them.")
        case .missing(let key):
            return say(
                "missing",
                "「\(key.names[0])」がありません。", "「\(key.names[0]): …」の行を加えてください。",
                "“\(key.names[1])” is missing.", "Add a line “\(key.names[1]): …”.")
        case .expectedText(let key):
            return say(
                "expected-text",
                "「\(key.names[0])」には文字を書きます。", "入れ子や一覧にせず、1行で書いてください。",
                "“\(key.names[1])” takes a text.", "Write it on one line, without nesting.")
        case .expectedMapping(let key):
            return say(
                "expected-mapping",
                "「\(key.names[0])」の書き方が違います。", "下の行に字下げをして「項目: 値」を並べてください。",
                "“\(key.names[1])” takes fields.", "Write “field: value” lines below it, indented.")
        case .notANumber(let key, let found):
            return say(
                "not-a-number",
                "\(key.names[0])「\(found)」は数ではありません。", "数字だけを書いてください。",
                "\(key.names[1]) “\(found)” is not a number.", "Write digits only.")
        case .numberOutOfRange(let number):
            return say(
                "number-out-of-range",
                "番号「\(number)」は使えません。", "1 から 999999 までの数を書いてください。",
                "The number \(number) cannot be used.", "Use one from 1 to 999999.")
        case .notADay(let key, let found):
            return say(
                "not-a-day",
                "\(key.names[0])「\(found)」は日付ではありません。", "2026-10-01 または 2026年10月1日 のように書いてください。",
                "\(key.names[1]) “\(found)” is not a date.", "Write it like 2026-10-01.")
        case .notAChoice(let key, let found, let allowed, let nearest):
            let list = allowed.joined(separator: "、")
            let remedy = meant(nearest, "次のどれかを書いてください：\(list)", "Use one of: \(list)")
            return say(
                "not-a-choice",
                "\(key.names[0])「\(found)」は使えません。", remedy.ja, "\(key.names[1]) “\(found)” is not known.", remedy.en)
        case .missingReading:
            return say(
                "missing-reading",
                "「よみ」がありません。名称の順に並べます。", "「よみ: ひまわりさろん」のように、ひらがなで書いてください。",
                "There is no reading (よみ); it is sorted by its name.", "Add “よみ: …” in kana.")
        case .readingNotKana(let found):
            return say(
                "reading-not-kana",
                "よみ「\(found)」に、かな以外の文字があります。", "ひらがなで書いてください。",
                "The reading “\(found)” holds more than kana.", "Write it in kana.")

        case .duplicateNumber(let number, let other):
            return say(
                "duplicate-number",
                "番号 \(number) は \(other) でも使われています。",
                "どちらかを変えてください。空いている番号は「kayoi check」の最後に出ます（番号を読めない通いの場がある間は出ません）。",
                "Number \(number) is used by \(other) too.",
                "Change one of them; kayoi check ends with the free numbers, once all numbers can be read.")
        case .retiredNumber(let number):
            return say(
                "retired-number",
                "番号 \(number) は休止番号です。", "一度やめた番号は使わず、新しい番号をつけてください（kayoi number）。",
                "Number \(number) is retired.", "Never use a retired number again; run kayoi number for a new one.")
        case .missingNumber(let free, _):
            return say(
                "missing-number",
                "「番号」がありません。", "空いている番号は \(free) です。「kayoi number」でまとめてつけられます。",
                "There is no number.", "The next free number is \(free); kayoi number gives one to every place.")
        case .cannotBeNumbered(let number):
            return say(
                "cannot-be-numbered",
                "番号をつけられませんでした。", "1行目の「---」の次に「番号: \(number)」の行を書き、UTF-8 で保存してください。",
                "This could not be given a number.",
                "Write a line “number: \(number)” below the first ---, and save the file as UTF-8.")

        case .notAPosition(let found):
            return say(
                "not-a-position",
                "位置「\(found)」を読めません。", "「34.5768, 133.8290」のように、緯度、経度の順に書いてください。",
                "The position “\(found)” cannot be read.", "Write latitude, longitude like 34.5768, 133.8290.")
        case .swappedPosition(let found, let meant):
            return say(
                "swapped-position",
                "位置「\(found)」は緯度と経度が逆です。", "「\(meant)」と書いてください。",
                "The position “\(found)” has longitude first.", "Write \(meant).")
        case .outsideMunicipality(let name):
            return say(
                "outside-municipality",
                "位置が\(name)の外にあります。", "緯度と経度を確かめてください。",
                "The position lies outside \(name).", "Check latitude and longitude.")
        case .outsideArea(let area):
            return say(
                "outside-area",
                "位置が「\(area)」の外にあります。", "地区か位置のどちらかを確かめてください。",
                "The position lies outside “\(area)”.", "Check the area or the position.")

        case .unknownArea(let found, let nearest):
            let remedy = meant(
                nearest, "areas/ にあるファイル名か、地区の名称を書いてください。", "Use a file name of areas/ or an area's name.")
            return say("unknown-area", "地区「\(found)」はありません。", remedy.ja, "There is no area “\(found)”.", remedy.en)
        case .ambiguousArea(let found, let ids):
            let list = ids.joined(separator: "、")
            return say(
                "ambiguous-area",
                "地区「\(found)」は一つに決まりません。", "ファイル名で書いてください：\(list)",
                "“\(found)” is the name of several areas.", "Use a file name: \(list)")
        case .parentIsBelow(let found):
            return say(
                "parent-is-below",
                "上位「\(found)」の層が、この地区より上ではありません。", "「層」か「上位」を確かめてください。",
                "The parent “\(found)” is not of a layer above.", "Check the layer or the parents.")
        case .cycleOfAreas(let names):
            let chain = names.joined(separator: " → ")
            return say(
                "cycle-of-areas",
                "上位の地区が輪になっています（\(chain)）。", "どれか一つの「上位」を直してください。",
                "The parents form a circle (\(chain)).", "Mend one of the parents.")
        case .missingBoundary(let id, let nearest):
            let remedy = meant(
                nearest, "geo/ に「kind: boundary」「area: \(id)」の図形を加えてください。境界のない地区は、通いの場のまわりを描きます。",
                "Add a feature with kind boundary and area \(id) to geo/. Without, the map is drawn around the places.")
            return say(
                "missing-boundary", "境界「\(id)」が geo/ にありません。", remedy.ja, "There is no boundary “\(id)” in geo/.",
                remedy.en)
        case .unknownPlace(let found, let nearest):
            let remedy = meant(nearest, "名称か「No.23」のように番号で書いてください。", "Use the name or a number such as No.23.")
            return say("unknown-place", "通いの場「\(found)」はありません。", remedy.ja, "There is no place “\(found)”.", remedy.en)
        case .ambiguousPlace(let found, let numbers, let areMore):
            let list = numbers.map { "No.\($0)" }.joined(separator: "、")
            return say(
                "ambiguous-place",
                "「\(found)」という通いの場は一つではありません。", "番号で書いてください：\(list)\(areMore ? "など" : "")",
                "Several places are called “\(found)”.", "Use a number: \(list)\(areMore ? " or another" : "")")
        case .unpublishedPlace(let found):
            return say(
                "unpublished-place",
                "「\(found)」は掲載に同意がないため、名前を出さずに載せます。", "文章のつながりを確かめてください。",
                "“\(found)” did not agree to be published; it is shown without its name.",
                "Check that the sentence still reads well.")
        case .unknownActivity(let found, let nearest):
            let remedy = meant(
                nearest, "guide.md の「活動」に加えるか、そこにある言葉を使ってください。",
                "Add it to the activities of guide.md, or use a word from there.")
            return say(
                "unknown-activity",
                "活動「\(found)」は guide.md の「活動」にありません。", remedy.ja, "“\(found)” is not among the activities of guide.md.",
                remedy.en)
        case .missingPhoto(let file, let nearest):
            let remedy = meant(
                nearest, "写真を content/photos/ に置くか、ファイル名を直してください。", "Put it into content/photos/ or mend the name.")
            return say(
                "missing-photo",
                "写真「\(file)」が content/photos/ にありません。", remedy.ja, "There is no photo “\(file)” in content/photos/.",
                remedy.en)
        case .photoOutsideFolder(let file):
            return say(
                "photo-outside-folder",
                "写真「\(file)」は content/photos/ の外を指しています。", "ファイル名だけを書いてください。",
                "The photo “\(file)” points out of content/photos/.", "Write the file's name only.")
        case .photoWithoutDescription(let file):
            return say(
                "photo-without-description",
                "写真「\(file)」に「説明」がありません。", "目の見えない方にも伝わるように、写っているものを書いてください。",
                "The photo “\(file)” has no description.", "Say what is to be seen, for those who cannot see it.")

        // Worded by the module that found it.
        case .text: return ("", "", "")

        case .telephoneDigits(let found, let digits):
            return say(
                "telephone-digits",
                "電話番号「\(found)」は\(digits)けたです。", "市外局番から、10けたか11けたで書いてください。",
                "The telephone number “\(found)” has \(digits) digits.", "Write it with its area code: 10 or 11 digits."
            )
        case .severalTelephones(let key):
            let (ja, en) = (key.names[0], key.names[1])
            return say(
                "several-telephones",
                "「\(ja)」に番号が二つ以上あります。電話をかけるためのリンクが正しく働きません。",
                "「連絡先」を箇条書きにして、番号を一つずつ書いてください。例: 連絡先: [{\(ja): 000-000-0001}, {\(ja): 000-000-0002}]",
                "There are several numbers in “\(en)”; the link to call will not work.",
                "Make the contact a list with one number each, like contact: [{\(en): 000-000-0001}, {\(en): 000-000-0002}]"
            )
        case .marksInNumber:
            return say(
                "marks-in-number",
                "電話番号に、表計算や連絡先のソフトがつけた見えない文字が混ざっています。取り除いて載せます。", "番号を消して、手で打ち直してください。",
                "There are invisible marks in the telephone number, of a spreadsheet or an address book; they are left out.",
                "Delete the number and type it again.")
        case .notAMailAddress(let found):
            return say(
                "not-a-mail-address",
                "「\(found)」はメールアドレスではないようです。", "「名前@…」の形か確かめてください。",
                "“\(found)” does not look like a mail address.", "Check it.")
        case .notAWebAddress(let found):
            return say(
                "not-a-web-address",
                "「\(found)」はURLではないようです。載せません。", "「https://…」から書いてください。",
                "“\(found)” is not a web address; it is left out.", "Begin it with https://")
        case .notATileAddress(let found):
            return say(
                "not-a-tile-address",
                "「\(found)」は地図タイルのURLではないようです。動かせる地図は載せません。",
                "「https://example.jp/{z}/{x}/{y}.png」の形で、{z}、{x}、{y} を一つずつ書いてください。",
                "“\(found)” is not an address of map tiles; the map to move is left out.",
                "Write it like https://example.jp/{z}/{x}/{y}.png, with {z}, {x} and {y} once each.")
        case .tilesWithoutCredit:
            return say(
                "tiles-without-credit",
                "地図タイルの出典がありません。", "「地図」の中に「出典: …」の行を加えてください。動かせる地図の上に示します。",
                "The map tiles have no credit.", "Add “credit: …” to “map”; it is shown on the map to move.")
        case .missingSchedule:
            return say(
                "missing-schedule",
                "「開催」がありません。「お問い合わせください」と載せます。", "「開催: 第1・3火曜日 13:30〜15:30」のように書いてください。",
                "There is no schedule; readers are told to ask.", "Add one, such as 開催: 第1・3火曜日 13:30〜15:30")
        case .scheduleNotRead(let key, let text, let piece):
            return say(
                "schedule-not-read",
                "\(key.names[0])「\(text)」を読み取れません。日にちは示さず、書かれたままを載せます。", piece?.suggestion(.japanese) ?? "",
                "The schedule “\(text)” is not understood; no dates are given, the words are shown as they are.",
                "Put it another way\(piece.map { " (\($0.suggestion(.english)))" } ?? ""); kayoi schedule \"…\" shows how a text is read."
            )
        case .scheduleWithoutDates(let key, let piece):
            return say(
                "schedule-without-dates",
                "\(key.names[0])の「\(piece.text)」を読み取れないため、日にちを示しません。", piece.suggestion(.japanese),
                "“\(piece.text)” in “\(key.names[1])” is not understood, so no dates are given.",
                "Put it another way (\(piece.suggestion(.english))), or leave it: readers are told to ask.")
        case .missingConsent:
            return say(
                "missing-consent",
                "「掲載」がないため、載せません。", "同意をいただいたら「掲載: 可」と書いてください。",
                "There is no consent (掲載), so it is not published.", "Write 掲載: 可 when the people agreed.")
        case .oldVerification(let day):
            return say(
                "old-verification",
                "確認日（\(day)）から2年以上たっています。", "内容を確かめて、確認日を書きかえてください。",
                "The facts were last checked on \(day), more than two years ago.", "Check them and renew 確認日.")
        case .futureVerification(let day):
            return say(
                "future-verification",
                "確認日（\(day)）が先の日付です。", "日付を確かめてください。",
                "The facts are said to be checked on \(day), in the future.", "Check the date.")
        case .sameName(let name, let others, let more):
            let list = others.map { "No.\($0)" }.joined(separator: "、")
            return say(
                "same-name",
                "「\(name)」という名称は \(list) \(more > 0 ? "のほか\(more)か所" : "")にもあります。",
                "同じ場なら一つにまとめ、違う場なら地名などを添えてください。",
                "“\(name)” is the name of \(list)\(more > 0 ? " and \(more) more" : "") too.",
                "Join them if they are one, else add something to tell them apart.")
        case .privateTelephoneInText(let number, let place):
            return say(
                "private-telephone-in-text",
                "\(place.name.ja)に、公開の同意がない電話番号「\(number)」があります。", "\(place.name.ja)から消すか、連絡先に「公開: はい」と書いてください。",
                "\(place.name.en) holds the telephone number “\(number)”, which did not agree to be public.",
                "Remove it, or write 公開: はい in its contact.")
        case .unpublishedNameInText(let name, let place):
            return say(
                "unpublished-name-in-text",
                "\(place.name.ja)に、掲載に同意のない通いの場「\(name)」の名前があります。", "別の意味の言葉でなければ、消してください。",
                "\(place.name.en) names “\(name)”, a place that did not agree to be published.",
                "Remove it, unless the words mean something else.")
        case .unknownLanguage(let found):
            return say(
                "unknown-language",
                "言語「\(found)」は使えません。", "ja、ja-easy（やさしい日本語）、en のどれかを書いてください。",
                "The language “\(found)” is not known.", "Use ja, ja-easy or en.")
        }
    }
}

extension TextPlace {
    fileprivate var name: (ja: String, en: String) {
        switch self {
        case .body: ("本文", "The text")
        case .field(let key, _): ("「\(key.names[0])」", "“\(key.names[1])”")
        }
    }
}

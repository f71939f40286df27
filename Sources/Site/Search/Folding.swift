/// Words as they are compared in a search: 「カフェ」 and 「ｶﾌｪ」, 「髙橋」 and 「高橋」 are the same. The page's script folds what is
/// typed in the same way (templates/assets/fold.js); Tests/SiteTests/folding.json holds the two together.

import Encoding

enum Folding {
    /// NFKC, lower case, katakana as hiragana, variant kanji as the common ones; without spaces, middle dots, long marks,
    /// dashes, brackets and punctuation.
    static func fold(_ text: String) -> String {
        var folded: [UInt8] = []
        fold(text, into: &folded)
        return String(decoding: folded, as: UTF8.self)
    }

    /// Appends a text's UTF-8, folded: of several texts as of one.
    static func fold(_ text: String, into folded: inout [UInt8]) {
        plain.withUnsafeBufferPointer { plain in
            /// Whether it stays as it is, as most of a text does.
            func isPlain(_ scalar: Unicode.Scalar) -> Bool {
                let value = Int(scalar.value)
                return value < 0x1_0000 && plain[value >> 6] >> UInt64(value & 63) & 1 == 1
            }
            text.withBytes { bytes in
                var (start, at) = (0, 0)
                while at < bytes.count {
                    let (scalar, length) = scalar(in: bytes, at: at)
                    if !isPlain(scalar) {
                        folded.append(run: UnsafeBufferPointer(rebasing: bytes[start..<at]))
                        append(formOf: scalar, to: &folded)
                        start = at + length
                    }
                    at += length
                }
                folded.append(run: UnsafeBufferPointer(rebasing: bytes[start...]))
            }
        }
    }

    /// The scalar that begins there, with the number of its bytes. (The standard library's view looks at each byte anew.)
    @inline(__always)
    private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, Int) {
        func bits(_ offset: Int) -> UInt32 { UInt32(bytes[start + offset] & 0x3F) }
        let first = UInt32(bytes[start])
        let (value, length): (UInt32, Int) =
            switch first {
            case ..<0x80: (first, 1)
            case ..<0xE0: ((first & 0x1F) << 6 | bits(1), 2)
            case ..<0xF0: ((first & 0x0F) << 12 | bits(1) << 6 | bits(2), 3)
            default: ((first & 0x07) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3), 4)
            }
        return (Unicode.Scalar(value) ?? " ", length)
    }

    private static func append(formOf scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        if mayHaveForm(scalar), let form = CompatibilityForms.byScalar[scalar] {
            for part in form { append(part, to: &folded) }
        } else {
            append(scalar, to: &folded)
        }
    }

    /// False for ASCII, katakana and the commonest signs between kana and kanji: in most texts no other need be looked up.
    private static func mayHaveForm(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x80, 0x3001...0x3029, 0x30A1...0x30F4, 0x30FB...0x30FC: false
        default: true
        }
    }

    /// A bit for each of the first 65,536 scalars: hiragana, small letters, digits and kanji without another form.
    private static let plain: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 1024)
        for value in [0x3042...0x3094, 0x61...0x7A, 0x30...0x39, 0x4E00...0x9FFF].joined() {
            bits[value >> 6] |= 1 << UInt64(value & 63)
        }
        for scalar in commonForms.keys where scalar.value < 0x1_0000 {
            bits[Int(scalar.value) >> 6] &= ~(1 << UInt64(scalar.value & 63))
        }
        return bits
    }()

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        switch scalar.value {
        case 0x41...0x5A: folded.append(UInt8(scalar.value) | 0x20)
        case 0x3099, 0x309A: voice(&folded, with: scalar)
        case 0x30EE, 0x30F5, 0x30F6: append(Unicode.Scalar(scalar.value - 0x60) ?? scalar, to: &folded)
        case 0x30A1...0x30F4: append(kana: scalar.value - 0x60, to: &folded)
        default:
            if isSilent(scalar) { return }
            if let common = commonForms[scalar] { return folded.append(contentsOf: common.utf8) }
            if scalar.value < 0x80 || !scalar.properties.isUppercase { return folded.append(contentsOf: scalar.utf8) }
            folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// Kana have three bytes, of which the first is the same.
    private static func append(kana value: UInt32, to folded: inout [UInt8]) {
        folded.append(0xE3)
        folded.append(UInt8(0x80 | value >> 6 & 0x3F))
        folded.append(UInt8(0x80 | value & 0x3F))
    }

    /// A voicing mark that stands apart joins its kana, as composition would have it.
    private static func voice(_ folded: inout [UInt8], with mark: Unicode.Scalar) {
        guard let last = String(decoding: folded.suffix(3), as: UTF8.self).unicodeScalars.last else { return }
        let step: UInt32 = mark.value == 0x3099 ? 1 : 2
        let voiced: UInt32? =
            switch last.value {
            case 0x3046 where step == 1: 0x3094
            case 0x304B...0x3062 where last.value % 2 == 1 && step == 1: last.value + 1
            case 0x3064...0x3069 where last.value % 2 == 0 && step == 1: last.value + 1
            case 0x306F...0x307D where (last.value - 0x306F) % 3 == 0: last.value + step
            default: nil
            }
        guard let voiced else { return }
        folded.removeLast(3)
        append(kana: voiced, to: &folded)
    }

    /// Characters that are heard by nobody.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        silent.contains(scalar) || scalar.properties.isWhitespace
    }

    private static let silent = Set(
        "・･ー-‐‑‒–—―−〜~～_()[]{}<>「」『』【】〔〕〈〉《》“”‘’\"'`´、。,.!?;:/\\|＝=＋+*#&@…‥○●◎◇◆□■△▲▽▼☆★※\u{200B}\u{FEFF}"
            .unicodeScalars)

    /// Variants in names of people and places, each with the common form.
    private static let commonForms: [Unicode.Scalar: Unicode.Scalar] = {
        var forms: [Unicode.Scalar: Unicode.Scalar] = ["ゎ": "わ", "ゕ": "か", "ゖ": "け"]
        for group in variants.split(separator: " ") {
            guard let common = group.unicodeScalars.first else { continue }
            for variant in group.unicodeScalars.dropFirst() { forms[variant] = common }
        }
        return forms
    }()

    /// The common form first.
    static let variants = """
        高髙 崎﨑嵜碕 辺邊邉 浜濱濵 沢澤 斎齋齊斉 広廣 国國圀 島嶋嶌 徳德 恵惠 真眞 実實 栄榮 竜龍 滝瀧 桜櫻 会會 \
        学學 蔵藏 豊豐 弥彌 富冨 峰峯 淵渕渊 籠篭 条條 与與 万萬 黒黑 円圓 駅驛 鉄鐵 県縣 区區 当當 旧舊 伝傳 \
        静靜 浄淨 団團 宝寶 応應 寿壽 礼禮 遥遙 槙槇 桧檜 柳栁 橋槗 吉𠮷 土圡 角⻆ 館舘 塩鹽 亀龜 児兒 関關 巌巖 \
        岳嶽 戸戶 覚覺 気氣 剣劍 検檢 権權 鉱鑛 号號 毎每 歩步 来來 緑綠 薬藥 楽樂 湾灣 灯燈 読讀 続續 村邨 雑雜 \
        参參 糸絲 湿濕 写寫 釈釋 収收 従從 渋澁 縦縱 焼燒 乗乘 畳疊 嬢孃 触觸 図圖 酔醉 随隨 瀬瀨 清淸 声聲 銭錢 \
        浅淺 双雙 総總 増增 即卽 対對 台臺 択擇 単單 断斷 遅遲 昼晝 鋳鑄 庁廳 聴聽 鎮鎭 転轉 点點 稲稻 闘鬪 独獨 \
        弐貳 悩惱 脳腦 拝拜 売賣 麦麥 発發 払拂 仏佛 変變 弁辨瓣辯 舗舖 穂穗 翻飜 満滿 黙默 訳譯 余餘 予豫 様樣 \
        謡謠 頼賴 覧覽 両兩 猟獵 塁壘 励勵 霊靈 齢齡 歴歷 恋戀 炉爐 労勞 楼樓 録錄
        """
}

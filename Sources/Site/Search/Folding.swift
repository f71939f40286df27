/// Words as they are compared in a search: 「カフェ」 and 「ｶﾌｪ」, 「髙橋」 and 「高橋」 are the same. The page's script folds what is
/// typed in the same way (templates/assets/fold.js); Tests/SiteTests/folding.json holds the two together.

enum Folding {
    /// NFKC, lower case, katakana as hiragana, variant kanji as the common ones; without spaces, middle dots, long marks,
    /// dashes, brackets and punctuation.
    static func fold(_ text: String) -> String { fold(joining: [text]) }

    /// Several texts as one.
    static func fold(joining texts: [String]) -> String {
        var folded: [Unicode.Scalar] = []
        folded.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count / 2 })
        plain.withUnsafeBufferPointer { plain in
            /// Whether it stays as it is, as most of a text does.
            func isPlain(_ scalar: Unicode.Scalar) -> Bool {
                let value = Int(scalar.value)
                return value < 0x1_0000 && plain[value >> 6] >> UInt64(value & 63) & 1 == 1
            }
            for text in texts {
                for scalar in text.unicodeScalars {
                    if isPlain(scalar) {
                        folded.append(scalar)
                    } else if (0x30A1...0x30F4).contains(scalar.value),
                        let hiragana = Unicode.Scalar(scalar.value - 0x60), isPlain(hiragana)
                    {
                        folded.append(hiragana)
                    } else if mayHaveForm(scalar), let form = CompatibilityForms.byScalar[scalar] {
                        for part in form { append(part, to: &folded) }
                    } else {
                        append(scalar, to: &folded)
                    }
                }
            }
        }
        return String(unsafeUninitializedCapacity: folded.count * 4) { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            var end = start
            for scalar in folded { scalar.write(to: &end) }
            return end - start
        }
    }

    /// False for ASCII and the commonest signs between kana and kanji: in most texts no other need be looked up.
    private static func mayHaveForm(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x80, 0x3001...0x3029, 0x30FB...0x30FC: false
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

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
        switch scalar.value {
        case 0x41...0x5A: folded.append(lowered(scalar))
        case 0x3099, 0x309A: voice(&folded, with: scalar)
        case 0x30A1...0x30F6: append(Unicode.Scalar(scalar.value - 0x60) ?? scalar, to: &folded)
        default:
            if isSilent(scalar) { return }
            if let common = commonForms[scalar] { return folded.append(common) }
            if scalar.value < 0x80 || !scalar.properties.isUppercase { return folded.append(scalar) }
            folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(scalar.value) | 0x20)
    }

    /// A voicing mark that stands apart joins its kana, as composition would have it.
    private static func voice(_ folded: inout [Unicode.Scalar], with mark: Unicode.Scalar) {
        guard let last = folded.last else { return }
        let step: UInt32 = mark.value == 0x3099 ? 1 : 2
        let voiced: UInt32? =
            switch last.value {
            case 0x3046 where step == 1: 0x3094
            case 0x304B...0x3062 where last.value % 2 == 1 && step == 1: last.value + 1
            case 0x3064...0x3069 where last.value % 2 == 0 && step == 1: last.value + 1
            case 0x306F...0x307D where (last.value - 0x306F) % 3 == 0: last.value + step
            default: nil
            }
        guard let voiced, let scalar = Unicode.Scalar(voiced) else { return }
        folded.removeLast()
        folded.append(scalar)
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

extension Unicode.Scalar {
    /// Its UTF-8; there is room for it. (The standard library's encoder makes a buffer of each.)
    fileprivate func write(to end: inout UnsafeMutablePointer<UInt8>) {
        func put(_ byte: UInt32) {
            end.pointee = UInt8(truncatingIfNeeded: byte)
            end += 1
        }
        switch value {
        case ..<0x80: put(value)
        case ..<0x800:
            put(0xC0 | value >> 6)
            put(0x80 | value & 0x3F)
        case ..<0x1_0000:
            put(0xE0 | value >> 12)
            put(0x80 | value >> 6 & 0x3F)
            put(0x80 | value & 0x3F)
        default:
            put(0xF0 | value >> 18)
            put(0x80 | value >> 12 & 0x3F)
            put(0x80 | value >> 6 & 0x3F)
            put(0x80 | value & 0x3F)
        }
    }
}

// Words as they are compared in a search, the same as in Sources/Site/Search/Folding.swift;
// Tests/SiteTests/folding.json holds the two together.
(function (global) {
  "use strict";
  var silent = new Set("・･ー-‐‑‒–—―−〜~～_()[]{}<>「」『』【】〔〕〈〉《》“”‘’\"'`´、。,.!?;:/\\|＝=＋+*#&@…‥○●◎◇◆□■△▲▽▼☆★※\u200B\uFEFF");
  // The common form first.
  var variants = "高髙 崎﨑嵜碕 辺邊邉 浜濱濵 沢澤 斎齋齊斉 広廣 国國圀 島嶋嶌 徳德 恵惠 真眞 実實 栄榮 竜龍 滝瀧 桜櫻 会會 学學 蔵藏 豊豐 弥彌 富冨 峰峯 淵渕渊 籠篭 条條 与與 万萬 黒黑 円圓 駅驛 鉄鐵 県縣 区區 当當 旧舊 伝傳 静靜 浄淨 団團 宝寶 応應 寿壽 礼禮 遥遙 槙槇 桧檜 柳栁 橋槗 吉𠮷 土圡 角⻆ 館舘 塩鹽 亀龜 児兒 関關 巌巖 岳嶽 戸戶 覚覺 気氣 剣劍 検檢 権權 鉱鑛 号號 毎每 歩步 来來 緑綠 薬藥 楽樂 湾灣 灯燈 読讀 続續 村邨 雑雜 参參 糸絲 湿濕 写寫 釈釋 収收 従從 渋澁 縦縱 焼燒 乗乘 畳疊 嬢孃 触觸 図圖 酔醉 随隨 瀬瀨 清淸 声聲 銭錢 浅淺 双雙 総總 増增 即卽 対對 台臺 択擇 単單 断斷 遅遲 昼晝 鋳鑄 庁廳 聴聽 鎮鎭 転轉 点點 稲稻 闘鬪 独獨 弐貳 悩惱 脳腦 拝拜 売賣 麦麥 発發 払拂 仏佛 変變 弁辨瓣辯 舗舖 穂穗 翻飜 満滿 黙默 訳譯 余餘 予豫 様樣 謡謠 頼賴 覧覽 両兩 猟獵 塁壘 励勵 霊靈 齢齡 歴歷 恋戀 炉爐 労勞 楼樓 録錄";
  var common = new Map([["ゎ", "わ"], ["ゕ", "か"], ["ゖ", "け"]]);
  variants.split(" ").forEach(function (group) {
    var letters = Array.from(group);
    letters.slice(1).forEach(function (letter) { common.set(letter, letters[0]); });
  });

  function fold(text) {
    var folded = "";
    for (var letter of text.normalize("NFKC")) {
      var code = letter.codePointAt(0);
      if (code >= 0x30A1 && code <= 0x30F6) letter = String.fromCharCode(code - 0x60);
      if (silent.has(letter) || /\s/.test(letter) || letter === "\u3099" || letter === "\u309A") continue;
      folded += common.get(letter) || letter.toLowerCase();
    }
    return folded;
  }

  global.kayoi = global.kayoi || {};
  global.kayoi.fold = fold;
})(typeof window === "undefined" ? globalThis : window);

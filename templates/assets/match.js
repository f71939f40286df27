// Which places a query means: every word of it must be somewhere, and the better the field, the earlier in the list.
// A word is taken as written, as its synonyms, as the kanji of its kana; a weekday means who meets on it, 無料 who asks
// for nothing, 午前 who meets then. Only a word that is nowhere so is taken more loosely: in Latin letters, as ears hear
// it, or without its ending (俳句の会).
(function () {
  "use strict";
  var kayoi = window.kayoi = window.kayoi || {};

  kayoi.matcher = function (data) {
    var texts = null, known = {}, asked = {};

    function fields(place) {
      return place.fields = place.fields || {
        name: kayoi.fold(kayoi.plain(place.name)), kana: kayoi.fold(kayoi.reading(place.name)), number: String(place.number),
        activity: place.activities.map(function (activity) { return data.activities[activity][1]; }).join(" "),
        starts: (place.name.match(/\|[^\]]*/g) || []).map(function (reading) { return kayoi.fold(reading.slice(1)); }),
        venue: kayoi.fold(place.where), when: kayoi.fold(place.when), ordinals: ordinals(place.when),
        areas: place.areas.map(function (area) { return data.areas[area][2]; }).join(" ")
      };
    }

    // From 0, in the name, to 5, in a text; null where a word is not there.
    function rate(place, words) {
      var own = fields(place), best = null;
      words.forEach(function (word) {
        var rate = own.name.includes(word) ? (own.name.startsWith(word) ? 0 : 1) : isRead(own, word) ? 2
          : own.activity.includes(word) ? 3 : own.venue.includes(word) ? 4
          : /^(no)?\d+番?$/.test(word) && word.replace(/\D/g, "") === own.number ? 0
          : own.when.includes(word) || own.areas.includes(word) || (texts && texts[place.index].includes(word)) ? 5 : null;
        if (rate !== null && (best === null || rate < best)) best = rate;
      });
      return best;
    }

    // Two kana are part of many words (いご of かいご): they count where a word begins.
    function isRead(own, word) {
      if (word.length > 2) return own.kana.includes(word);
      return own.kana.startsWith(word) || own.starts.some(function (start) { return start.startsWith(word); });
    }

    // A time of day counts on the days that are asked for; without any, on all.
    function ratesOfTime(word, days) {
      return data.list.map(function (place) {
        var meets = (days.length ? days : [0, 1, 2, 3, 4, 5, 6]).some(function (day) { return isAt(place, day, times[word]); });
        return fields(place).name.includes(word) ? 1 : meets ? 5 : days.length ? null : rate(place, [word]);
      });
    }

    // The rate of every place, by its index.
    function rates(word, days) {
      if (times[word]) return ratesOfTime(word, days);
      var fact = kayoi.fact(word), strict = meanings(word);
      var found = data.list.map(function (place) {
        if (fact) return !fact(place, fields(place)) ? null : fields(place).name.includes(word) ? 1 : 5;
        return rate(place, strict);
      });
      if (fact || found.some(function (rate) { return rate !== null; })) return found;
      var heard = /^[a-z]+$/.test(plain(word)) ? latin : /[ぁ-ゔ]/.test(word) ? loose : null;
      if (heard && heard(word).length > 1) found = ratesHeard(word, heard);
      var core = word.replace(/(?:の?会|の集い|教室|くらぶ|さくる|さろん)$/, "");
      return found.some(Number) || core.length < 2 || core === word ? found : rates(core, days);
    }

    function ratesHeard(word, heard) {
      var words = meanings(word).map(heard);
      return data.list.map(function (place) {
        var own = fields(place);
        own[heard.name] = own[heard.name] || [own.kana + " " + own.name, own.activity, own.areas + " " + own.venue].map(heard);
        var at = own[heard.name].findIndex(function (text) { return words.some(function (word) { return text.includes(word); }); });
        return at < 0 ? null : at + 2;
      });
    }

    function meanings(word) {
      var words = [word].concat(kanji(word));
      data.synonyms.forEach(function (group) {
        if (words.some(function (word) { return group.includes(word); })) words = words.concat(group);
      });
      return words.filter(function (word, i) { return words.indexOf(word) === i; });
    }

    // The rates of each word of a query.
    function ask(query) {
      var words = query.split(/\s+/).map(kayoi.fold).join(" ").replace(/(曜日?|よう(?:び)?)の?(午[前後])/g, "$1 $2").split(" ").filter(Boolean);
      var days = [].concat.apply([], words.map(weekdays));
      return words.map(function (word) {
        var key = times[word] ? word + days : word;
        return known[key] = known[key] || rates(word, days);
      });
    }

    return {
      hasTexts: false,
      // Of data/text.js.
      take: function (loaded) { texts = loaded; known = {}; asked = {}; this.hasTexts = true; },
      // Null for a place that is not meant.
      rank: function (place, query) {
        if (asked.query !== query) asked = { query: query, rates: ask(query) };
        var total = 0;
        var all = asked.rates.every(function (rates) {
          total += rates[place.index];
          return rates[place.index] !== null;
        });
        return all ? total : null;
      }
    };
  };

  // Times of day as bits of a day's letter (data/search.js).
  var times = { 朝: 1, あさ: 1, 早朝: 1, 午前: 3, 午前中: 3, ごぜん: 3, morning: 3, mornings: 3, 午後: 4, ごご: 4, afternoon: 4,
    afternoons: 4, 夜: 8, よる: 8, 夜間: 8, 晩: 8, evening: 8, evenings: 8 };

  // Whether a place meets on a weekday, at one of some times of day; 16 stands for any.
  function isAt(place, day, bits) {
    var letter = place.week.charCodeAt(day);
    return letter > 64 && ((letter - 64) & bits) > 0;
  }

  // The days that a word names, from 0 for Monday.
  function weekdays(word) {
    if (/^(?:土日|どにち|週末|しゅうまつ|weekends?)$/.test(word)) return [5, 6];
    var name = /^(?:([月火水木金土日])曜日?|(げつ|か|すい|もく|きん|ど|にち)よう(?:び)?|(mon|tues|wednes|thurs|fri|satur|sun)days?)$/.exec(word);
    if (!name) return [];
    return [name[1] ? "月火水木金土日".indexOf(name[1]) : name[2] ? ["げつ", "か", "すい", "もく", "きん", "ど", "にち"].indexOf(name[2])
      : ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"].indexOf(name[3])];
  }

  // 毎週火・木曜日 is every Tuesday too, and 毎週月〜金曜日.
  function isWeekly(when, day) {
    return (when.match(/毎週[月火水木金土日・〜]+曜/g) || []).some(function (days) {
      return days.replace(/(.)〜(.)/g, function (all, from, to) {
        return "月火水木金土日".slice("月火水木金土日".indexOf(from), "月火水木金土日".indexOf(to) + 1);
      }).includes(day);
    });
  }

  // 第1・第3土曜日 is the first Saturday too.
  function ordinals(when) {
    return (when.match(/(?:第\d[・、]?)+[月火水木金土日]曜/g) || []).map(function (days) {
      return days.match(/\d/g).map(function (number) { return "第" + number + days.slice(-2); }).join(" ");
    }).join(" ");
  }

  // Words that ask for a fact of a place and not for letters: 木曜, Fridays, 第一土曜日, 毎週水曜, 無料, 予約不要. Null for others.
  kayoi.fact = function (word) {
    var days = weekdays(word), regular = /^(?:第([1-5一二三四五])|毎週の?)([月火水木金土日])曜日?$/.exec(word);
    if (days.length) return function (place) { return days.some(function (day) { return isAt(place, day, 16); }); };
    if (regular) {
      var number = "一二三四五".indexOf(regular[1]) + 1 || regular[1];
      return function (place, own) {
        return regular[1] ? own.ordinals.includes("第" + number + regular[2] + "曜") : isWeekly(own.when, regular[2]);
      };
    }
    if (/^(?:予約|申し?込み?)(?:不要|なし|無し)$/.test(word)) return function (place) { return place.noBooking; };
    return /^(無料|むりょう|ただ|0円|free)$/.test(word) ? function (place) { return place.free; } : null;
  };

  // Without accents, where it is in Latin letters.
  function plain(word) { return /[ぁ-ゔ]/.test(word) ? word : word.normalize("NFD").replace(/[\u0300-\u036f']/g, ""); }

  // What a word in kana, or in Latin letters, is in kanji: らじおたいそう is らじお体操. Short readings are whole words only.
  function kanji(word) {
    var words = [], isLatin = /^[a-z]+$/.test(plain(word));
    for (var i = 0; i < kayoi.readings.length; i += 2) {
      var reading = kayoi.readings[i], written = kayoi.fold(kayoi.readings[i + 1]);
      if (reading === word || (isLatin && latin(reading) === latin(word))) words.push(written);
      else if ((reading.length > 2 || /[一-龠]/.test(reading)) && word.includes(reading)) words.push(word.replace(reading, written));
    }
    return words;
  }

  // MARK: As people hear and type it

  // Kana with short vowels for long ones, large letters for small ones.
  function loose(text) {
    return text.replace(/[ぁぃぅぇぉゃゅょ]/g, function (kana) { return String.fromCharCode(kana.charCodeAt(0) + 1); })
      .replace(/っ/g, "").replace(/づ/g, "ず").replace(/ぢ/g, "じ").replace(/を/g, "お").replace(/ゔ/g, "ぶ")
      .replace(/([おこそとのほもよろごぞどぼぽ])[うお]+/g, "$1").replace(/([うくすつぬふむゆるぐずぶぷ])う+/g, "$1")
      .replace(/([えけせてねへめれげぜでべぺ])[いえ]+/g, "$1").replace(/([いきしちにひみりぎじびぴ])い+/g, "$1")
      .replace(/([あかさたなはまやらわがざだばぱ])あ+/g, "$1");
  }

  var syllables = {};
  ["あaいiうuえeおoかkaきkiくkuけkeこkoさsaしshiすsuせseそsoたtaちchiつtsuてteとtoなnaにniぬnuねneのnoはhaひhiふfuへheほho",
    "まmaみmiむmuめmeもmoやyaゆyuよyoらraりriるruれreろroわwaをoんnがgaぎgiぐguげgeごgoざzaじjiずzuぜzeぞzoだdaぢjiづzuでdeどdo",
    "ばbaびbiぶbuべbeぼboぱpaぴpiぷpuぺpeぽpoぁaぃiぅuぇeぉoゃyaゅyuょyoゔvu"].join("").replace(/([ぁ-ゔ])([a-z]+)/g, function (all, kana, letters) { syllables[kana] = letters; });

  // Kana and Latin letters alike, in the letters of Hepburn's romanisation without what people leave out.
  function latin(text) {
    return text.replace(/([きしちにひみりぎじぢびぴ])([ゃゅょ])/g, function (all, first, second) {
      var start = syllables[first].slice(0, -1);
      return start + syllables[second].slice(/(?:sh|ch|j)$/.test(start) ? 1 : 0);
    }).replace(/っ(.)/g, function (all, next) { return next; }).replace(/[ぁ-ゔ]/g, function (kana) { return syllables[kana] || kana; })
      .normalize("NFD").replace(/[\u0300-\u036f']/g, "").replace(/tch/g, "ch").replace(/([bdfgkprstz])\1/g, "$1").replace(/m(?=[bmp])/g, "n")
      .replace(/nn/g, "n").replace(/si/g, "shi").replace(/ti/g, "chi").replace(/tu/g, "tsu").replace(/([^cs]|^)hu/g, "$1fu").replace(/[zd]i/g, "ji")
      .replace(/l/g, "r").replace(/v/g, "b").replace(/sy/g, "sh").replace(/ty/g, "ch").replace(/zy|jy/g, "j").replace(/oh(?![aiueo])/g, "o")
      .replace(/o[uo]+/g, "o").replace(/uu+/g, "u").replace(/aa+/g, "a").replace(/ii+/g, "i").replace(/e[ie]+/g, "e");
  }
})();

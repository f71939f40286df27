// An address as a QR code (ISO/IEC 18004): bytes, level M, the first mask. The twin of Sources/Site/QRCode.swift, for
// addresses that arise in the browser; a browser test holds the two together.
(function () {
  "use strict";
  var kayoi = window.kayoi = window.kayoi || {};

  // Check words of a block, data words of each block, rows and columns of the alignment patterns: versions 1 to 9.
  var versions = [
    [10, [16], []], [16, [28], [6, 18]], [26, [44], [6, 22]], [18, [32, 32], [6, 26]], [24, [43, 43], [6, 30]],
    [16, [27, 27, 27, 27], [6, 34]], [18, [31, 31, 31, 31], [6, 22, 38]], [22, [38, 38, 39, 39], [6, 24, 42]],
    [22, [36, 36, 36, 37, 37], [6, 26, 46]]
  ];

  function sum(numbers) { return numbers.reduce(function (all, number) { return all + number; }, 0); }

  // MARK: Check words over GF(256)

  var powers = [], logarithms = [];
  for (var exponent = 0, value = 1; exponent < 510; exponent++) {
    powers.push(value);
    if (exponent < 255) logarithms[value] = exponent;
    value = value << 1 ^ (value > 127 ? 0x11D : 0);
  }

  function checkWords(data, count) {
    var generator = [1], words = data.concat(new Array(count).fill(0));
    for (var degree = 0; degree < count; degree++) {
      var next = generator.concat(0);
      generator.forEach(function (factor, i) { if (factor) next[i + 1] ^= powers[logarithms[factor] + degree]; });
      generator = next;
    }
    data.forEach(function (_, at) {
      if (!words[at]) return;
      var factor = logarithms[words[at]];
      generator.forEach(function (coefficient, i) { words[at + i] ^= powers[factor + logarithms[coefficient]]; });
    });
    return words.slice(data.length);
  }

  function codewords(bytes, version) {
    var total = sum(version[1]), data = [64 | bytes.length >> 4, bytes.length << 4 & 255], words = [];
    bytes.forEach(function (byte) { data[data.length - 1] |= byte >> 4; data.push(byte << 4 & 255); });
    for (var i = 0; data.length < total; i++) data.push(i % 2 ? 17 : 236);
    var blocks = version[1].map(function (length) { return data.splice(0, length); });
    var checks = blocks.map(function (block) { return checkWords(block, version[0]); });
    for (i = 0; i < Math.max.apply(null, version[1]); i++) blocks.forEach(function (block) { if (i < block.length) words.push(block[i]); });
    for (i = 0; i < version[0]; i++) checks.forEach(function (check) { words.push(check[i]); });
    return words;
  }

  // MARK: The square: rows of modules, true is dark

  function square(number, alignment, words) {
    var size = 17 + 4 * number, rows = [], fixed = [];
    for (var i = 0; i < size; i++) { rows.push(new Array(size).fill(false)); fixed.push(new Array(size).fill(false)); }
    function set(row, column, isDark) {
      if (row >= 0 && column >= 0 && row < size && column < size) { rows[row][column] = isDark; fixed[row][column] = true; }
    }
    function rings(row, column, radius, isDark) {
      for (var y = -radius; y <= radius; y++) for (var x = -radius; x <= radius; x++) set(row + y, column + x, isDark(Math.max(Math.abs(y), Math.abs(x))));
    }
    [[3, 3], [3, size - 4], [size - 4, 3]].forEach(function (spot) { rings(spot[0], spot[1], 4, function (ring) { return ring !== 2 && ring !== 4; }); });
    for (i = 8; i < size - 8; i++) { set(6, i, i % 2 === 0); set(i, 6, i % 2 === 0); }
    var last = alignment[alignment.length - 1];
    alignment.forEach(function (row) {
      alignment.forEach(function (column) {
        if ((row === 6 && (column === 6 || column === last)) || (row === last && column === 6)) return;
        rings(row, column, 2, function (ring) { return ring !== 1; });
      });
    });
    for (i = 0; i < 15; i++) {
      var isDark = (0x5412 >> i & 1) === 1;
      set(i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8, isDark);
      set(8, i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i, isDark);
    }
    set(size - 8, 8, true);
    if (number > 6) {
      var rest = number << 12;
      for (var bit = 17; bit > 11; bit--) if (rest >> bit & 1) rest ^= 0x1F25 << bit - 12;
      for (i = 0; i < 18; i++) {
        isDark = ((number << 12 | rest) >> i & 1) === 1;
        set(Math.floor(i / 3), size - 11 + i % 3, isDark);
        set(size - 11 + i % 3, Math.floor(i / 3), isDark);
      }
    }
    var at = 0;
    for (var column = size - 1, isUpward = true; column > 0; column -= 2, isUpward = !isUpward) {
      if (column === 6) column--;
      for (var step = 0; step < size; step++) {
        var row = isUpward ? size - 1 - step : step;
        [column, column - 1].forEach(function (x) {
          if (fixed[row][x]) return;
          var isSet = at < words.length * 8 && (words[at >> 3] >> 7 - at % 8 & 1) === 1;
          rows[row][x] = isSet !== ((row + x) % 2 === 0);
          at++;
        });
      }
    }
    return rows;
  }

  // As an SVG element with the quiet zone that readers need; null for an address that is too long.
  kayoi.qrCode = function (address) {
    var bytes = Array.from(new TextEncoder().encode(address));
    var index = versions.findIndex(function (version) { return bytes.length + 2 <= sum(version[1]); });
    if (index < 0) return null;
    var rows = square(index + 1, versions[index][2], codewords(bytes, versions[index])), data = "";
    rows.forEach(function (row, y) {
      for (var x = 0; x < row.length; x++) {
        if (!row[x]) continue;
        for (var end = x; row[end];) end++;
        data += "M" + x + " " + y + ".5h" + (end - x);
        x = end;
      }
    });
    var name = "http://www.w3.org/2000/svg", svg = document.createElementNS(name, "svg"), path = document.createElementNS(name, "path");
    svg.setAttribute("viewBox", "-4 -4 " + (rows.length + 8) + " " + (rows.length + 8));
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("stroke", "#000");
    path.setAttribute("d", data);
    svg.append(path);
    return svg;
  };
})();

/// A guide written into a folder of its own for one test, and removed with it.

import Glibc
import Guide
import Recurrence

package final class TemporaryGuide {
    package let root: String

    /// - Parameter files: their texts by path below content/, on top of a small sound guide.
    package init(_ files: [String: String] = [:], onTopOf base: [String: String] = TemporaryGuide.sound) {
        var template = Array("/tmp/kayoi-test-XXXXXX".utf8CString)
        root = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) } ?? "/tmp/kayoi-test-failed"
        }
        for (path, text) in base.merging(files, uniquingKeysWith: { $1 }) { write(text, to: "content/" + path) }
    }

    deinit { removeFolder(root) }

    package var folder: GuideFolder { GuideFolder(root: root) }

    package func write(_ text: String, to path: String) { write(Array(text.utf8), to: path) }

    package func write(_ bytes: [UInt8], to path: String) {
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        guard let stream = fopen(root + "/" + path, "w") else { return }
        fwrite(bytes, 1, bytes.count, stream)
        fclose(stream)
    }

    package func remove(_ path: String) { unlink(root + "/" + path) }

    package func read() throws -> Guidebook {
        try Guidebook(contentsOf: folder, on: TemporaryGuide.today, messages: .japanese)
    }

    package static let today = Day(iso: "2026-12-01") ?? .today

    /// One area, one place, nothing to complain about.
    package static let sound = [
        "guide.md": "---\n題: ためしのガイド\n連絡先: {名前: 事務局, 電話: 000-000-0000}\n---\n",
        "areas/hama.md": "---\n名称: 浜地区\nよみ: はまちく\n層: 1\n---\n",
        "places/himawari.md": TemporaryGuide.place(),
    ]

    /// A sound place, with fields changed or added.
    package static func place(_ fields: [String: String] = [:], body: String = "") -> String {
        let sound = [
            ("番号", "1"), ("名称", "ひまわり"), ("よみ", "ひまわり"), ("地区", "hama"), ("会場", "浜公民館"), ("開催", "毎週火曜日 10:00〜11:30"),
            ("掲載", "可"),
        ]
        var lines = sound.compactMap { key, value in
            let text = fields[key] ?? value
            return text.isEmpty ? nil : "\(key): \(text)"
        }
        lines += fields.filter { key, _ in !sound.contains { $0.0 == key } }.sorted { $0.key < $1.key }.map {
            "\($0.key): \($0.value)"
        }
        return "---\n" + lines.joined(separator: "\n") + "\n---\n" + body
    }
}

/// Removes a folder of the test's own and everything in it, without following links.
package func removeFolder(_ path: String) {
    guard path.hasPrefix("/tmp/") || path.hasPrefix("/dev/shm/"), let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard name != ".", name != ".." else { continue }
        if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
            removeFolder(path + "/" + name)
        } else {
            unlink(path + "/" + name)
        }
    }
    closedir(stream)
    rmdir(path)
}

// The words of the faults of photos, Japanese and English side by side: what was found, what to do.

import FrontMatter
import Glibc
import Messages

extension PhotoFault {
    /// The message, at the photo's file.
    package func diagnostic(_ language: MessageLanguage) -> Diagnostic {
        let words = words
        return Diagnostic(
            .error, code: "photos/\(words.slug)", file: name.map { "content/photos/\($0)" } ?? "content/photos",
            message: language.pick(words.ja.0, words.en.0), remedy: language.pick(words.ja.1, words.en.1))
    }

    private typealias Words = (slug: String, ja: (String, String), en: (String, String))

    private var words: Words { name == nil ? wordsAboutMachine : wordsAboutPhoto }

    private var wordsAboutPhoto: Words {
        switch kind {
        case .unreadable(let number):
            let reason = reason(number)
            return (
                "unreadable", ("写真を読めません: \(reason)", "ファイルがあるか、読む権限があるかを確かめてください。"),
                ("The photo cannot be read: \(reason).", "See that the file is there and may be read.")
            )
        case .notAFile:
            return (
                "not-a-file", ("写真のファイルではありません（フォルダーなど）。", "写真のファイルを置いてください。"),
                ("This is no file but a folder or the like.", "Put the file of a photo in its place.")
            )
        case .tooManyBytes(let bytes, let limit):
            return (
                "too-many-bytes",
                (
                    "写真が大きすぎます（\(megabytes(bytes)) MB）。\(megabytes(limit)) MB まで使えます。",
                    "写真アプリで小さくして保存し直してください。動画は写真として使えません。"
                ),
                (
                    "The photo is too large (\(megabytes(bytes)) MB); up to \(megabytes(limit)) MB are allowed.",
                    "Save it smaller with a photo program. A film cannot be used as a photo."
                )
            )
        case .tooManyPixels(let width, let height, let limit):
            return (
                "too-many-pixels",
                (
                    "写真の縦横が大きすぎます（\(width) × \(height) 画素）。合わせて \(limit / 10_000) 万画素まで使えます。",
                    "写真アプリで縮小して保存し直してください。"
                ),
                (
                    "The photo has too many pixels (\(width) × \(height)); up to \(limit / 1_000_000) million are allowed.",
                    "Save it smaller with a photo program."
                )
            )
        case .tookTooLong(let limit):
            return (
                "took-too-long",
                ("写真の変換が \(limit.components.seconds) 秒で終わりませんでした。", "写真アプリで縮小して、JPEG で保存し直してください。"),
                (
                    "The photo was not done after \(limit.components.seconds) s.",
                    "Save it smaller, as JPEG, with a photo program."
                )
            )
        case .tooMuchMemory(let limit):
            return (
                "too-much-memory",
                ("写真の変換に \(megabytes(limit)) MB を超えるメモリーが要ります。", "写真アプリで縮小して、JPEG で保存し直してください。"),
                (
                    "The photo would take more than \(megabytes(limit)) MB of memory.",
                    "Save it smaller, as JPEG, with a photo program."
                )
            )
        case .damaged(let detail):
            return (
                "damaged", ("写真が壊れています（\(detail)）。", "もとの写真をもう一度コピーするか、写真アプリで JPEG に保存し直してください。"),
                (
                    "The photo is damaged (\(detail)).",
                    "Copy the original again, or save it as JPEG with a photo program."
                )
            )
        default:
            return (
                "not-a-picture", ("写真として読めないファイルです。", "JPEG、HEIC、PNG、WebP、AVIF、TIFF、GIF のどれかで保存し直してください。"),
                ("This file is no picture that can be read.", "Save it as JPEG, HEIC, PNG, WebP, AVIF, TIFF or GIF.")
            )
        }
    }

    private var wordsAboutMachine: Words {
        switch kind {
        case .engineMissing(let photos):
            return (
                "engine-missing",
                ("写真の変換に使う vipsthumbnail がありません。写真 \(photos) 枚を用意できません。", installing(Engine.package).ja),
                (
                    "vipsthumbnail, which makes the photos, is not there; \(photos) photos cannot be made.",
                    installing(Engine.package).en
                )
            )
        case .noHEICReader:
            let package = "libheif-plugin-libde265"
            return (
                "no-heic-reader", ("この機械では HEIC の写真を読めません。", installing(package).ja),
                ("HEIC photos cannot be read on this machine.", installing(package).en)
            )
        case .engineFailed(let program, let number):
            let reason = reason(number)
            return (
                "engine-failed", ("「\(program)」を起動できません: \(reason)", installing("--reinstall \(Engine.package)").ja),
                ("“\(program)” does not start: \(reason).", installing("--reinstall \(Engine.package)").en)
            )
        case .cacheFailed(let path, ENOSPC):
            return (
                "cache-full", ("「\(path)」に空きがありません。", "空きを作ってから、もう一度実行してください。"),
                ("There is no room in “\(path)”.", "Make room and run this again.")
            )
        case .cacheFailed(let path, let number):
            let reason = reason(number)
            return (
                "cache-failed", ("できた写真を「\(path)」に置けません: \(reason)", "フォルダーの権限を確かめてください。"),
                ("Finished photos cannot be put into “\(path)”: \(reason).", "Check the permissions of the folder.")
            )
        default: return wordsAboutPhoto
        }
    }
}

extension DrawingFault {
    /// A warning: pages are shared without pictures of their own.
    package func diagnostic(_ language: MessageLanguage) -> Diagnostic {
        let words = words
        return Diagnostic(
            .warning, code: "cards/\(words.slug)", file: "content/guide.md",
            message: language.pick(words.ja.0, words.en.0), remedy: language.pick(words.ja.1, words.en.1))
    }

    private var words: (slug: String, ja: (String, String), en: (String, String)) {
        switch self {
        case .engineMissing:
            let remedy = installing(Engine.package)
            return (
                "engine-missing",
                ("共有カードを描く vipsthumbnail がないので、どのページも同じ絵のカードになります。", remedy.ja),
                (
                    "vipsthumbnail, which draws the cards for sharing, is not there: all pages get the same one.",
                    remedy.en
                )
            )
        case .noJapaneseFont:
            let remedy = installing("fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho")
            return (
                "no-japanese-font", ("日本語の書体がないので、どのページも同じ絵のカードになります。", remedy.ja),
                ("There is no Japanese font to draw the cards for sharing with: all pages get the same one.", remedy.en)
            )
        case .notDrawn(let detail):
            let remedy = installing("--reinstall \(Engine.package)")
            return (
                "not-drawn", ("共有カードを描けませんでした（\(detail)）。", remedy.ja),
                ("The cards for sharing could not be drawn (\(detail)).", remedy.en)
            )
        case .cacheFailed(let path, let number):
            let reason = reason(number)
            return (
                "cache-failed", ("できた共有カードを「\(path)」に置けません: \(reason)", "フォルダーの権限と空きを確かめてください。"),
                ("Finished cards cannot be put into “\(path)”: \(reason).", "Check the folder's permissions and room.")
            )
        }
    }
}

private func installing(_ package: String) -> (ja: String, en: String) {
    (
        "次のコマンドで入れてから、もう一度実行してください: sudo apt install \(package)",
        "Install it and run this again: sudo apt install \(package)"
    )
}

private func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

/// Rounded up: what is over the limit must not seem to be at it.
private func megabytes(_ bytes: Int) -> Int { (bytes + 999_999) / 1_000_000 }

/// What a typesetter needs for one work: data, pictures and templates, as files of a working folder.

import Encoding
import Templates

package struct Materials: Sendable {
    /// The path of the template to set, below the working folder.
    package var template: String
    /// `book.json`
    package var data: JSON
    /// Everything else, by path below the working folder.
    package var files: [(path: String, bytes: [UInt8])] = []
    /// Photos on the disk, to be copied: path below the working folder, and where the prepared picture is.
    package var photos: [(path: String, source: String)] = []
    var inks: PhotoInks = .asPrepared
    package var paper: Paper
    /// nil: as it comes from the typesetter.
    package var shop: PrintShop?
    /// The file is for the account alone that makes it.
    package var isConfidential = false

    /// What the imposition needs to know.
    func booklet(ofPages count: Int) -> JSON {
        [
            "pages": .integer(count), "width": .number(paper.width), "height": .number(paper.height),
            "title": data["guide"]?["title"] ?? "",
        ]
    }
}

/// Why a work cannot be made from this guide.
package enum WorkFault: Error, Sendable, Equatable {
    case noArea(String, known: [String])
    case noPlace(Int)
    case noEvent(String, known: [String])
    case noIssue(String, known: [String])
    case howMany(Int)
    case cannotBeFolded
    case surveyWithoutFile
    case surveyInSite(String)
    case unknownInSurvey([String])
    case noTemplate(String)
    /// Words that name no work, or not what it needs.
    case unknownWork(String, nearest: String?)
    case notANumber(String)
    case reportWithoutDay
    case oneFileForMany(Int)
    case bookletForPress
    case onlyForPress
}

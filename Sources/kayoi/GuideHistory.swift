/// The guide as it was on an earlier day, where its folder is kept with git.

import Book
import FrontMatter
import Guide
import Publication
import Recurrence

enum GuideHistory {
    /// What was published before a day began; nil where there is no history that goes back so far.
    static func publication(of guide: String, before day: Day) -> Publication? {
        guard let folder = try? WorkingFolder(),
            ChildProcess.run("sh", ["-c", script, "sh", guide, day.iso, folder.path], in: ".") == 0,
            let earlier = try? Guidebook(contentsOf: GuideFolder(root: folder.path), on: day)
        else { return nil }
        return earlier.publication(on: day)
    }

    /// The texts of the last commit before the day; photos would be many and are not compared.
    ///
    /// Git runs programs that a repository's settings name. Files of a guide can look like a repository, settings and all, so
    /// only one is believed that stands in a `.git`, and nothing is fetched that is not there: large files of LFS stay
    /// pointers, for its filter would ask its server.
    private static let script = """
        set -e
        export GIT_ALLOW_PROTOCOL=none GIT_NO_LAZY_FETCH=1 GIT_LFS_SKIP_SMUDGE=1
        git() { command git -c safe.bareRepository=explicit -c core.fsmonitor=false -c core.hooksPath=/dev/null "$@"; }
        commit=$(git -C "$1" rev-list -1 --before="$2 00:00" HEAD)
        git -C "$1" archive --format=tar -o "$3/guide.tar" "$commit" content ':(exclude)content/photos'
        tar -xf "$3/guide.tar" -C "$3"
        """
}

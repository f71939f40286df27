/// 活動 in guide.md: the guide's activities, their groups, pictograms and synonyms.

import FrontMatter
import Publication

enum Vocabulary {
    private static let groupKeys = KeySet([.group, .latinName, .activities])

    /// Groups of activities; a plain list of words is one group without a name.
    static func read(_ fields: Fields, _ findings: inout Findings) -> ([ActivityGroup], [Activity]) {
        guard let sequence = fields.node(.activities)?.sequence else { return ([], []) }
        var groups: [ActivityGroup] = []
        var activities: [Activity] = []
        var loose = ActivityGroup()
        for item in sequence {
            guard let mapping = item.mapping else {
                loose.activities.append(activities.count)
                activities.append(Activity(word: item, &findings))
                continue
            }
            let own = Fields(mapping, groupKeys, &findings)
            var group = ActivityGroup()
            group.name = own.text(.group, &findings)
            group.latinName = own.text(.latinName, &findings)
            for word in own.node(.activities)?.sequence.map(Array.init) ?? [] {
                group.activities.append(activities.count)
                activities.append(Activity(word: word, &findings))
            }
            groups.append(group)
        }
        if !loose.activities.isEmpty { groups.append(loose) }
        return (groups, activities)
    }

    /// An address for each: its English name, else a code of its name that stays the same from build to build.
    static func giveIDs(to activities: [Activity]) -> [Activity] {
        var taken: Set<String> = []
        /// The next number to try for each address that several want.
        var copies: [String: Int] = [:]
        return activities.map { activity in
            var activity = activity
            let slug = slug(of: activity.latinName)
            // Not every English name can be that of a page on every system: con, index, one of three hundred letters.
            let isUsable = !slug.isEmpty && RecordFile.isUsable(name: "activities/\(slug).md")
            let base = isUsable ? slug : "a-" + stableCode(of: activity.name)
            activity.id = base
            while !taken.insert(activity.id).inserted {
                let copy = copies[base] ?? 2
                activity.id = "\(base)-\(copy)"
                copies[base] = copy + 1
            }
            return activity
        }
    }

    private static func slug(of name: String) -> String {
        let words = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.joined(separator: "-")
    }

    /// FNV-1a, 32 bits.
    private static func stableCode(of name: String) -> String {
        let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return String(hash, radix: 16)
    }
}

extension Activity {
    init(named name: String) {
        self.init()
        self.name = name
    }

    fileprivate init(word: Node, _ findings: inout Findings) {
        self.init()
        guard let mapping = word.mapping else {
            name = (word.text ?? "").trimmed
            return
        }
        let own = Fields(mapping, KeySet.activity, &findings)
        name = own.required(.name, &findings).value
        latinName = own.text(.latinName, &findings)
        pictogram = own.text(.pictogram, &findings)
        synonyms = own.texts(.synonyms, &findings)
    }
}

extension KeySet {
    fileprivate static let activity = KeySet([.name, .latinName, .pictogram, .synonyms])
}

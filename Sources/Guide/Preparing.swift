/// What is the same for every guide.

import Recurrence

extension Guidebook {
    /// Makes the tables that reading needs: words of schedules, holidays, names of fields. They are made in any case when
    /// they are first asked for; of a small guide's reading that is a tenth, which can be done while its folder is looked at.
    package static func prepare() {
        _ = Schedule(reading: "毎週火曜日 10:00〜11:00（祝日は休み）", defaults: ScheduleDefaults(editionYear: 2026))
        _ = RecordReader.keyNames
        _ = Place.keys
    }
}

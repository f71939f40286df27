/// Makes the survey sheets (調査票) from a guide: everything on record, save the council's own notes, which are not for the
/// people of the place either.

import Geography
import Publication
import Recurrence
import Survey

extension Guidebook {
    /// What is on record of the places that have neither refused nor ended.
    ///
    /// - Parameter chosen: ids of areas or numbers of places; nil where one of them does not exist. Empty: all.
    package func survey(on today: Day, of chosen: [String] = []) -> Survey? {
        var asked = places.indices.filter { ![.refused, .ended].contains(places[$0].record.consent?.state) }
        if !chosen.isEmpty {
            let known = Set(areas.map(\.record.id)).union(asked.compactMap(numberText))
            guard chosen.allSatisfy(known.contains) else { return nil }
            asked = asked.filter { isChosen($0, among: Set(chosen)) }
        }
        var survey = Survey(today: today)
        survey.guide = facts.published
        let byArea = Dictionary(grouping: asked) { relations.areas[$0].first }
        let order = areas.indices.sorted { areaKey($0) < areaKey($1) }.map(Optional.some) + [nil]
        survey.rounds = order.compactMap { area in byArea[area].map { round(area, $0) } }
        return survey
    }

    private func numberText(_ place: Int) -> String? { places[place].record.number.map { String($0.value) } }

    private func isChosen(_ place: Int, among chosen: Set<String>) -> Bool {
        numberText(place).map(chosen.contains) ?? false
            || relations.belongsTo[place].contains { chosen.contains(areas[$0].record.id) }
    }

    /// Areas in the order of their lowest numbers, as in the printed guide.
    private func areaKey(_ area: Int) -> (Int, String) {
        let numbers = places.indices.filter { relations.areas[$0].first == area }
            .compactMap { places[$0].record.number?.value }
        return (numbers.min() ?? .max, areas[area].record.id)
    }

    private func round(_ area: Int?, _ places: [Int]) -> SurveyRound {
        var round = SurveyRound()
        if let area {
            round.area = areas[area].record.name.value
            round.coordinators = areas[area].record.coordinators.map(\.surveyed)
        }
        round.sheets = walk(places).map(sheet)
        return round
    }

    /// From the lowest number always on to the nearest place that is left; places without a position at the end.
    private func walk(_ places: [Int]) -> [Int] {
        func number(_ place: Int) -> Int { self.places[place].record.number?.value ?? .max }
        var rest = places.sorted { (number($0), self.places[$0].path) < (number($1), self.places[$1].path) }
        var walk: [Int] = []
        var here: Coordinate?
        while !rest.isEmpty {
            let next = rest.indices.min { distance(here, to: rest[$0]) < distance(here, to: rest[$1]) } ?? 0
            let place = rest.remove(at: next)
            here = position(of: place) ?? here
            walk.append(place)
        }
        return walk
    }

    private func position(of place: Int) -> Coordinate? {
        places[place].record.gatherings.lazy.compactMap { $0.position?.value }.first
    }

    /// In metres; before the first step and to a place without a position the order decides.
    private func distance(_ here: Coordinate?, to place: Int) -> Double {
        guard let there = position(of: place) else { return .infinity }
        return here.map { $0.distance(to: there) } ?? 0
    }

    private func sheet(_ index: Int) -> SurveySheet {
        let record = places[index].record
        var sheet = SurveySheet()
        sheet.number = record.number?.value
        sheet.name = record.name.value
        sheet.reading = record.reading
        sheet.consent = SurveyConsent(record.consent)
        sheet.gatherings = record.gatherings.map { SurveyGathering($0, shown: record.positionShown?.value) }
        sheet.audience = record.audience
        sheet.capacity = record.capacity
        sheet.fee = record.fee.text
        sheet.booking = record.booking
        sheet.bring = record.bring
        sheet.activities = record.activities.map(\.value)
        sheet.access = record.access
        sheet.contacts = record.contacts.map(\.surveyed)
        sheet.photos = record.photos.map { $0.description.isEmpty ? $0.file.value : $0.description }
        sheet.verified = record.verified?.value
        if record.isPublished, let number = sheet.number {
            sheet.address = facts.published.address(ofPlace: number)
        }
        return sheet
    }
}

extension Contact {
    fileprivate var surveyed: SurveyContact {
        var contact = SurveyContact()
        contact.name = name
        contact.telephone = telephone
        contact.fax = fax
        contact.mail = mail
        contact.isPublic = isPublic
        return contact
    }
}

extension SurveyConsent {
    fileprivate init(_ consent: Consent?) {
        self.init()
        guard let consent else { return }
        state = consent.state == .agreed ? .agreed : .pending
        asked = consent.asked
        by = consent.by
    }
}

extension SurveyGathering {
    fileprivate init(_ gathering: Gathering, shown: PositionShown?) {
        self.init()
        venue = gathering.venue
        address = gathering.address
        schedule = gathering.schedule?.written ?? ""
        switch shown ?? (gathering.isHome ? .approximate : .exact) {
        case .exact: position = .exact
        case .approximate: position = .approximate
        case .areaOnly: position = .area
        case .none: position = .hidden
        }
        if gathering.position == nil { position = .unknown }
    }
}

/// What a site has in common with the one before it, where only some places are other.

import Publication

extension Site {
    /// The agenda and the links between records, where those places leave them as they were.
    ///
    /// - Parameter changed: the places of a publication that may be other than in this site's, all else being the same.
    func kept(in publication: Publication, _ changed: [PlaceIndex]) -> (agenda: Agenda, relations: Crosslinks)? {
        guard publication.today == agenda.today else { return nil }
        let isSame = changed.allSatisfy { index in
            let (old, new) = (self.publication.places[index], publication.places[index])
            return agenda.isRight(for: new, at: index) && relations.areSame(for: new, as: old)
        }
        return isSame ? (agenda, relations) : nil
    }
}

extension Crosslinks {
    fileprivate func areSame(for new: PublishedPlace, as old: PublishedPlace) -> Bool {
        (new.number, new.name, new.reading) == (old.number, old.name, old.reading)
            && new.foundThrough == old.foundThrough && new.access == old.access
    }
}

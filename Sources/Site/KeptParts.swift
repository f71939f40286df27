/// What a site has in common with the one before it, where only some places are other.

import Publication

extension Site {
    /// The agenda, where those places meet as they did.
    ///
    /// - Parameter changed: the places of a publication that may be other than in this site's, all else being the same.
    func agenda(for publication: Publication, _ changed: [PlaceIndex]) -> Agenda? {
        guard publication.today == agenda.today else { return nil }
        return changed.allSatisfy { agenda.isRight(for: publication.places[$0], at: $0) } ? agenda : nil
    }

    /// The links between records, where those places leave them as they were.
    func relations(for publication: Publication, _ changed: [PlaceIndex]) -> Crosslinks? {
        let isSame = changed.allSatisfy { index in
            let (old, new) = (self.publication.places[index], publication.places[index])
            return new.number == old.number && new.relations.foundThrough == old.relations.foundThrough
                && new.access == old.access
        }
        return isSame ? relations.kept(exceptNamesOf: changed) : nil
    }
}

/// What a site has in common with the one before it.

import Publication

extension Site {
    /// The agenda, where all places meet as they did.
    func agenda(for publication: Publication) -> Agenda? {
        guard publication.today == agenda.today, let others = others(in: publication) else { return nil }
        return others.allSatisfy { agenda.isRight(for: publication.places[$0], at: $0) } ? agenda : nil
    }

    /// The links between records, where they are as they were.
    func relations(for publication: Publication) -> Crosslinks? {
        guard let others = others(in: publication),
            publication.stories.elementsEqual(self.publication.stories, by: { $0.places == $1.places })
        else { return nil }
        let isSame = others.allSatisfy { index in
            let (old, new) = (self.publication.places[index], publication.places[index])
            return new.number == old.number && new.relations.foundThrough == old.relations.foundThrough
                && new.access == old.access
        }
        return isSame ? relations.kept(exceptNamesOf: others) : nil
    }

    /// The places of a publication that are not this one's; nil where there are more or fewer.
    private func others(in publication: Publication) -> [PlaceIndex]? {
        let (old, new) = (self.publication.places, publication.places)
        return old.count == new.count ? new.indices.filter { new[$0] !== old[$0] } : nil
    }
}

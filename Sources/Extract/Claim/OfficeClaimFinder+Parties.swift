import Graph

/// Offices of parties, and what a party tells of other offices.
extension OfficeClaimFinder {
  /// The body that a party's word or letter gives an office: the party for "Conservative leader", the state for "Sen. Ann
  /// Reed, D-N.H.".
  func partyBody(of use: EntityMention.TitleUse, at index: Int) -> Body? {
    guard let membership = memberships[index] else { return nil }
    if isOfParty(use.title) {
      let name = entities.mentions[index].mention
      guard membership.tokens.lowerBound < name.tokens.lowerBound,
        use.tokens.upperBound <= name.tokens.lowerBound
      else { return nil }
      return body(membership.party)
    }
    guard isElected(use.title), let place = membership.place else { return nil }
    return body(place)
  }

  /// The body of an office, unless that is the party of who was elected: "Likud lawmaker Ana Lind", "Minister Kurt Lind
  /// of Fine Gael".
  func withoutParty(_ body: Int?, of use: EntityMention.TitleUse) -> Int? {
    guard let body, isElected(use.title) || use.title.rank == "minister",
      gazetteer.place(of: entities.entities[body].id).map(gazetteer.parties.parties.contains)
        == true
    else { return body }
    return nil
  }

  /// The country of the party of who was elected, where the text names it: "Labour MP Kurt Lind".
  func partyCountry(of use: EntityMention.TitleUse, at index: Int) -> Body? {
    guard isElected(use.title), use.title.office?.contains("candidate") != true,
      let party = memberships[index].flatMap({ gazetteer.thing($0.party) }),
      let country = party.country, let named = entities.index(of: country)
    else { return nil }
    return .entity(named)
  }

  private func body(_ id: NodeID) -> Body {
    entities.index(of: id).map { .entity($0) } ?? .thing(id)
  }

  /// An office of a party, not of a state or parliament: "leader", "whip", but not "majority leader".
  private func isOfParty(_ title: TitleTable.Title) -> Bool {
    let words = title.office?.split(separator: " ") ?? []
    return gazetteer.words.isOfParty(title.office)
      && !words.contains { Self.parliamentWords.contains(String($0)) }
  }

  /// Offices of those who are elected for a place, or want to be.
  private func isElected(_ title: TitleTable.Title) -> Bool {
    guard let office = title.office, let last = office.split(separator: " ").last else {
      return false
    }
    return [office, String(last)].contains { gazetteer.words.noun($0, is: .elected) }
      && !office.contains("bank")
  }

  /// Words of offices that a parliament has, whichever party holds them.
  private static let parliamentWords: Set<String> = ["majority", "minority", "opposition"]
}

import Graph

/// Who of a document's persons holds which office, by the titles that stand with names and by the gazetteer.
struct OfficeHolders {
  /// One person in one office.
  struct Holder: Hashable {
    let person: Int
    let office: String
    /// The node type that the office gives: leader, minister, official.
    let rank: String
    /// The country or body.
    let body: NodeID?
    let isFormer: Bool
    /// Whether only the gazetteer tells it, not the text.
    var isListed = false
  }

  private(set) var holders: [Holder] = []

  init(
    gazetteer: Gazetteer, entities: DocumentEntities, findings: [OfficeClaimFinder.Finding],
    published: TimeSpan?
  ) {
    var seen: Set<Holder> = []
    func add(_ holder: Holder) {
      if seen.insert(holder).inserted { holders.append(holder) }
    }
    for finding in findings {
      let body: NodeID =
        switch finding.body {
        case .entity(let index): entities.entities[index].id
        case .thing(let id): id
        }
      add(
        Holder(
          person: finding.person, office: finding.office, rank: finding.rank, body: body,
          isFormer: finding.isFormer))
    }
    // Titles without a country, "President Ruto".
    for mention in entities.mentions {
      for use in mention.titles {
        guard let office = use.title.office else { continue }
        add(
          Holder(
            person: mention.entity, office: office, rank: use.title.rank, body: nil,
            isFormer: use.isFormer))
      }
    }
    guard let published else { return }
    for (index, entity) in entities.entities.enumerated() {
      guard let thing = entity.thing, entity.id.nodeClass == "person" else { continue }
      for tenure in gazetteer.things[thing].offices {
        guard let term = tenure.term, let title = gazetteer.titles.title(tenure.office),
          term.firstDay <= published.lastDay
        else { continue }
        add(
          Holder(
            person: index, office: title.office ?? tenure.office, rank: title.rank,
            body: tenure.body,
            isFormer: term.lastDay != .max && term.lastDay < published.firstDay, isListed: true))
      }
    }
  }

  /// The persons whom a title describes, in the order of the text: those of that office, or of that rank where
  /// the title names none ("the minister", "the leader"); of `body` where it is given. Where only `stated` ones count, those
  /// whom the text itself gives the title, if there are such.
  func persons(
    _ title: TitleTable.Title, of body: NodeID?, isFormer: Bool, stated isStated: Bool = false
  ) -> [Int] {
    guard let office = title.office else { return [] }
    var persons: [Int] = []
    var stated: [Int] = []
    for holder in holders where holder.isFormer == isFormer {
      guard matches(holder, office: office, rank: title.rank) else { continue }
      if let body, holder.body != body { continue }
      if !persons.contains(holder.person) { persons.append(holder.person) }
      if !holder.isListed, !stated.contains(holder.person) { stated.append(holder.person) }
    }
    return isStated && !stated.isEmpty ? stated : persons
  }

  private func matches(_ holder: Holder, office: String, rank: String) -> Bool {
    if holder.office == office { return true }
    switch office {
    case "leader": return holder.rank == "leader"
    case "minister": return holder.rank == "minister" && holder.office.hasSuffix("minister")
    case "secretary", "ambassador", "envoy", "spokesman", "spokeswoman", "general":
      return holder.office.hasSuffix(" " + office) && !holder.office.hasPrefix("deputy")
        || office == "secretary" && holder.office.hasPrefix("secretary")
    default: return false
    }
  }

  /// The offices of a person, past ones left out.
  func offices(of person: Int) -> [Holder] {
    holders.filter { $0.person == person && !$0.isFormer }
  }
}

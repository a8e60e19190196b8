import Graph
import Language

/// Whose office a title is that a pronoun or description stands before: "its ambassador in Belgrade, Ivo Kranjc" is the
/// country's, so is "the kingdom's spy chief"; "his foreign minister" is that of the country which he governs.
struct OfficePossessors {
  let table: TokenTable
  let entities: DocumentEntities
  let holders: OfficeHolders
  private let anaphorAt: [Int: [Int]]
  /// The persons whose names end at a token, before "'s".
  private let ownerAt: [Int: Int]

  /// The owners of titles in a text whose pronouns are resolved.
  init(table: TokenTable, entities: DocumentEntities, holders: OfficeHolders) {
    self.table = table
    self.entities = entities
    self.holders = holders
    anaphorAt = entities.anaphorsByHead
    var owners: [Int: Int] = [:]
    for mention in entities.mentions {
      let end = mention.mention.tokens.upperBound
      guard end < table.count, ["'s", "'"].contains(table.lower[end]),
        entities.entities[mention.entity].id.nodeClass == "person"
      else { continue }
      owners[end - 1] = mention.entity
    }
    ownerAt = owners
  }

  /// The country or body that the possessive pronoun, description or name at `token` stands for, or that the person
  /// whom it stands for leads. Who serves a person (`isStaff`) serves the body of any office.
  func body(at token: Int, isStaff: Bool = false) -> OfficeClaimFinder.Body? {
    guard let owner = owner(at: token) else { return nil }
    if let tenure = tenure(of: owner) {
      return isStaff || tenure.rank == "leader" ? body(tenure.body) : nil
    }
    return ["country", "organization", "region"].contains(entities.entities[owner].type)
      ? .entity(owner) : nil
  }

  /// The country or body that a person serves, whose servants serve it too.
  func body(servedBy person: Int) -> OfficeClaimFinder.Body? {
    guard entities.entities[person].id.nodeClass == "person" else { return nil }
    return tenure(of: person).flatMap { body($0.body) }
  }

  /// The bodies of the two whom "their" stands for, who may be persons that serve them, in the order in which the text named
  /// those last.
  func bodies(ofPairAt token: Int) -> [OfficeClaimFinder.Body]? {
    guard table.lower[token] == "their", let pair = anaphorAt[token], pair.count == 2 else {
      return nil
    }
    let named = pair.compactMap { owner -> (start: Int, body: OfficeClaimFinder.Body)? in
      let start = entities.mentions.last {
        $0.entity == owner && $0.mention.tokens.lowerBound < token
      }?.mention.tokens.lowerBound
      let body =
        body(servedBy: owner) ?? (entities.entities[owner].type == "country" ? .entity(owner) : nil)
      guard let start, let body else { return nil }
      return (start, body)
    }
    return named.count == 2 ? named.sorted { $0.start < $1.start }.map(\.body) : nil
  }

  /// The highest office, first told, of the person whom the possessive pronoun or name at `token` stands for, with its
  /// body.
  func office(at token: Int) -> (holder: OfficeHolders.Holder, body: OfficeClaimFinder.Body)? {
    guard let owner = owner(at: token), let tenure = tenure(of: owner), let body = body(tenure.body)
    else { return nil }
    return (tenure, body)
  }

  private func owner(at token: Int) -> Int? {
    if let owner = ownerAt[token] { return owner }
    guard let owners = anaphorAt[token], owners.count == 1,
      Self.pronouns.contains(table.lower[token])
        || token + 1 < table.count && ["'s", "'"].contains(table.lower[token + 1])
    else { return nil }
    return owners[0]
  }

  private static let pronouns: Set<String> = ["its", "his", "her", "their"]

  private func tenure(of person: Int) -> OfficeHolders.Holder? {
    let tenures = holders.offices(of: person).filter { $0.body != nil }
    return tenures.first { $0.rank == "leader" } ?? tenures.first
  }

  private func body(_ id: NodeID?) -> OfficeClaimFinder.Body? {
    guard let id else { return nil }
    return entities.index(of: id).map { .entity($0) } ?? .thing(id)
  }
}

/// A relation between two nodes: one happening or one standing fact, with every sentence that states it.
///
/// All but the ends and the evidence follows from the evidence, so that an edge says nothing that no
/// sentence says.
public struct Edge: Hashable, Sendable {
  /// A hash of type, ends, time and topic; never of the status, which may change as a corpus grows.
  public let id: String
  /// Where it starts; of a symmetric relation, the end whose id comes first.
  public let source: NodeID
  /// The relation's name in the ontology.
  public let type: String
  /// Where it leads.
  public let target: NodeID
  /// What the newest document's leading sentence says.
  public let status: Status
  /// The most precise time that a sentence gives.
  public let time: TimeSpan?
  /// Where it happens: one node, or the alternatives.
  public let place: [NodeID]
  /// On the sidelines of what, or within what.
  public let occasion: [NodeID]
  /// What a conflict is about: a node's id, or words.
  public let over: String?
  /// What is negotiated, agreed, asked for.
  public let topic: String?
  /// The office, for `holds-office`; several are joined by "; ".
  public let office: String?
  /// Whether the office is a past one.
  public let former: Bool
  /// The sentences, in the order of document ids and places, with the nodes that their names stand for; never
  /// empty.
  public let evidence: [Evidence]
  /// The statements as the documents make them, each with its document's own ids, in the order of the evidence.
  public let claims: [Claim]

  /// The edge that the given statements make.
  ///
  /// `evidence` is in canonical order, and not empty; `leading` is the same with the newest
  /// document's first, inside a document in the order of the text.
  init(
    source: NodeID, type: String, target: NodeID, identity: String, evidence: [Evidence],
    leading: [Evidence], claims: [Claim]
  ) {
    precondition(!evidence.isEmpty, "an edge has evidence")
    self.source = source
    self.type = type
    self.target = target
    self.evidence = evidence
    self.claims = claims
    id = StableHash.hexadecimal([type, source.rawValue, target.rawValue, identity])
    status = leading[0].status
    time = leading.compactMap(\.time).min { $0.length < $1.length }
    place = leading.lazy.map(\.place).first { !$0.isEmpty } ?? []
    occasion = leading.lazy.map(\.occasion).first { !$0.isEmpty } ?? []
    over = leading.lazy.compactMap(\.over).first
    topic = leading.lazy.compactMap(\.topic).first
    var offices: [String] = []
    for office in leading.compactMap(\.office) where !offices.contains(office) {
      offices.append(office)
    }
    office = offices.isEmpty ? nil : offices.joined(separator: "; ")
    former = leading[0].former
  }
}

extension Edge {
  /// The canonical order: by source, relation, target, first day (undated ones last), then id.
  func precedes(_ other: Edge) -> Bool {
    if source != other.source { return source < other.source }
    if type != other.type { return type.utf8Precedes(other.type) }
    if target != other.target { return target < other.target }
    let days = (time?.firstDay ?? .max, other.time?.firstDay ?? .max)
    return days.0 != days.1 ? days.0 < days.1 : id.utf8Precedes(other.id)
  }

  /// Whether the text has the form of an edge's id: 16 hexadecimal digits.
  public static func isID(_ text: String) -> Bool {
    text.utf8.count == 16 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }
}

/// A hash that is the same in every process and on every machine.
enum StableHash {
  /// 64 bits as 16 hexadecimal digits, of the parts with a separator after each
  /// (FNV-1a; Fowler, Noll, Vo, draft-eastlake-fnv).
  static func hexadecimal(_ parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x1f) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

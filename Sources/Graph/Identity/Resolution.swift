/// Which documents' names are one node, and why: what `NodeResolver` finds.
///
/// Inside a document an id is all that is known of a thing. Over the whole set of statements some of these
/// ids turn out to name one thing, and one id may turn out to name several.
public struct Resolution: Hashable, Sendable {
  /// A thing as one document names it.
  public struct Local: Hashable, Comparable, Sendable {
    /// The document's id.
    public let document: String
    /// The id that the document alone gives the thing.
    public let id: NodeID

    /// By document, then by id.
    public static func < (a: Local, b: Local) -> Bool {
      a.document != b.document ? a.document.utf8Precedes(b.document) : a.id < b.id
    }
  }

  /// A name that could be one of several nodes, and was left apart.
  public struct Ambiguity: Hashable, Sendable {
    /// The name in its document.
    public let local: Local
    /// The name as it is written.
    public let name: String
    /// The nodes that it could be, ascending; two at least.
    public let candidates: [NodeID]
  }

  /// The node of a name where that isn't the name's own id.
  public internal(set) var nodes: [Local: NodeID] = [:]
  /// Why a name stands for its node; names that merely spell their node's id have no entry.
  public internal(set) var rules: [Local: String] = [:]
  /// Labels of nodes that no document's name alone gives.
  var labels: [NodeID: String] = [:]
  /// What was left apart, in the order of documents.
  public internal(set) var ambiguities: [Ambiguity] = []

  /// The node that `id` stands for in the document.
  public func node(_ id: NodeID, in document: String) -> NodeID {
    nodes.isEmpty ? id : nodes[Local(document: document, id: id)] ?? id
  }

  /// The evidence with the nodes that its document's names stand for.
  func resolved(_ evidence: Evidence) -> Evidence {
    guard !nodes.isEmpty,
      !evidence.place.isEmpty || !evidence.occasion.isEmpty || evidence.over != nil
        || evidence.attribution != nil
    else { return evidence }
    var result = evidence
    let document = evidence.document
    let word = { (text: String?) in
      text.map { text in
        NodeID(rawValue: text).map { node($0, in: document).rawValue } ?? text
      }
    }
    result.place = evidence.place.map { node($0, in: document) }
    result.occasion = evidence.occasion.map { node($0, in: document) }
    result.over = word(evidence.over)
    result.attribution = word(evidence.attribution)
    return result
  }
}

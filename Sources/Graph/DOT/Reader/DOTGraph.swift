/// The graph that DOT describes, as Graphviz understands it: nodes by name, edges between each pair of what a
/// statement joins, attributes with their defaults.
///
/// Nodes and edges are numbered in the order in which the text first names them. All is kept in flat arrays; values
/// are read from the text when they are asked for.
public struct DOTGraph: Sendable {
  /// An edge: where it starts and ends.
  public struct Edge: Hashable, Sendable {
    /// The number of the first node.
    public let tail: Int
    /// The number of the second node.
    public let head: Int
  }

  struct NodeRecord {
    var defaults: Int32
    var own: Int32
    /// The index of the statement's part that first names it.
    var part: UInt32
  }

  struct EdgeRecord {
    var tail: UInt32
    var head: UInt32
    var defaults: Int32
    var own: Int32
    /// The index of the statement's part.
    var part: UInt32
    /// The indices of the parts that name its ends; 0 for an end that a subgraph brings.
    var tailPart: UInt32
    var headPart: UInt32
  }

  /// A step of a chain of attributes, the last given first.
  struct Assignment {
    let name: UInt32
    /// The index of the value's part.
    let value: UInt32
    /// The index of the assignment before it; -1 for none.
    let previous: Int32
  }

  let syntax: DOTSyntax
  /// Whether edges have a direction.
  public internal(set) var isDirected = false
  /// Whether two nodes have one edge at most.
  public internal(set) var isStrict = false
  var namePart: Int?
  var part = 0
  var nodeNames = DOTNameTable()
  var attributeNames = DOTNameTable()
  var nodes: [NodeRecord] = []
  var edgeRecords: [EdgeRecord] = []
  var assignments: [Assignment] = []
  /// The last of the graph's own attributes; -1 for none.
  var own: Int32 = -1

  /// The graph's name; nil where it has none.
  public var name: String? { namePart.map { String(decoding: syntax.value($0), as: UTF8.self) } }
  /// How many nodes there are.
  public var nodeCount: Int { nodes.count }
  /// How many edges there are.
  public var edgeCount: Int { edgeRecords.count }

  /// The name of the node of that number.
  public func name(ofNode node: Int) -> String { text(nodeNames[node]) }

  /// The number of the node of that name.
  public func node(named name: String) -> Int? { nodeNames.existing(name.utf8) }

  /// The edge of that number.
  public func edge(_ edge: Int) -> Edge {
    Edge(tail: Int(edgeRecords[edge].tail), head: Int(edgeRecords[edge].head))
  }

  /// The value of a node's attribute, its own or the default; nil where there is neither.
  public func attribute(_ name: String, ofNode node: Int) -> String? {
    value(name, in: nodes[node].own) ?? value(name, in: nodes[node].defaults)
  }

  /// The value of an edge's attribute, its own or the default; nil where there is neither.
  public func attribute(_ name: String, ofEdge edge: Int) -> String? {
    value(name, in: edgeRecords[edge].own) ?? value(name, in: edgeRecords[edge].defaults)
  }

  /// The value of an attribute of the graph itself.
  public func attribute(_ name: String) -> String? { value(name, in: own) }

  /// The bytes of the text that the statement of an edge takes.
  public func range(ofEdge edge: Int) -> Range<Int> { range(Int(edgeRecords[edge].part)) }

  /// The bytes of the text that the node's first statement takes.
  public func range(ofNode node: Int) -> Range<Int> { range(Int(nodes[node].part)) }

  /// The port at an edge's end, as `p` or `p:ne`; nil for none.
  public func port(ofEdge edge: Int, atHead: Bool) -> String? {
    let record = edgeRecords[edge]
    let part = Int(atHead ? record.headPart : record.tailPart)
    guard part > 0 else { return nil }
    let name = part + 1
    let port = Int(syntax.parts[name].next)
    guard port < Int(syntax.parts[part].next) else { return nil }
    var ports = [text(syntax.value(port)[...])]
    let compass = Int(syntax.parts[port].next)
    if compass < Int(syntax.parts[part].next) { ports.append(text(syntax.value(compass)[...])) }
    return ports.joined(separator: ":")
  }

  private func range(_ part: Int) -> Range<Int> {
    Int(syntax.parts[part].start)..<Int(syntax.parts[part].end)
  }

  /// A label as it is written, and whether it is HTML-like.
  func label(ofNode node: Int) -> (text: String, isMarkup: Bool)? {
    label(valuePart("label", in: nodes[node].own) ?? valuePart("label", in: nodes[node].defaults))
  }

  /// Likewise of an edge.
  func label(ofEdge edge: Int) -> (text: String, isMarkup: Bool)? {
    let record = edgeRecords[edge]
    return label(valuePart("label", in: record.own) ?? valuePart("label", in: record.defaults))
  }

  private func label(_ part: Int?) -> (text: String, isMarkup: Bool)? {
    part.map { (text(syntax.value($0)[...]), syntax.parts[$0].kind == .html) }
  }

  private func value(_ name: String, in chain: Int32) -> String? {
    valuePart(name, in: chain).map { text(syntax.value($0)[...]) }
  }

  /// The part that gives the attribute its last value.
  private func valuePart(_ name: String, in chain: Int32) -> Int? {
    guard chain >= 0, let number = attributeNames.existing(name.utf8) else { return nil }
    var index = chain
    while index >= 0 {
      let assignment = assignments[Int(index)]
      if assignment.name == UInt32(number) { return Int(assignment.value) }
      index = assignment.previous
    }
    return nil
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// DOT as it is written: the text, and what each part of it is. Nothing of the text is lost.
///
/// The parts stand in the order of the text, each before what it holds, in one flat array: a file of a million
/// statements is a million short records, and no nesting is too deep. What lies between parts is blanks,
/// punctuation and comments.
public struct DOTSyntax: Sendable {
  /// What a part is.
  public enum Kind: UInt8, Sendable {
    /// A whole graph: its name, where it has one, then its statements.
    case graph
    /// A subgraph: likewise. It stands for its nodes.
    case subgraph
    /// A statement of nodes: each, then attributes.
    case nodes
    /// A statement of edges: what they join (nodes, subgraphs), then attributes.
    case edges
    /// A statement of a subgraph: the subgraph, then attributes, which say nothing.
    case group
    /// `graph`, `node` or `edge` with attributes, for all of its kind from here on.
    case defaults
    /// An attribute of the graph or subgraph around it.
    case assignment
    /// A node that a statement names: its name, then a port, then a point of the compass.
    case node
    /// A name and a value.
    case attribute
    /// A word or a number as it is.
    case name
    /// A string in quotation marks.
    case quoted
    /// A string in angle brackets.
    case html
    /// Strings joined by `+`.
    case joined
  }

  /// What more there is to know of a part.
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Of a graph.
    static let directed = Flags(rawValue: 1)
    /// Of a graph: two nodes have one edge at most.
    static let strict = Flags(rawValue: 2)
    /// Of a node or subgraph: it follows a comma, so that it is joined like the one before, not to it.
    static let listed = Flags(rawValue: 4)
    /// Of defaults: for nodes; for edges; neither, for the graph.
    static let ofNodes = Flags(rawValue: 8)
    static let ofEdges = Flags(rawValue: 16)
    /// Of a quoted string: it holds a backslash.
    static let backslash = Flags(rawValue: 32)
    /// Of a subgraph: it is called so, where braces alone would do.
    static let keyword = Flags(rawValue: 64)
  }

  /// A part: 16 bytes, since there are millions of them.
  struct Part {
    var kind: Kind
    var flags: Flags = []
    var start: UInt32
    var end: UInt32 = 0
    /// The index of the first part behind this one and all that it holds.
    var next: UInt32 = 0
  }

  /// The text.
  public let source: [UInt8]
  let parts: [Part]
  /// The comments, from their first sign to their last.
  public let comments: [Range<Int>]

  /// Reads the whole of a text, of any number of graphs.
  ///
  /// Takes time and space in the order of its length; a nesting of any depth is read.
  ///
  /// - Throws: where it is no DOT, at the first place that can't go on.
  public init(_ source: [UInt8]) throws(DOTSyntaxError) {
    var parser = DOTParser(source)
    try parser.parse()
    self.source = source
    parts = parser.parts
    comments = parser.comments
  }

  /// The graphs of the text, in its order.
  public var graphs: [DOTGraph] {
    var graphs: [DOTGraph] = []
    var index = 0
    while index < parts.count {
      var builder = DOTGraphBuilder(self, graph: index)
      graphs.append(builder.build())
      index = Int(parts[index].next)
    }
    return graphs
  }

  /// The bytes of a part as they are written.
  func written(_ part: Part) -> ArraySlice<UInt8> { source[Int(part.start)..<Int(part.end)] }

  /// What a name or string stands for: without its quotation marks or brackets, escapes resolved, pieces joined.
  func value(_ index: Int) -> [UInt8] {
    let part = parts[index]
    switch part.kind {
    case .quoted:
      let inner = source[(Int(part.start) + 1)..<(Int(part.end) - 1)]
      return part.flags.contains(.backslash) ? Self.unescaped(inner) : Array(inner)
    case .html: return Array(source[(Int(part.start) + 1)..<(Int(part.end) - 1)])
    case .joined: return (index + 1..<Int(part.next)).flatMap { value($0) }
    default: return Array(written(part))
    }
  }

  /// Only `\"` and a backslash before a line's end are special; other escapes are the business of attributes.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < text.endIndex else {
        result.append(byte)
        continue
      }
      let second = text[index]
      index += 1
      switch second {
      case UInt8(ascii: "\""): result.append(second)
      case UInt8(ascii: "\n"): break
      case UInt8(ascii: "\r") where index < text.endIndex && text[index] == UInt8(ascii: "\n"):
        index += 1
      default: result += [byte, second]
      }
    }
    return result
  }
}

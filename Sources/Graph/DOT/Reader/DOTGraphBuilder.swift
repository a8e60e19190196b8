/// Makes the graph that a text describes.
///
/// Goes once through the parts, with the open subgraphs on a stack. A subgraph keeps the nodes that its own
/// statements name and the subgraphs inside it; the whole of its nodes is gathered only where an edge asks for it.
struct DOTGraphBuilder {
  private let syntax: DOTSyntax
  private let parts: [DOTSyntax.Part]
  private var graph: DOTGraph

  private struct Subgraph {
    var nodes: [UInt32] = []
    var subgraphs: [Int] = []
  }
  private var subgraphs = [Subgraph()]
  private var named: [SubgraphKey: Int] = [:]
  /// A name means one subgraph inside each graph or subgraph around it.
  private struct SubgraphKey: Hashable {
    let outer: Int
    let name: [UInt8]
  }

  /// A graph or subgraph whose statements are being read.
  private struct Scope {
    let subgraph: Int
    let end: Int
    var nodeDefaults: Int32
    var edgeDefaults: Int32
    /// The statement that it is a part of, and what that has joined before.
    var statement: Statement?
  }

  /// A statement of edges, as far as it is read.
  private struct Statement {
    let part: Int
    var tails: [End] = []
    var heads: [End] = []
    let own: Int32
    let key: [UInt8]?
  }

  private struct End {
    let node: UInt32
    let part: UInt32
  }

  private struct Pair: Hashable {
    let tail: UInt32
    let head: UInt32
    let key: [UInt8]?
  }
  private var pairs: [Pair: Int] = [:]
  private var scopes: [Scope] = []
  private var index: Int

  init(_ syntax: DOTSyntax, graph root: Int) {
    self.syntax = syntax
    parts = syntax.parts
    graph = DOTGraph(syntax: syntax)
    graph.part = root
    graph.isDirected = parts[root].flags.contains(.directed)
    graph.isStrict = parts[root].flags.contains(.strict)
    index = root
  }

  mutating func build() -> DOTGraph {
    let root = index
    index += 1
    if index < parts[root].next, parts[index].kind.rawValue >= DOTSyntax.Kind.name.rawValue {
      graph.namePart = index
      index = Int(parts[index].next)
    }
    scopes.append(
      Scope(subgraph: 0, end: Int(parts[root].next), nodeDefaults: -1, edgeDefaults: -1))
    while let scope = scopes.last {
      if index < scope.end {
        statement(in: scopes.count - 1)
      } else {
        scopes.removeLast()
        if var statement = scope.statement {
          takeSubgraph(scope.subgraph, into: &statement)
          resume(statement, in: scopes.count - 1)
        }
      }
    }
    return graph
  }

  private mutating func statement(in scope: Int) {
    let part = index
    switch parts[part].kind {
    case .nodes: nodes(in: scope)
    case .defaults: defaults(in: scope)
    case .assignment:
      if scopes[scope].subgraph == 0 { graph.own = assigned(part, after: graph.own) }
      index = Int(parts[part].next)
    default:
      index += 1
      let (own, key) = attributes(of: part)
      resume(Statement(part: part, own: own, key: key), in: scope)
    }
  }

  // MARK: - Attributes

  private mutating func assigned(_ attribute: Int, after previous: Int32) -> Int32 {
    let name = attribute + (parts[attribute].kind == .assignment ? 2 : 1)
    graph.assignments.append(
      DOTGraph.Assignment(
        name: UInt32(attributeName(name)), value: parts[name].next, previous: previous))
    return Int32(graph.assignments.count - 1)
  }

  private mutating func attributeName(_ part: Int) -> Int {
    parts[part].kind == .name
      ? graph.attributeNames.number(of: syntax.written(parts[part]))
      : graph.attributeNames.number(of: syntax.value(part)[...])
  }

  private mutating func defaults(in scope: Int) {
    let part = index
    let flags = parts[part].flags
    index += 1
    while index < parts[part].next {
      if flags.contains(.ofNodes) {
        scopes[scope].nodeDefaults = assigned(index, after: scopes[scope].nodeDefaults)
      } else if flags.contains(.ofEdges) {
        scopes[scope].edgeDefaults = assigned(index, after: scopes[scope].edgeDefaults)
      } else if scopes[scope].subgraph == 0 {
        graph.own = assigned(index, after: graph.own)
      }
      index = Int(parts[index].next)
    }
  }

  /// The chain of a statement's own attributes, and its `key`, which tells edges of one pair apart.
  private mutating func attributes(of statement: Int) -> (own: Int32, key: [UInt8]?) {
    var own: Int32 = -1
    var key: [UInt8]?
    var child = statement + 1
    while child < parts[statement].next {
      if parts[child].kind == .attribute {
        own = assigned(child, after: own)
        let name = child + 1
        if parts[name].end - parts[name].start <= 5, syntax.value(name).elementsEqual("key".utf8) {
          key = syntax.value(Int(parts[name].next))
        }
      }
      child = Int(parts[child].next)
    }
    return (own, key)
  }

  // MARK: - Nodes

  private mutating func nodes(in scope: Int) {
    let part = index
    index += 1
    var named: [UInt32] = []
    while index < parts[part].next {
      if parts[index].kind == .node {
        named.append(node(index, in: scope, statement: part))
      } else {
        for node in named {
          graph.nodes[Int(node)].own = assigned(index, after: graph.nodes[Int(node)].own)
        }
      }
      index = Int(parts[index].next)
    }
  }

  /// The node that the part names, which is made where it is new.
  private mutating func node(_ part: Int, in scope: Int, statement: Int) -> UInt32 {
    let name = part + 1
    let number =
      parts[name].kind == .name
      ? graph.nodeNames.number(of: syntax.written(parts[name]))
      : parts[name].kind == .quoted && !parts[name].flags.contains(.backslash)
        ? graph.nodeNames.number(
          of: syntax.source[(Int(parts[name].start) + 1)..<(Int(parts[name].end) - 1)])
        : graph.nodeNames.number(of: syntax.value(name)[...])
    if number == graph.nodes.count {
      graph.nodes.append(
        DOTGraph.NodeRecord(
          defaults: scopes[scope].nodeDefaults, own: -1, part: UInt32(statement)))
    }
    let subgraph = scopes[scope].subgraph
    if subgraph != 0 { subgraphs[subgraph].nodes.append(UInt32(number)) }
    return UInt32(number)
  }

  // MARK: - Edges and subgraphs

  /// Reads on in a statement of edges, up to the next subgraph's braces or to the end.
  private mutating func resume(_ statement: Statement, in scope: Int) {
    var statement = statement
    let end = Int(parts[statement.part].next)
    while index < end {
      let part = index
      switch parts[part].kind {
      case .node:
        if !parts[part].flags.contains(.listed) { join(&statement, in: scope) }
        let node = node(part, in: scope, statement: statement.part)
        statement.heads.append(End(node: node, part: UInt32(part)))
        index = Int(parts[part].next)
      case .subgraph:
        join(&statement, in: scope)
        return open(part, of: statement, in: scope)
      default: index = Int(parts[part].next)
      }
    }
    join(&statement, in: scope)
  }

  private mutating func open(_ part: Int, of statement: Statement, in scope: Int) {
    index = part + 1
    var name: [UInt8]?
    if index < parts[part].next, parts[index].kind.rawValue >= DOTSyntax.Kind.name.rawValue {
      name = syntax.value(index)
      index = Int(parts[index].next)
    }
    let outer = scopes[scope].subgraph
    let key = name.map { SubgraphKey(outer: outer, name: $0) }
    var subgraph = subgraphs.count
    if let key, let known = named[key] {
      subgraph = known
    } else {
      subgraphs.append(Subgraph())
      subgraphs[outer].subgraphs.append(subgraph)
      if let key { named[key] = subgraph }
    }
    scopes.append(
      Scope(
        subgraph: subgraph, end: Int(parts[part].next), nodeDefaults: scopes[scope].nodeDefaults,
        edgeDefaults: scopes[scope].edgeDefaults, statement: statement))
  }

  /// Lets a statement of edges join all nodes of a subgraph; a statement of the subgraph alone joins nothing.
  private mutating func takeSubgraph(_ subgraph: Int, into statement: inout Statement) {
    guard parts[statement.part].kind == .edges else { return }
    var found: Set<UInt32> = []
    var seen: Set<Int> = [subgraph]
    var open = [subgraph]
    while let next = open.popLast() {
      found.formUnion(subgraphs[next].nodes)
      open += subgraphs[next].subgraphs.filter { seen.insert($0).inserted }
    }
    statement.heads = found.sorted().map { End(node: $0, part: 0) }
  }

  /// Draws the edges from what the statement had before to what it has now, and goes on from there.
  private mutating func join(_ statement: inout Statement, in scope: Int) {
    for tail in statement.tails {
      for head in statement.heads { edge(tail, head, statement, in: scope) }
    }
    statement.tails = statement.heads
    statement.heads = []
  }

  private mutating func edge(_ tail: End, _ head: End, _ statement: Statement, in scope: Int) {
    if graph.isStrict || statement.key != nil {
      let key = graph.isStrict ? nil : statement.key
      let isTurned = !graph.isDirected && head.node < tail.node
      let pair = Pair(
        tail: isTurned ? head.node : tail.node, head: isTurned ? tail.node : head.node, key: key)
      if let known = pairs[pair] { return amend(known, with: statement.own) }
      pairs[pair] = graph.edgeRecords.count
    }
    graph.edgeRecords.append(
      DOTGraph.EdgeRecord(
        tail: tail.node, head: head.node, defaults: scopes[scope].edgeDefaults, own: statement.own,
        part: UInt32(statement.part), tailPart: tail.part, headPart: head.part))
  }

  /// Gives an edge that is there already what another statement says of it.
  private mutating func amend(_ edge: Int, with own: Int32) {
    var given: [Int32] = []
    var step = own
    while step >= 0 {
      given.append(step)
      step = graph.assignments[Int(step)].previous
    }
    for step in given.reversed() {
      let assignment = graph.assignments[Int(step)]
      graph.assignments.append(
        DOTGraph.Assignment(
          name: assignment.name, value: assignment.value,
          previous: graph.edgeRecords[edge].own))
      graph.edgeRecords[edge].own = Int32(graph.assignments.count - 1)
    }
  }
}

import Testing

@testable import Graph

@Suite struct `A reader of DOT` {
  private func syntax(_ text: String) throws -> DOTSyntax { try DOTSyntax(Array(text.utf8)) }

  /// Accepted texts, and how many graphs, nodes and edges they have.
  @Test(arguments: [
    ("", 0, 0, 0), ("digraph{}", 1, 0, 0), ("STRICT DiGraph g {Node [a=b]}", 1, 0, 0),
    ("graph { a -- b -- c }", 1, 3, 2), ("digraph { a -> b; a -> b }", 1, 2, 2),
    ("strict digraph { a -> b; a -> b; a -> a; a -> a }", 1, 2, 2),
    ("strict graph { a -- b; b -- a }", 1, 2, 1), ("digraph { a, b -> c, d }", 1, 4, 4),
    ("digraph { {a b} -> {a b} }", 1, 2, 4), ("digraph { a {b} c }", 1, 3, 0),
    ("digraph { subgraph x {a b} subgraph x {} -> c }", 1, 3, 2),
    ("digraph { subgraph x {a} subgraph y {subgraph x {b} -> c} subgraph x {} -> d }", 1, 4, 2),
    ("graph { a -- b [key=1]; b -- a [key=1]; a -- b [key=2] }", 1, 2, 2),
    ("digraph { \"a\":n:\"p\" -> b:x }", 1, 2, 1), ("digraph { <a> \"a\" a }", 1, 1, 0),
    ("digraph { \"a\" + \"b\" + \"c\" -> abc }", 1, 1, 1), ("digraph { 1a }", 1, 2, 0),
    ("digraph { -1.5 -.5 1. .5 }", 1, 4, 0), ("graph { a--1 }", 1, 2, 1),
    ("digraph { a [x=1,y=2;z=3 w=4][][v=5]; }", 1, 1, 0), ("digraph { a=b; a }", 1, 1, 0),
    ("digraph { subgraph { a } [x=y] }", 1, 1, 0), ("digraph{a} graph{a--b} digraph{}", 3, 3, 1),
    ("# comment\n/* a\n* b **/ digraph // so\n {a # b\n}", 1, 1, 0),
    ("\u{FEFF}digraph { é -> 日本 }", 1, 2, 1),
    ("digraph { a [label=<<b>x</b> <i>y</i>>] }", 1, 1, 0),
    ("digraph { a -> {} -> b }", 1, 2, 0), ("digraph { {a -> b} -> {c; {d}} }", 1, 4, 5),
  ])
  func `accepts`(text: String, graphs: Int, nodes: Int, edges: Int) throws {
    let found = try syntax(text).graphs
    #expect(found.count == graphs)
    #expect(found.reduce(0) { $0 + $1.nodeCount } == nodes)
    #expect(found.reduce(0) { $0 + $1.edgeCount } == edges)
  }

  @Test(arguments: [
    ("{a}", "1:1: found '{'; expected 'strict', 'graph' or 'digraph', with which a graph begins."),
    ("strict {a}", "1:8: found '{'; expected 'graph' or 'digraph' after 'strict'."),
    ("digraph a:b {}", "1:10: found ':'; expected '{' to open the graph."),
    ("digraph {\n  a -- b\n}", "2:5: found '--'; expected '->' in a 'digraph'."),
    ("graph {a->b}", "1:9: found '->'; expected '--' in a 'graph'."),
    ("digraph {a;;b}", "1:12: found ';'; expected a statement, or '}'."),
    ("digraph {a [center]}", "1:19: found ']'; expected '=' and the attribute's value."),
    ("digraph {a [x=1;;y=2]}", "1:17: found ';'; expected an attribute, or ']'."),
    ("digraph {a:b:c:d}", "1:15: found ':'; expected a statement, or '}'."),
    ("digraph {é é -> }", "1:17: found '}'; expected a node or a subgraph."),
    (
      "digraph {\n\n  subgraph x {a\n  b",
      "4:4: found the end of the text; expected '}' to close the subgraph that begins in line 3."
    ),
    (
      "digraph {a -> b} }",
      "1:18: found '}'; expected 'strict', 'graph' or 'digraph', with which a graph begins."
    ),
    ("digraph {subgraph x; a}", "1:20: found ';'; expected '{' to open the subgraph."),
    ("digraph {{a}, b}", "1:13: found ','; expected a statement, or '}'."),
    ("digraph {a + b}", "1:12: found '+'; expected a statement, or '}'."),
    ("digraph {\"a\" + b}", "1:16: found 'b'; expected a string in quotation marks after '+'."),
    ("digraph {a [x=\"\n", "1:15: found a string without its end; expected '\"' to close it."),
    (
      "digraph {a [x=<<b>]}",
      "1:15: found an HTML string without its end; expected as many '>' as '<'."
    ),
    ("digraph /* {", "1:9: found a comment without its end; expected '*/' to close it."),
    ("digraph {a\u{0}}", "1:11: found a byte of value 0; expected a statement, or '}'."),
    ("digraph {node a}", "1:15: found 'a'; expected '[' and attributes."),
    ("digraph {a -> node}", "1:15: found 'node'; expected a node or a subgraph."),
  ])
  func `refuses, and tells the place`(text: String, message: String) {
    #expect { try syntax(text) } throws: { "\($0)" == message }
  }

  @Test func `refuses every truncation, and nothing else happens`() throws {
    let text = Array(
      "strict digraph \"g\" { a:p -> {b; c} [x=<<i>>, y=\"q\" + \"r\"]; subgraph s { d } }".utf8)
    for length in 1..<text.count {
      #expect(throws: DOTSyntaxError.self) { try DOTSyntax(Array(text[..<length])) }
    }
    #expect(try DOTSyntax(text).graphs.count == 1)
  }

  @Test func `survives chains, nesting and labels of any size`() throws {
    let chain = (0...100_000).map { "n\($0)" }.joined(separator: "->")
    #expect(try syntax("digraph{\(chain)}").graphs[0].edgeCount == 100_000)
    let deep = 50_000
    let nested = try syntax(
      "digraph{" + String(repeating: "{a ", count: deep) + String(repeating: "}", count: deep) + "}"
    )
    #expect(nested.graphs[0].nodeCount == 1)
    #expect(try DOTSyntax(nested.formatted).graphs[0].nodeCount == 1)
    #expect(throws: DOTSyntaxError.self) {
      try syntax("digraph{" + String(repeating: "{a ", count: deep))
    }
    let label = String(repeating: "x", count: 1_000_000)
    let graph = try syntax("digraph{a [label=\"\(label)\"]}").graphs[0]
    #expect(graph.attribute("label", ofNode: 0)?.utf8.count == 1_000_000)
  }

  @Test func `loses nothing of the text, and formats it once and for all`() throws {
    let text = """
      // head
      strict graph "g" { # note
        node[shape = box] [color=red] graph [] ; x=<a<b>c>
        a:p:ne--{b;subgraph c{d /* in
        two lines */ e}}--f,g [label="q\\"uote" + 'x'.]
        "multi
      line"
      } // tail
      digraph {}
      """.replacing("'x'.", with: "\"r\"")
    let first = try syntax(text)
    #expect(first.source == Array(text.utf8))
    #expect(first.comments.count == 4)
    let formatted = first.formatted
    #expect(
      String(decoding: formatted, as: UTF8.self) == """
        // head
        strict graph "g" {
          # note
          node [shape=box, color=red]
          graph []
          x=<a<b>c>
          a:p:ne -- {
            b
            subgraph c {
              d
              /* in
          two lines */
              e
            }
          } -- f, g [label="q\\"uote" + "r"]
          "multi
        line"
        }
        // tail
        digraph {
        }

        """)
    #expect(try DOTSyntax(formatted).formatted == formatted)
  }

  @Test func `gives attributes by the defaults that stood where a node or edge was made`() throws {
    let graph = try syntax(
      """
      digraph g { rankdir=LR graph [bgcolor=red]
        a; node [color=blue]; edge [style=dotted]
        b [color=green, label="x\\
      y\\n\\"z\\""]
        subgraph s { node [color=white]; c; a; c -> d:p:n [style=bold] }
        e -> b
        a [color=grey]
      }
      """
    ).graphs[0]
    #expect(graph.name == "g" && graph.isDirected && !graph.isStrict)
    #expect(graph.attribute("rankdir") == "LR" && graph.attribute("bgcolor") == "red")
    let colors = ["a", "b", "c", "d", "e"].map { name in
      graph.node(named: name).flatMap { graph.attribute("color", ofNode: $0) }
    }
    #expect(colors == ["grey", "green", "white", "white", "blue"])
    #expect(graph.attribute("label", ofNode: 1) == "xy\\n\"z\"")
    #expect(graph.attribute("style", ofEdge: 0) == "bold")
    #expect(graph.attribute("style", ofEdge: 1) == "dotted")
    #expect(graph.port(ofEdge: 0, atHead: true) == "p:n")
    #expect(graph.port(ofEdge: 0, atHead: false) == nil)
    #expect(graph.attribute("none", ofEdge: 0) == nil)
  }

  @Test(arguments: [
    ("two\\nlines\\l", "two lines"), ("\\N in \\G", "n1 in g"), ("a \\\\ b \\x", "a \\ b x"),
    ("AT&amp;T &lt;&#65;&#x42;&unknown; & co", "AT&T <AB&unknown; & co"),
  ])
  func `reads labels as words`(label: String, words: String) {
    let reader = DOTLabelText(replacements: [UInt8(ascii: "N"): "n1", UInt8(ascii: "G"): "g"])
    #expect(reader.words(label) == words)
  }

  @Test func `reads records and HTML-like labels as words`() {
    #expect(DOTLabelText().words(ofRecord: "{<p> a\\|b|{c|d\\n}}") == "a|b c d")
    #expect(DOTLabelText.words(ofMarkup: "<b>x</b><br/>y &amp; z") == "x y & z")
  }
}

import Foundation
import Testing

@testable import Graph

@Suite struct `A DOT writer` {
  private func dot(_ drawing: Drawing) -> String {
    String(decoding: DOTWriter.bytes(of: drawing), as: UTF8.self)
  }

  @Test(arguments: [UInt64](1...20))
  func `writes the same bytes for any order of input`(seed: UInt64) {
    for detail in [
      Drawing.overview(of:title:style:choices:), Drawing.full(of:title:style:choices:),
    ] {
      let choices = Drawing.Choices()
      let plain = detail(GraphView(TestGraph.diplomacy()), "T", .light, choices)
      let shuffled = detail(GraphView(TestGraph.diplomacy(shuffled: seed)), "T", .light, choices)
      #expect(DOTWriter.bytes(of: plain) == DOTWriter.bytes(of: shuffled), "seed \(seed)")
    }
  }

  @Test func `names the graph, and nodes in the order of their ids, ids in comments`() {
    let text = dot(.full(of: GraphView(TestGraph.diplomacy())))
    #expect(text.hasPrefix("digraph graphgen {\n"))
    #expect(text.contains("// event/apec-2014\n  n1 [label=\"APEC summit\\nin Beijing\""))
    #expect(text.contains("// place/tokyo\n  n12 ["))
  }

  @Test func `writes one statement a line`() {
    for line in dot(.overview(of: GraphView(TestGraph.diplomacy()), title: "T")).split(
      separator: "\n")
    {
      let text = line.drop { $0 == " " }
      let isStatement = [
        "graph [", "node [", "edge [", "n", "// ", "subgraph ", "}", "digraph ", "<TR>", "</TABLE>",
      ]
      .contains { text.hasPrefix($0) }
      #expect(isStatement, "\(text.prefix(60))")
    }
  }

  @Test func `never writes what crashes Graphviz`() {
    let text = dot(.overview(of: GraphView(TestGraph.diplomacy()), title: "T"))
    for word in ["ortho", "concentrate", "newrank", "URL", "href", "stylesheet", "image"] {
      #expect(!text.contains(word))
    }
  }

  @Test(arguments: [
    ("quote \" backslash \\", #""quote \" backslash \\\\""#),
    ("a & b &amp; <c>", #""a &amp; b &amp;amp; <c>""#), ("two\nlines", #""two\nlines""#),
    ("bell \u{7}", "\"bell \u{FFFD}\""),
  ])
  func `escapes what is special inside quotation marks`(text: String, expected: String) {
    var dot = DOTText()
    dot.label(text)
    #expect(
      String(decoding: dot.bytes, as: UTF8.self) == expected.replacing(#"\\\\"#, with: #"\\"#))
  }

  @Test(arguments: [15_990, 16_000, 16_380, 16_381, 1_000_000])
  func `splits runs that are too long for Graphviz`(length: Int) {
    var dot = DOTText()
    dot.label(String(repeating: "x", count: length))
    let runs = String(decoding: dot.bytes, as: UTF8.self).components(separatedBy: "\" + \"")
    #expect(runs.allSatisfy { $0.utf8.count <= DOTText.longestRun + 2 })
    #expect(runs.joined().utf8.count == length + 2)
  }

  /// Written out character by character, as slow as it gets.
  private func spelt(_ text: String, backslash: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": backslash
      case "\n": "\\n"
      case "&": "&amp;"
      default: String(XMLCharacter.allowed(scalar))
      }
    }.joined()
  }

  @Test(
    arguments: nastyLabels + ["\u{FFFE}\u{FFFF}é\u{FFFD}", "seven &", "eight ab\"", "\t\u{1F}"])
  func `writes the same however text lies in memory, and however many lines it has`(label: String) {
    for padding in 0..<20 {
      let text = String(repeating: "x", count: padding) + label + "é\"" + label
      var (dot, tooltip, lines, joined) = (DOTText(), DOTText(), DOTText(), DOTText())
      dot.label(text)
      tooltip.tooltip(text)
      #expect(
        String(decoding: dot.bytes, as: UTF8.self) == "\"\(spelt(text, backslash: "\\\\"))\"")
      #expect(
        String(decoding: tooltip.bytes, as: UTF8.self)
          == "\"\(spelt(text, backslash: "\\\\\\\\"))\"")
      let long = String(repeating: text, count: 1 + padding * 5)
      lines.label([text, "", long])
      joined.label([text, "", long].joined(separator: "\n"))
      #expect(lines.bytes == joined.bytes)
    }
  }

  @Test(arguments: nastyLabels + ["person/a.b-c", String(repeating: "a", count: 2000)])
  func `writes ids as they are anywhere`(name: String) {
    var dot = DOTText()
    dot.elementID("node", name)
    #expect(String(decoding: dot.bytes, as: UTF8.self) == "\"\(ElementID.of("node", name))\"")
  }

  @Test func `numbers nodes by their ids`() throws {
    let ids = try (0..<5000).map { try #require(NodeID(rawValue: "place/\($0 * 7)")) }
    let numbers = NodeNumbers(ids)
    #expect(ids.indices.allSatisfy { numbers[ids[$0]] == $0 + 1 })
    for name in ["place/1", "place/é", "person/0"] {
      #expect(numbers[try #require(NodeID(rawValue: name))] == nil)
      #expect(NodeNumbers([])[try #require(NodeID(rawValue: name))] == nil)
    }
  }

  @Test func `gives pieces that are the file`() throws {
    var graph: [TestGraph.Statement] = []
    for number in 0..<900 {
      graph.append(
        .init(
          source: "person/abe", type: "visits", target: "place/japan",
          time: "20\(10 + number / 360)-\(10 + number % 3)-\(10 + number % 18)",
          sentence: String(repeating: "Sentence \(number). ", count: 40), start: number))
    }
    let nodes = ["person/abe": "leader Abe", "place/japan": "country Japan"]
    let drawing = Drawing.full(of: GraphView(TestGraph.graph(nodes, graph)))
    var pieces: [[UInt8]] = []
    DOTWriter.write(drawing) { pieces.append($0) }
    #expect(Array(pieces.joined()) == DOTWriter.bytes(of: drawing))
  }

  @Test func `keeps a comment on its line`() {
    var dot = DOTText()
    dot.comment("place/a\nn1 -> n2\r\u{2028}\\")
    #expect(!dot.bytes.contains(UInt8(ascii: "\n")) && !dot.bytes.contains(UInt8(ascii: "\r")))
  }
}

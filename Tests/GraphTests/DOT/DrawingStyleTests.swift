import Testing

@testable import Graph

@Suite struct `A drawing's style` {
  private func dot(_ style: DrawingStyle) -> String {
    let drawing = Drawing.overview(of: GraphView(TestGraph.diplomacy()), title: "T", style: style)
    return String(decoding: DOTWriter.bytes(of: drawing), as: UTF8.self)
  }

  private func message(_ yaml: String) -> String {
    do {
      _ = try DrawingStyle(yaml: yaml, file: "mine.yaml")
      return "no error"
    } catch { return "\(error)" }
  }

  @Test(arguments: DrawingStyle.names)
  func `that is built in can be read`(name: String) throws {
    let style = try #require(DrawingStyle.named(name))
    let ontology = Ontology.builtIn
    for type in ontology.nodeTypes {
      let node = NodeStyle(type: type.name, ontology: ontology, in: style)
      #expect(node.fill.contrast(with: node.text) >= 4.5, "\(type.name)")
      #expect(
        max(
          node.outline.contrast(with: style.background), node.fill.contrast(with: style.background))
          >= 3, "\(type.name)")
    }
    for color in [style.text, style.label, style.line] + style.strokes.values {
      #expect(color.contrast(with: style.background) >= 4.5)
    }
    for fill in style.boxFills { #expect(style.text.contrast(with: fill) >= 7) }
  }

  @Test(arguments: DrawingStyle.names)
  func `tells ranks of a class apart by lightness, and classes by shape`(name: String) throws {
    let style = try #require(DrawingStyle.named(name))
    let ontology = Ontology.builtIn
    for a in ontology.nodeTypes {
      for b in ontology.nodeTypes where a.name < b.name {
        let pair = [a, b].map { NodeStyle(type: $0.name, ontology: ontology, in: style) }
        if a.nodeClass == b.nodeClass {
          #expect(pair[0].fill.contrast(with: pair[1].fill) > 1.15, "\(a.name) and \(b.name)")
        } else {
          #expect(
            pair[0].shape != pair[1].shape || pair[0].isRounded != pair[1].isRounded,
            "\(a.name) and \(b.name)")
        }
      }
    }
  }

  @Test func `changes what a file names, and nothing else`() throws {
    let style = try DrawingStyle(
      yaml: """
        extends: light
        background: "#FFFFF0"
        lines: {plan: "#0000AA"}
        relations: {sanctions: "#AA0000"}
        classes:
          place: {shape: box, rounded: true}
          organization: {fills: ["#123456"]}
        types:
          leader: {fill: "#000000", outline: "#FF0000"}
        """, file: "mine.yaml")
    let text = dot(style)
    #expect(text.contains("bgcolor=\"#FFFFF0\""))
    #expect(text.contains("fillcolor=\"#000000\", color=\"#FF0000\", fontcolor=\"#FFFFFF\""))
    #expect(text.contains("label=\"sanctions\", color=\"#AA0000\", fontcolor=\"#AA0000\""))
    #expect(!text.contains("shape=ellipse"))
    #expect(
      NodeStyle(type: "minister", ontology: .builtIn, in: style)
        == NodeStyle(type: "minister", ontology: .builtIn))
    #expect(try DrawingStyle(yaml: "", file: "mine.yaml") == .light)
    #expect(try DrawingStyle(yaml: "extends: dark", file: "mine.yaml") == .dark)
  }

  @Test func `of the dark kind has light text everywhere`() {
    let text = dot(.dark)
    #expect(text.contains("bgcolor=\"#14181B\""))
    #expect(text.contains("fontcolor=\"#F2F2F2\""))
    #expect(!dot(.light).split(separator: "\n")[1].contains("fontcolor"))
  }

  @Test(arguments: [
    ("background: white", "mine.yaml:1: found 'white'; expected a colour as \"#1A2B3C\""),
    ("text: \"#12345\"", "mine.yaml:1: found '#12345'"),
    ("\nbackgroud: \"#123456\"", "mine.yaml:2: found key 'backgroud'; expected one of background."),
    (
      "classes:\n  person: {shape: star}",
      "mine.yaml:2: found 'star'; expected box, ellipse or hexagon"
    ),
    (
      "classes: {person: {fills: []}}",
      "mine.yaml:1: found a value of another kind; expected a list"
    ),
    ("extends: blue", "mine.yaml:1: found 'blue'; expected one of light, dark, print"),
    ("lines: {plans: \"#123456\"}", "mine.yaml:1: found key 'plans'; expected one of plan."),
    ("- a", "mine.yaml:1: found a value of another kind; expected keys and values"),
    ("a: [", "mine.yaml: found broken YAML at line"),
    ("types: {leader: {fill: \"#GGGGGG\"}}", "mine.yaml:1: found '#GGGGGG'"),
  ])
  func `is refused with its line where it isn't one`(yaml: String, start: String) {
    #expect(message(yaml).hasPrefix(start), "\(message(yaml))")
  }
}

import Foundation
import Testing

@testable import Graph

@Suite struct `A finished SVG` {
  private let texts = SVGFinish.Texts(
    .overview(of: GraphView(TestGraph.diplomacy()), title: "A & B"))

  private func finished(_ content: String) throws -> String {
    let svg =
      "<?xml version=\"1.0\"?>\n<svg width=\"8pt\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
      + content + "</svg>"
    return String(decoding: try SVGFinish.finished(Array(svg.utf8), texts: texts), as: UTF8.self)
  }

  @Test func `keeps shapes and text, and tells tooltips as titles`() throws {
    let svg = try finished(
      "<g id=\"node.place.japan\" class=\"node\"><title>n1</title><g id=\"a_n1\"><a xlink:title=\"x\">"
        + "<polygon points=\"0,0 1,1\" fill=\"#FFFFFF\"/><text x=\"1\">Japan &lt;</text></a></g></g>"
    )
    #expect(svg.contains("<title>Japan (country)"))
    #expect(svg.contains("<polygon fill=\"#FFFFFF\" points=\"0,0 1,1\">"))
    #expect(svg.contains(">Japan &lt;</text>"))
    #expect(!svg.contains("<a") && !svg.contains("xlink"))
  }

  @Test(arguments: [
    "<script>x</script>", "<image href=\"http://a\"/>", "<style>a</style>", "<foreignObject/>",
  ])
  func `is refused with an element that no drawing needs`(content: String) {
    #expect(throws: RenderError.self) { try finished(content) }
  }

  @Test func `has labels of lines with a rim of the paper's colour`() throws {
    var drawing = Drawing.overview(of: GraphView(TestGraph.diplomacy()), title: nil)
    drawing.style.background = DOTColor(0x14181B)
    let svg = "<svg><g id=\"line.a\" class=\"edge\"><text>meets</text></g></svg>"
    let finished = try SVGFinish.finished(Array(svg.utf8), texts: SVGFinish.Texts(drawing))
    #expect(String(decoding: finished, as: UTF8.self).contains("stroke=\"#14181B\""))
  }

  @Test func `loses attributes that could do harm`() throws {
    let svg = try finished(
      "<text onload=\"x()\" font-family=\"A\" style=\"fill:url(#a)\" fill=\"url(http://a)\">t</text>"
    )
    #expect(svg.contains("<text font-family=\"A\">t</text>"))
  }

  @Test func `is refused where it isn't well-formed`() {
    #expect(throws: RenderError.self) { try finished("<g>") }
    #expect(throws: RenderError.self) { try finished("<text>\u{1}</text>") }
  }
}

import Testing

@testable import Graph

@Suite struct `A template of links` {
  private let place = LinkTemplate.Place(
    document: SourceDocument(
      id: "a b/c", path: "news/día 1.txt", title: "\"Who\" & <why>?",
      url: "https://a.example/x?y=1&z=\"2\"",
      hash: ""),
    start: 7, end: 12, line: 3)

  @Test(arguments: [
    ("https://h/{id}#L{line}", "https://h/a%20b%2Fc#L3"),
    ("file:///home/{path}", "file:///home/news/d%C3%ADa%201.txt"),
    ("../{path}?t={title}", "../news/d%C3%ADa%201.txt?t=%22Who%22%20%26%20%3Cwhy%3E%3F"),
    ("{url}", "https://a.example/x?y=1&z=%222%22"), ("#{start}-{end}", "#7-12"), ("plain", "plain"),
  ])
  func `is filled with what the document has, so that it stays a link`(
    template: String, link: String
  ) throws {
    #expect(try LinkTemplate(template).link(to: place) == link)
  }

  @Test func `gives no link where the document lacks what it asks for, or has no link of the web`()
    throws
  {
    #expect(try LinkTemplate("https://h/{source}").link(to: place) == nil)
    var place = place
    place.document.url = "javascript:alert(1)"
    #expect(try LinkTemplate("{url}").link(to: place) == nil)
  }

  @Test(arguments: [
    ("https://h/{name}", "no placeholder '{name}'; expected one of {id}, {path}"),
    ("https://h/{id", "has a '{' without '}'"),
    ("javascript:alert({id})", "isn't a link to a document"),
    ("JavaScript:{id}", "isn't a link"), ("data:text/html,{title}", "isn't a link"),
    ("{title}:x", "isn't a link"), ("https://h/ {id}", "holds what no URL may"),
    ("", "holds what no URL may"),
  ])
  func `is refused with what is wrong`(template: String, message: String) throws {
    do {
      _ = try LinkTemplate(template)
      Issue.record("'\(template)' was accepted")
    } catch {
      #expect(error.description.contains(message), "\(error)")
    }
  }
}

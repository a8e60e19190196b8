import Foundation
import FoundationXML
import Testing

@testable import Graph

@Suite struct `A timeline` {
  /// A sentence of a visit: when it was printed, and what it says of it.
  private struct Said {
    var published: String?
    var status: Status
    var time: String? = "2014-11"
    var text = "He will visit."
    var start = 0
  }

  /// A graph of what documents say of Abe's visit to Peru, a document for each date of publication.
  private static func graph(_ said: [Said], label: String = "Shinzo Abe") throws -> KnowledgeGraph {
    let abe = try #require(NodeID(rawValue: "person/shinzo-abe"))
    let peru = try #require(NodeID(rawValue: "place/peru"))
    let dates = Set(said.map { $0.published ?? "undated" }).sorted()
    let appearances = dates.flatMap { document in
      [(abe, "leader", label), (peru, "country", "Peru")].map { id, type, label in
        (
          node: id,
          appearance: Appearance(
            document: document, type: type, label: label,
            mentions: [Mention(start: 0, end: 1, line: 1, foundBy: "test")])
        )
      }
    }
    return KnowledgeGraph(
      documents: dates.map {
        SourceDocument(
          id: $0, path: "\($0).txt", published: TimeSpan(rawValue: $0), hash: "sha256:0")
      },
      appearances: appearances,
      claims: said.map {
        Claim(
          source: abe, type: "visits", target: peru,
          evidence: Evidence(
            document: $0.published ?? "undated", start: $0.start, end: $0.start + 1, line: 3,
            text: $0.text, status: $0.status, time: $0.time.flatMap(TimeSpan.init), frame: "test"))
      })
  }

  private static func timeline(
    _ said: [Said], label: String = "Shinzo Abe", names: [String] = ["Peru", "person/shinzo-abe"],
    filter: ViewFilter = ViewFilter()
  ) throws -> Timeline {
    try Timeline(of: names, in: GraphView(graph(said, label: label), filter: filter))
  }

  @Test func `tells how far a happening came, from report to report`() throws {
    let timeline = try Self.timeline([
      Said(published: "2014-10-02", status: .postponed),
      Said(published: "2014-09-01", status: .planned),
      Said(published: "2014-09-20", status: .planned, start: 5),
    ])
    let visit = try #require(timeline.happenings.first)
    #expect(timeline.happenings.count == 1)
    #expect(visit.history == [.planned, .postponed])
    #expect(visit.steps.map(\.status) == [.planned, .planned, .postponed])
    #expect(visit.history.last == visit.edge.status)
  }

  @Test func `lets the first sentence of a day decide, and an undated one come first`() throws {
    let timeline = try Self.timeline([
      Said(published: "2014-09-01", status: .planned),
      Said(published: "2014-09-01", status: .denied, start: 9),
      Said(published: nil, status: .proposed),
    ])
    let visit = try #require(timeline.happenings.first)
    #expect(visit.steps.map(\.status) == [.proposed, .planned, .denied])
    #expect(visit.history == [.proposed, .planned])
    #expect(visit.history.last == visit.edge.status)
  }

  @Test func `is written for a terminal`() throws {
    let timeline = try Self.timeline([
      Said(published: "2014-09-01", status: .planned, text: "He will\n visit."),
      Said(published: "2014-12-01", status: .actual, time: "2014-11-09", text: "He visited."),
    ])
    #expect(
      timeline.text == """
        Peru and Shinzo Abe: 1 relation in 2 sentences of 2 articles, 2014-09-01 to 2014-12-01

        Shinzo Abe visits Peru (2014-11-09): planned → actual
          2014-09-01  ◕ planned, for 2014-11
            2014-09-01.txt:3: He will visit.
          2014-12-01  ● actual, for 2014-11-09
            2014-12-01.txt:3: He visited.

        """)
  }

  @Test func `is written as Markdown that no sentence breaks`() throws {
    let timeline = try Self.timeline([
      Said(published: "2014-09-01", status: .planned, text: "He | will *not*\n`visit` <b>[a](b)")
    ])
    let row = try #require(timeline.markdown.split(separator: "\n").last)
    #expect(
      row
        == "| 2014-09-01 | ◕ planned | 2014-11 | 2014-09-01.txt:3 | He \\| will \\*not\\* \\`visit\\` &lt;b&gt;\\[a\\](b) |"
    )
  }

  @Test func `follows the view, an edge's id, and one name`() throws {
    let said = [
      Said(published: "2014-09-01", status: .planned),
      Said(published: "2014-10-01", status: .cancelled),
    ]
    let early = try Self.timeline(said, filter: ViewFilter(asOf: TimeSpan(rawValue: "2014-09")))
    #expect(early.happenings.map(\.history) == [[.planned]])
    let edge = try #require(Self.timeline(said).happenings.first?.edge.id)
    #expect(try Self.timeline(said, names: [edge]).subjects == ["Shinzo Abe", "Peru"])
    #expect(try Self.timeline(said, names: ["Peru"]).happenings.count == 1)
    #expect(throws: ViewError.self) { try Self.timeline(said, names: ["0123456789abcdef"]) }
  }

  // MARK: - The picture

  /// The elements of a picture, by name, with their attributes; and the titles.
  private final class Elements: NSObject, XMLParserDelegate {
    var all: [(name: String, attributes: [String: String])] = []
    var texts: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      all.append((name, attributes))
      text = ""
    }
    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if name == "title" || name == "text" { texts.append(text) }
    }

    init(_ svg: [UInt8]) throws {
      super.init()
      let parser = XMLParser(data: Data(svg))
      parser.delegate = self
      try #require(parser.parse(), "it is well-formed XML")
    }

    func numbers(_ name: String, _ attribute: String) -> [Double] {
      all.filter { $0.name == name }.compactMap { $0.attributes[attribute].flatMap(Double.init) }
    }
  }

  @Test(arguments: nastyLabels) func `is drawn with any text in it`(label: String) throws {
    let said = [Said(published: "2014-09-01", status: .planned, text: label + ".")]
    let timeline = try Self.timeline(said, label: label.isEmpty ? "x" : label)
    _ = try Elements(TimelinePicture(timeline, title: label).bytes)
  }

  @Test func `puts a sign where a report was published, and tells its sentences`() throws {
    let timeline = try Self.timeline([
      Said(published: "2014-01-01", status: .possible),
      Said(published: "2014-07-02", status: .possible, start: 5),
      Said(published: "2014-12-31", status: .actual, text: "He <came>."),
    ])
    let picture = try Elements(TimelinePicture(timeline).bytes)
    // Two circles of the three are in the legend.
    let centres = picture.numbers("circle", "cx").prefix(3)
    #expect(centres.count == 3)
    let steps = zip(centres, centres.dropFirst()).map { $1 - $0 }
    #expect(abs(steps[0] - steps[1]) < 3, "half a year each: \(steps)")
    #expect(picture.texts.contains("2014-12-31, actual, for 2014-11\n2014-12-31.txt:3: He <came>."))
    #expect(picture.texts.contains("2014-07"))
  }

  @Test func `keeps signs apart that would cover one another`() throws {
    let timeline = try Self.timeline(
      (1...9).map { Said(published: "2014-09-0\($0)", status: .actual) }
        + [Said(published: "2004-09-01", status: .planned, time: "2014-11")])
    let picture = try Elements(TimelinePicture(timeline).bytes)
    let signs = zip(picture.numbers("circle", "cx"), picture.numbers("circle", "cy")).dropLast(2)
    let places = Array(signs)
    #expect(places.count == 10)
    for (index, a) in places.enumerated() {
      for b in places[(index + 1)...] {
        #expect(abs(a.0 - b.0) >= 10 || abs(a.1 - b.1) >= 10, "\(a) and \(b)")
      }
    }
  }

  @Test(arguments: DrawingStyle.names) func `is the same on every run, in every style`(name: String)
    throws
  {
    let style = try #require(DrawingStyle.named(name))
    let timeline = try Self.timeline(
      Status.allCases.enumerated().map { Said(published: "201\($0)-01-01", status: $1) })
    let bytes = TimelinePicture(timeline, style: style).bytes
    #expect(bytes == TimelinePicture(timeline, style: style).bytes)
    #expect(String(decoding: bytes, as: UTF8.self).contains(style.background.hexadecimal))
  }
}

@Suite struct `An axis of time` {
  private static func axis(_ reports: [String], _ times: [String] = []) -> TimeAxis {
    TimeAxis(
      reports: reports.compactMap { TimeSpan(rawValue: $0)?.firstDay },
      happenings: times.compactMap(TimeSpan.init), span: 0...600)
  }

  @Test func `has dates as close as there is room for`() {
    #expect(
      Self.axis(["2014-09-01", "2014-09-03"]).ticks(apart: 60).map(\.label).contains("2014-09-01"))
    #expect(
      Self.axis(["2014-01-01", "2014-06-30"]).ticks(apart: 60).map(\.label).contains("2014-03"))
    #expect(Self.axis(["1990", "2014"]).ticks(apart: 60).map(\.label).contains("2005"))
    for days in [1, 5, 40, 300, 3000, 30_000, 300_000] {
      let axis = TimeAxis(reports: [0, days], happenings: [], span: 0...600)
      let places = axis.ticks(apart: 60).map { axis.position(of: $0.day) }
      #expect((1...12).contains(places.count), "\(days) days: \(places.count)")
      for (a, b) in zip(places, places.dropFirst()) { #expect(b - a > 50, "\(days) days") }
    }
  }

  @Test func `isn't stretched by what is long past, and says that it goes on`() throws {
    let axis = Self.axis(["2014-01-01", "2014-12-31"], ["1956", "2014-06/..", "2015-02"])
    let first = try #require(TimeSpan(rawValue: "2013-10"))
    #expect(axis.days.lowerBound > first.firstDay)
    let february = try #require(TimeSpan(rawValue: "2015-02"))
    #expect(axis.days.contains(february.lastDay))
    let open = try #require(TimeSpan(rawValue: "2014-06/.."))
    #expect(try #require(axis.extent(of: open)).isCut == (false, true))
    let until = try #require(TimeSpan(rawValue: "../2014-06"))
    #expect(try #require(axis.extent(of: until)).isCut == (true, false))
    #expect(Self.axis([], ["../1975"]).days.contains(until.lastDay) == false)
    let old = try #require(TimeSpan(rawValue: "1956"))
    #expect(axis.extent(of: old) == nil)
  }
}

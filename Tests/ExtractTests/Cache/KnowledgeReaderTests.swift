import Extract
import Graph
import Language
import Testing

@Suite struct `The reader of a knowledge` {
  private func reader(_ files: [(kind: String, text: String)] = []) -> Reader {
    var key = KnowledgeKey(mode: .accurate)
    for (kind, text) in files { key.add(kind, text) }
    return key.reader(engine: "1.2.3")
  }

  @Test func `tells each part`() {
    let reader = reader()
    #expect(reader[.engine] == "1.2.3" && reader[.mode] == "accurate" && reader[.rules] == nil)
    for part in [Reader.Part.model, .ontology, .gazetteer, .frames] {
      let digits = reader[part] ?? ""
      #expect(digits.count == 12 && digits.allSatisfy(\.isHexDigit), "\(part): \(digits)")
    }
    #expect(KnowledgeKey(mode: .fast).reader(engine: "1.2.3")[.mode] == "fast")
  }

  @Test(arguments: ["ontology", "gazetteer", "frames", "rules"])
  func `changes in the part that a user's file adds to, and in no other`(kind: String) {
    let (plain, own) = (reader(), reader([(kind, "a: b\n")]))
    for part in Reader.Part.allCases {
      #expect((plain[part] == own[part]) == (part.rawValue != kind), "\(part)")
    }
  }

  @Test func `depends on what files say, in their order`() {
    let (a, b) = (("gazetteer", "a\tlabel\tA\n"), ("gazetteer", "b\tlabel\tB\n"))
    #expect(reader([a, b]) != reader([b, a]))
    let commented = ("gazetteer", "# Names.\n\na\tlabel\tA\r\n  # More.\n")
    #expect(reader([("gazetteer", "a\tlabel\tA\r\n")]) == reader([commented]))
    #expect(reader([a]) != reader([("gazetteer", "a\tlabel\tA \n")]))
  }
}

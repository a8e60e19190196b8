import Graph
import Testing

@Suite struct `The id of a name` {
  @Test(arguments: [
    ("Vladimir Putin", "person/vladimir-putin"), ("U.S. Côte d’Ivoire", "person/us-cote-divoire"),
    ("  --  ", "person/unnamed"), ("A (B) / C!", "person/a-b-c"), ("Жан", "person/жан"),
  ])
  func `is its letters and digits with hyphens between`(_ name: String, _ id: String) {
    #expect(NodeID(class: "person", name: name).rawValue == id)
  }

  /// A letter with an accent takes the way through Unicode, the same without one that through bytes.
  @Test func `is the same by bytes and by Unicode's tables`() {
    for first in UInt8(0)..<128 {
      for second in [first, UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "7")] {
        let name = "x" + String(decoding: [first, second], as: UTF8.self)
        #expect(
          NodeID(class: "place", name: name + "e") == NodeID(class: "place", name: name + "é"),
          "\(name.debugDescription)")
      }
    }
  }
}

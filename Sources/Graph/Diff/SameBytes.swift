internal import Glibc

// Equality to the byte. Swift's `==` takes strings for equal that only mean the same characters ("é" in one scalar
// or in two), and two graphs that differ so are different files.

extension String {
  /// Whether both have the same UTF-8.
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let same = unsafe utf8.withContiguousStorageIfAvailable { a in
      unsafe other.utf8.withContiguousStorageIfAvailable { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return true }
        return unsafe memcmp(a, b, other.utf8.count) == 0
      }
    }
    return (same ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}

extension String? {
  fileprivate func hasSameBytes(as other: String?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let a?, let b?): a.hasSameBytes(as: b)
    default: false
    }
  }
}

extension NodeID {
  fileprivate func hasSameBytes(as other: NodeID) -> Bool {
    rawValue.hasSameBytes(as: other.rawValue)
  }
}

private func haveSameBytes(_ a: [NodeID], _ b: [NodeID]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0.hasSameBytes(as: $1) }
}

private func haveSameBytes(_ a: [String], _ b: [String]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0.hasSameBytes(as: $1) }
}

extension Evidence {
  fileprivate func hasSameBytes(as other: Evidence) -> Bool {
    start == other.start && end == other.end && line == other.line && status == other.status
      && time == other.time && former == other.former
      && document.hasSameBytes(as: other.document) && text.hasSameBytes(as: other.text)
      && frame.hasSameBytes(as: other.frame) && trace.hasSameBytes(as: other.trace)
      && over.hasSameBytes(as: other.over) && topic.hasSameBytes(as: other.topic)
      && office.hasSameBytes(as: other.office) && attribution.hasSameBytes(as: other.attribution)
      && haveSameBytes(place, other.place) && haveSameBytes(occasion, other.occasion)
  }
}

extension Claim {
  fileprivate func hasSameBytes(as other: Claim) -> Bool {
    source.hasSameBytes(as: other.source) && target.hasSameBytes(as: other.target)
      && type.hasSameBytes(as: other.type) && evidence.hasSameBytes(as: other.evidence)
  }
}

extension Appearance {
  fileprivate func hasSameBytes(as other: Appearance) -> Bool {
    (ownID?.rawValue).hasSameBytes(as: other.ownID?.rawValue)
      && document.hasSameBytes(as: other.document) && type.hasSameBytes(as: other.type)
      && label.hasSameBytes(as: other.label) && haveSameBytes(aliases, other.aliases)
      && haveSameBytes(sameAs, other.sameAs) && mentions == other.mentions
  }
}

extension Node {
  /// Whether both are written as the same line of `graph.json`.
  func hasSameBytes(as other: Node) -> Bool {
    id.hasSameBytes(as: other.id) && type.hasSameBytes(as: other.type)
      && label.hasSameBytes(as: other.label) && appearances.count == other.appearances.count
      && haveSameBytes(aliases, other.aliases) && haveSameBytes(sameAs, other.sameAs)
      && zip(appearances, other.appearances).allSatisfy { $0.hasSameBytes(as: $1) }
  }
}

extension Edge {
  /// Whether both are written as the same line of `graph.json`.
  func hasSameBytes(as other: Edge) -> Bool {
    status == other.status && time == other.time && former == other.former
      && claims.count == other.claims.count && id.hasSameBytes(as: other.id)
      && source.hasSameBytes(as: other.source) && target.hasSameBytes(as: other.target)
      && type.hasSameBytes(as: other.type)
      && over.hasSameBytes(as: other.over) && topic.hasSameBytes(as: other.topic)
      && office.hasSameBytes(as: other.office) && haveSameBytes(place, other.place)
      && haveSameBytes(occasion, other.occasion)
      && zip(claims, other.claims).allSatisfy { $0.hasSameBytes(as: $1) }
  }
}

/// What the name finder says of one word: outside of all names, or where in a name of which kind.
package enum NameLabel {
  /// The kinds that are told apart, in the order of their labels.
  package static let kinds: [NameSpan.Kind] = [.person, .place, .organization, .event]

  /// Where in a name a word stands.
  package enum Place: UInt8, CaseIterable, Sendable {
    case begin, inside, end, single
  }

  /// Outside of all names.
  package static let outside: UInt8 = 0
  /// How many labels there are.
  package static let count = 1 + kinds.count * Place.allCases.count

  /// The label for a place in a name of the kind with the given number.
  package static func label(_ place: Place, kind: Int) -> UInt8 {
    UInt8(1 + kind * Place.allCases.count) + place.rawValue
  }

  /// The number of the kind of a label that is not `outside`.
  @inline(__always)
  static func kind(_ label: UInt8) -> Int { (Int(label) - 1) / Place.allCases.count }
  /// The place that a label other than `outside` says.
  @inline(__always)
  static func place(_ label: UInt8) -> Place {
    Place(rawValue: (label - 1) % UInt8(Place.allCases.count)) ?? .single
  }

  /// Whether `label` may follow `previous`: names that begin go on and end, with one kind.
  @inline(__always)
  package static func follows(_ label: UInt8, _ previous: UInt8) -> Bool {
    let isOpen = previous != outside && (place(previous) == .begin || place(previous) == .inside)
    let goesOn = label != outside && (place(label) == .inside || place(label) == .end)
    guard isOpen == goesOn else { return false }
    return !isOpen || kind(label) == kind(previous)
  }
}

/// Finds names and what kind of thing they name, word by word from left to right.
package struct NameFinder: Sendable {
  /// Its weights.
  package let weights: WeightTable
  /// For every label, the labels that may follow.
  private let following: [[UInt8]]
  /// The same for a sentence's last word, where names must end.
  private let last: [[UInt8]]

  /// A finder with the given weights.
  package init(weights: WeightTable) {
    self.weights = weights
    let labels = (0..<UInt8(NameLabel.count))
    following = labels.map { previous in labels.filter { NameLabel.follows($0, previous) } }
    last = following.map { next in
      next.filter {
        $0 == NameLabel.outside || NameLabel.place($0) == .end || NameLabel.place($0) == .single
      }
    }
  }

  /// Appends the names of one sentence, as indices over its words plus `base`.
  package func find(
    _ words: borrowing Span<WordAtoms>, tags: borrowing Span<UInt8>, base: Int,
    into names: inout [NameSpan]
  ) {
    var features = FeatureList()
    var previous = NameLabel.outside
    var beforePrevious = NameLabel.outside
    var start = 0
    for index in words.indices {
      var label = NameLabel.outside
      if previous != NameLabel.outside || Self.mayName(words[index]) {
        NameFeatures.extract(
          words, tags: tags, at: index, previous: previous, beforePrevious: beforePrevious,
          into: &features)
        // A name that is open before the last word ends with it.
        let candidates = index + 1 == words.count ? last : following
        label = weights.best(features, among: candidates[Int(previous)])
      }
      if label != NameLabel.outside {
        let place = NameLabel.place(label)
        if place == .begin || place == .single { start = index }
        if place == .end || place == .single {
          names.append(
            NameSpan(
              tokens: base + start..<base + index + 1, kind: NameLabel.kinds[NameLabel.kind(label)])
          )
        }
      }
      beforePrevious = previous
      previous = label
    }
  }

  /// Whether a name may start with the word: all but words that begin with a small letter or are marks.
  @inline(__always)
  package static func mayName(_ word: WordAtoms) -> Bool {
    let first = word.prefix >> 56
    return word.capitals != .none || first >= 0x80 || first >= 0x30 && first <= 0x39
  }
}

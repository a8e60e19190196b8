/// What a phrase brings into the discourse: something that a pronoun behind it may stand for.
struct Referent {
  /// What kind of thing a pronoun takes it for.
  enum Kind {
    /// "he", "she".
    case person
    /// A country or body, which acts: "it".
    case body
    /// Anything else: "it".
    case thing
  }

  enum Gender {
    case masculine, feminine
  }

  /// The entities of the document; empty where it is something that none of them names.
  let entities: [Int]
  /// The token that heads the phrase.
  let head: Int
  let sentence: Int
  let kind: Kind
  let isPlural: Bool
  var gender: Gender?
  /// How much the phrase's place in its clause brings it to the fore: subjects most.
  let prominence: Double
}

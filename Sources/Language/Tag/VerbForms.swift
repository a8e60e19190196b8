/// Finite forms of verbs that the caller knows, for sentences in which the tagger finds none.
///
/// A treebank has few of the verbs of which news is made, and most of these are nouns too: "sanctions", "orders",
/// "shell".
public struct VerbForms: Sendable {
  /// What a form may be.
  public struct Kinds: OptionSet, Sendable {
    /// A bit for each.
    public let rawValue: UInt8
    /// What the bits say.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// As in "they order".
    public static let base = Kinds(rawValue: 1)
    /// As in "she orders".
    public static let third = Kinds(rawValue: 2)
    /// As in "she ordered".
    public static let past = Kinds(rawValue: 4)
  }

  private var kinds: [UInt64: Kinds] = [:]

  /// No forms.
  public init() {}

  /// Adds a form in lower case; what it may be already, it may be still.
  public mutating func insert(_ form: String, as kind: Kinds) {
    kinds[FeatureHash.ofWord(form.utf8), default: []].formUnion(kind)
  }

  var isEmpty: Bool { kinds.isEmpty }

  /// What the word with that hash may be.
  func kinds(of word: UInt64) -> Kinds { kinds[word] ?? [] }
}

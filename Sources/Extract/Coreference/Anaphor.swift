/// A pronoun or a description that stands for entities of the document, as "he", "their", "the prime
/// minister", "both sides".
///
/// Anaphors neither make nodes nor count as mentions: through them relations reach their entities.
struct Anaphor: Hashable, Sendable {
  /// The words, as half-open token indices over the whole text.
  let tokens: Range<Int>
  /// The token that heads the phrase in the tree.
  let head: Int
  /// The indices of the entities in the document's list; several for "the two leaders", "they".
  var entities: [Int]
  /// What resolved it.
  let foundBy: String
}

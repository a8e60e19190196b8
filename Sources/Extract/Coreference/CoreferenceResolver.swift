/// Finds what the pronouns and descriptions of a document stand for.
struct CoreferenceResolver {
  let table: TokenTable
  let entities: DocumentEntities

  /// The anaphors that are resolved, in the order of the text.
  func anaphors() -> [Anaphor] { [] }
}

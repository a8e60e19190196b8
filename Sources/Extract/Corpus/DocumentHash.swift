private import Graph

/// SHA-256 of all of a document that its graph depends on, as `sha256:` and 64 hexadecimal digits.
///
/// Each part goes in with its name and its length in bytes, so that no two documents can run together to
/// the same bytes, and a part that is missing differs from one that is empty. The id and the path stay
/// out: a file that is moved keeps its hash.
func documentHash(
  text: String, title: String?, published: String?, source: String?, url: String?
) -> String {
  "sha256:"
    + Digest.hexadecimal(of: [
      ("title", title), ("published", published), ("source", source), ("url", url), ("text", text),
    ])
}

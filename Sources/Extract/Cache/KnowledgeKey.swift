private import Graph
public import Language

/// What the statements of a document depend on besides the document and the program: the parser's mode, and each file
/// of the user's.
///
/// Two runs of one program with the same key read a document alike; anything that could make a difference changes it.
public struct KnowledgeKey: Hashable, Sendable {
  /// SHA-256 of all of it, as 64 hexadecimal digits.
  public private(set) var digest: String

  /// What is built in, and nothing else.
  public init(mode: Annotator.Mode) {
    digest = Digest.hexadecimal(of: [("mode", mode.rawValue)])
  }

  /// Takes in a file that adds to the knowledge: what it is for, and its text. The order of files counts.
  public mutating func add(_ kind: String, _ text: String) {
    digest = Digest.hexadecimal(of: [("before", digest), (kind, text)])
  }
}

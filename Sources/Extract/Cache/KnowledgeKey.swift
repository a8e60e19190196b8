public import Graph
public import Language

/// What the statements of a document depend on besides the document and the program: the parser's mode, and each file
/// of the user's.
///
/// Two runs of one program with the same key read a document alike; anything that could make a difference changes it.
public struct KnowledgeKey: Hashable, Sendable {
  /// SHA-256 of all of it, as 64 hexadecimal digits.
  public private(set) var digest: String
  private let mode: Annotator.Mode
  /// The texts that were added, by what they are for, each in its order.
  private var added: [String: [String]] = [:]

  /// What is built in, and nothing else.
  public init(mode: Annotator.Mode) {
    digest = Digest.hexadecimal(of: [("mode", mode.rawValue)])
    self.mode = mode
  }

  /// Takes in a file that adds to the knowledge: what it is for, and its text. The order of files counts.
  public mutating func add(_ kind: String, _ text: String) {
    digest = Digest.hexadecimal(of: [("before", digest), (kind, text)])
    added[kind, default: []].append(text)
  }

  /// What reads by this knowledge, as graphs tell it; `engine` is the version of graphgen.
  ///
  /// Other than the digest, which tells every two builds apart and is for the cache, it is the same for builds of one
  /// version with the same data, so that a graph that is committed doesn't change with each of them.
  public func reader(engine: String) -> Reader {
    let builtIn = { (prefix: String) in
      KnowledgeFile.all.filter { $0.path.hasPrefix(prefix) }.map(\.text)
    }
    var reader = Reader([
      (.engine, engine), (.mode, mode.rawValue),
      (.model, String(LanguageModel.embeddedCheckSum.prefix(12))),
    ])
    for (part, texts) in [
      (.ontology, builtIn("ontology.yaml")), (.gazetteer, builtIn("gazetteer/")),
      (.frames, builtIn("frames/")), (.rules, []),
    ] as [(Reader.Part, [String])] {
      let all = texts + added[part.rawValue, default: []]
      if !all.isEmpty { reader[part] = Reader.digest(of: all) }
    }
    return reader
  }
}

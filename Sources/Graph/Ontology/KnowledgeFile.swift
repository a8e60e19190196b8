import Knowledge

/// A data file that is built into the program.
public struct KnowledgeFile: Sendable {
  private let index: Int

  /// Its path below `Sources/Knowledge`, such as `gazetteer/countries.tsv`.
  public var path: String { unsafe String(cString: knowledge_file_at(index).path) }
  /// Its text; decoded at each call.
  public var text: String {
    let file = unsafe knowledge_file_at(index)
    let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.size)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// All built-in files, in the order of the list that embeds them.
  public static var all: [KnowledgeFile] { (0..<knowledge_file_count()).map(KnowledgeFile.init) }
  /// The built-in file of that path.
  public static func named(_ path: String) -> KnowledgeFile? { all.first { $0.path == path } }
  /// The built-in files below that folder.
  public static func inside(_ folder: String) -> [KnowledgeFile] {
    all.filter { $0.path.hasPrefix(folder + "/") }
  }

  private init(_ index: Int) { self.index = index }
}

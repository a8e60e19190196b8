/// A format that Graphviz draws in.
public enum RenderFormat: String, CaseIterable, Hashable, Sendable {
  /// Scalable Vector Graphics 1.1.
  case svg
  /// Portable Network Graphics.
  case png
  /// Portable Document Format.
  case pdf
  /// Graphviz's coordinates, a line a node or edge.
  case plain
  /// Graphviz's coordinates, as JSON.
  case json0

  /// Whether `bytes` begin as a file of the format does: Graphviz may fail without saying so.
  func hasSignature(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .svg: bytes.starts(with: "<?xml".utf8)
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .pdf: bytes.starts(with: "%PDF-".utf8)
    case .plain: bytes.starts(with: "graph ".utf8)
    case .json0: bytes.starts(with: "{".utf8)
    }
  }
}

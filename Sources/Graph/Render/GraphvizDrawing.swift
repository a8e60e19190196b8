import CGraphviz
import Glibc

/// Draws with Graphviz inside this process. Graphviz may crash, hang or remember broken input: for
/// a process of its own only, which `GraphvizWorker` starts and watches.
public enum GraphvizDrawing {
  /// How the drawing process ends, for `GraphvizWorker` to read.
  enum Exit: Int32 {
    case drawn = 0
    case unavailable = 3
    case syntax = 65
    case failed = 70
  }

  /// Limits the process, draws, and returns what to write and how to end.
  ///
  /// - Parameters:
  ///   - dot: the graph; must not hold a zero byte.
  ///   - engine: Graphviz's name of the layout.
  ///   - format: Graphviz's name of the format.
  ///   - libraries: what to load Graphviz from, tried in turn; empty for the usual names.
  ///   - addressSpace: how many bytes may be used, 0 for no limit.
  ///   - processorSeconds: likewise for time.
  /// - Returns: the picture, messages for standard error, and the exit status.
  public static func run(
    dot: [UInt8], engine: String, format: String, libraries: [String], addressSpace: Int,
    processorSeconds: Int
  ) -> (picture: [UInt8], messages: String, exit: Int32) {
    graphviz_confine(max(0, addressSpace), UInt32(clamping: max(0, processorSeconds)))
    guard !dot.contains(0) else { return ([], "the text holds a zero byte", Exit.syntax.rawValue) }
    let text = dot.map { CChar(bitPattern: $0) } + [0]
    var names = unsafe libraries.map { unsafe UnsafePointer(strdup($0)) } + [nil]
    var picture = unsafe text.withUnsafeBufferPointer { text in
      unsafe names.withUnsafeMutableBufferPointer { names in
        unsafe graphviz_draw(
          libraries.isEmpty ? nil : names.baseAddress, text.baseAddress, engine, format)
      }
    }
    for index in unsafe names.indices { unsafe free(UnsafeMutablePointer(mutating: names[index])) }
    defer { unsafe graphviz_picture_free(&picture) }
    let messages = unsafe picture.messages.map { unsafe String(cString: $0) } ?? ""
    let bytes = unsafe Array(UnsafeRawBufferPointer(start: picture.bytes, count: picture.size))
    let exit: Exit =
      switch unsafe picture.outcome {
      case graphviz_drawn: .drawn
      case graphviz_no_library: .unavailable
      case graphviz_bad_syntax: .syntax
      // Without the registry of plugins, which the package's installation writes, there is no
      // layout.
      case graphviz_no_layout where messages.contains("not recognized"): .unavailable
      default: .failed
      }
    return (bytes, messages, exit.rawValue)
  }
}

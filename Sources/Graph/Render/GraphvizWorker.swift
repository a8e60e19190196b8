/// Draws DOT in a process of its own, so that whatever Graphviz does, this process goes on.
///
/// The process is graphgen itself, called as `graphgen __render FORMAT`: DOT on standard input, the
/// picture on standard output, messages on standard error. It costs no more than calling `dot`
/// would, and needs nothing but the library.
public struct GraphvizWorker: Hashable, Sendable {
  /// The hidden command's name.
  public static let commandName = "__render"

  /// The path of graphgen.
  public var program: String
  /// How long drawing may take.
  public var timeLimit: Duration
  /// How many bytes of address space it may use.
  public var memoryLimit: Int
  /// What to load Graphviz from; empty for the usual names.
  public var libraries: [String]

  /// Of PNG: twice Graphviz's 96, at which small print blurs.
  static let dotsPerInch = 192

  /// A worker; the program that runs is graphgen, unless told otherwise.
  public init(
    program: String = "/proc/self/exe", timeLimit: Duration = .seconds(10),
    memoryLimit: Int = 4 << 30, libraries: [String] = []
  ) {
    self.program = program
    self.timeLimit = timeLimit
    self.memoryLimit = memoryLimit
    self.libraries = libraries
  }

  /// Draws a drawing: SVG by `SVGWriter` with Graphviz's coordinates, all else by Graphviz alone.
  ///
  /// Where Graphviz fails with the boxes (2.42 can't place those of some large graphs), it draws
  /// without.
  ///
  /// - Throws: `RenderError`.
  public func picture(of drawing: Drawing, format: RenderFormat) throws(RenderError) -> [UInt8] {
    do {
      return try drawn(drawing, format)
    } catch {
      switch error {
      case .failed, .crashed:
        guard !drawing.boxes.isEmpty else { throw error }
        return try drawn(
          drawing.withoutBoxes(because: "which Graphviz could not place"), format)
      default: throw error
      }
    }
  }

  private func drawn(_ drawing: Drawing, _ format: RenderFormat) throws(RenderError) -> [UInt8] {
    let engine = drawing.layout.engine.rawValue
    guard format == .svg else {
      let dot = DOTWriter.bytes(
        of: drawing, dotsPerInch: format == .png ? Self.dotsPerInch : nil)
      return try picture(dot: dot, format: format, engine: engine)
    }
    let json = try output(dot: DOTWriter.bytes(of: drawing), format: "json", engine: engine).bytes
    return SVGWriter.bytes(
      of: drawing, placed: try PlacedDrawing(json, margin: SVGWriter.margin))
  }

  /// Draws DOT, as Graphviz does: an SVG is as safe as the DOT was.
  ///
  /// - Throws: `RenderError`.
  public func picture(
    dot: [UInt8], format: RenderFormat, engine: String = "dot"
  ) throws(RenderError) -> [UInt8] {
    let output = try output(dot: dot, format: format.rawValue, engine: engine)
    guard format.hasSignature(output.bytes) else {
      throw .wrongOutput(format: format, messages: output.messages)
    }
    return output.bytes
  }

  /// What Graphviz writes in a format that it has under that name, and what it says meanwhile.
  private func output(
    dot: [UInt8], format: String, engine: String
  ) throws(RenderError) -> (bytes: [UInt8], messages: String) {
    // Processor time ends a little after the clock does: it catches a worker whose parent was
    // stopped.
    var arguments = [
      Self.commandName, format, "--engine", engine, "--memory", String(memoryLimit),
      "--seconds", String(timeLimit.components.seconds + 5),
    ]
    for library in libraries { arguments += ["--library", library] }
    let result: ChildProcess.Result
    do {
      result = try ChildProcess.run(program, arguments: arguments, input: dot, limit: timeLimit)
    } catch {
      throw .noWorker(detail: "\(program): \(error.description)")
    }
    let messages = String(decoding: result.errors, as: UTF8.self)
    switch result.ending {
    case .timedOut: throw .timeout(limit: timeLimit)
    case .signalled(let signal): throw .crashed(signal: signal, messages: messages)
    case .exited(let status):
      switch GraphvizDrawing.Exit(rawValue: status) {
      case .drawn: break
      case .unavailable:
        throw .unavailable(
          detail: messages.split(whereSeparator: \.isNewline).joined(separator: "; "))
      case .syntax: throw .syntax(messages: messages)
      case .failed: throw .failed(messages: messages)
      case nil:
        throw .noWorker(detail: "\(program) ended with status \(status): \(messages.prefix(300))")
      }
    }
    guard !result.output.isEmpty else { throw .emptyOutput(messages: messages) }
    return (result.output, messages)
  }
}

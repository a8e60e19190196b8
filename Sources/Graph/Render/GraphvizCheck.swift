/// What of Graphviz there is on this machine, by trying it.
public struct GraphvizCheck: Sendable {
  /// Something that was tried.
  public struct Finding: Hashable, Sendable {
    /// What: `library`, `engine dot`, `format pdf`, `font`.
    public let subject: String
    /// Whether it works.
    public let isGood: Bool
    /// What was found, or what is wrong and what to do.
    public let detail: String
  }

  /// All that was tried, in a fixed order.
  public let findings: [Finding]
  /// Whether there is a Graphviz at all.
  public let isAvailable: Bool

  /// Tries everything, each in a process of its own.
  public init(_ worker: GraphvizWorker = GraphvizWorker()) {
    var findings: [Finding] = []
    let dot = Array("digraph g { a [label=\"Abe\"]; b; a -> b }".utf8)
    do throws(RenderError) {
      let svg = try worker.picture(dot: dot, format: .svg)
      let library = Self.library(worker)
      findings.append(
        Finding(
          subject: "library", isGood: true, detail: "Graphviz \(Self.version(svg)) (\(library))"))
    } catch {
      self.findings = [Finding(subject: "library", isGood: false, detail: "\(error)")]
      isAvailable = false
      return
    }
    for engine in LayoutPlan.Engine.allCases {
      findings.append(
        Self.tried("engine \(engine.rawValue)") { () throws(RenderError) in
          _ = try worker.picture(dot: dot, format: .plain, engine: engine.rawValue)
        })
    }
    for format in RenderFormat.allCases {
      findings.append(
        Self.tried("format \(format.rawValue)") { () throws(RenderError) in
          _ = try worker.picture(dot: dot, format: format)
        })
    }
    findings.append(Self.font(worker))
    self.findings = findings
    isAvailable = true
  }

  private static func tried(
    _ subject: String, _ action: () throws(RenderError) -> Void
  ) -> Finding {
    do {
      try action()
      return Finding(subject: subject, isGood: true, detail: "works")
    } catch {
      return Finding(subject: subject, isGood: false, detail: "\(error)")
    }
  }

  /// The version that Graphviz writes into its pictures.
  private static func version(_ svg: [UInt8]) -> String {
    let text = String(decoding: svg.prefix(2000), as: UTF8.self)
    guard let match = text.firstMatch(of: /graphviz version ([0-9.~a-z]+)/) else {
      return "of unknown version"
    }
    return String(match.1)
  }

  /// The first of the usual libraries that loads.
  private static func library(_ worker: GraphvizWorker) -> String {
    let dot = Array("digraph g {}".utf8)
    let usual = worker.libraries.isEmpty ? ["libgvc.so.6", "libgvc.so.7"] : worker.libraries
    return usual.first { name in
      var one = worker
      one.libraries = [name]
      return (try? one.picture(dot: dot, format: .plain)) != nil
    } ?? "unknown library"
  }

  /// Whether text is measured with the font that drawings name: another one is of another width.
  private static func font(_ worker: GraphvizWorker) -> Finding {
    let name = "DejaVu Sans Condensed"
    let widths = [name, "No Such Font"].map { width(of: $0, worker) }
    let isThere = widths[0] != nil && widths[0] != widths[1]
    return Finding(
      subject: "font", isGood: isThere,
      detail: isThere
        ? name
        : "\(name) isn't there, so that text may not fit its shape: apt-get install fonts-dejavu-extra"
    )
  }

  /// How wide Graphviz makes a node of some text, as it writes the number.
  private static func width(of font: String, _ worker: GraphvizWorker) -> String? {
    let dot = "digraph g { a [label=\"Wild willows illuminate mills\", fontname=\"\(font)\"] }"
    guard let plain = try? worker.picture(dot: Array(dot.utf8), format: .plain) else { return nil }
    let lines = String(decoding: plain, as: UTF8.self).split(separator: "\n")
    let node = lines.first { $0.hasPrefix("node ") }?.split(separator: " ")
    return node.flatMap { $0.count > 4 ? String($0[4]) : nil }
  }
}

import ArgumentParser
import Graph

/// `graphgen doctor`: what there is to draw with.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tell what there is to draw with, and what is missing.",
    discussion: """
      EXAMPLE
        graphgen doctor

      Tries Graphviz's library, engines and formats, each in a process of its own, and the font of drawings.

      EXIT STATUS
        0 everything works   2 something doesn't   3 no Graphviz
      """)

  func run() throws {
    let check = GraphvizCheck()
    print("graphgen \(Version.current)")
    for finding in check.findings {
      let subject =
        finding.subject + String(repeating: " ", count: max(1, 14 - finding.subject.count))
      print("\(finding.isGood ? "ok     " : "MISSING") \(subject)\(finding.detail)")
    }
    guard check.isAvailable else { throw ExitStatus.renderingUnavailable.code }
    guard check.findings.allSatisfy(\.isGood) else { throw ExitStatus.trouble.code }
  }
}

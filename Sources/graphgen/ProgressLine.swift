import Dispatch
import Foundation
import Synchronization

/// How far long work is, on one line of the terminal that is written over: from the second second on, and
/// only where standard error is a terminal.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var shown: DispatchTime?
  }

  private let total: Int
  private let unit: String
  private let start = DispatchTime.now()
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  /// Progress towards `total` pieces of work.
  init(total: Int, unit: String) {
    self.total = total
    self.unit = unit
  }

  /// One piece more is done.
  func advance() {
    guard isTerminal else { return }
    let now = DispatchTime.now()
    let done: Int? = state.withLock { state in
      state.done += 1
      let since = now.uptimeNanoseconds - (state.shown ?? start).uptimeNanoseconds
      guard since > (state.shown == nil ? 1_000_000_000 : 100_000_000) else { return nil }
      state.shown = now
      return state.done
    }
    if let done { write("\r\(done) of \(total) \(unit)") }
  }

  /// Clears the line, if one was shown.
  func finish() {
    if state.withLock({ $0.shown != nil }) { write("\r\u{1b}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

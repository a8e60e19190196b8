import Foundation
import Glibc

/// Tells how long a step computed, and how much memory the process has taken at most.
struct Stopwatch {
  private let start = Self.seconds

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A line with the processor seconds since the watch was made, and with the rate of the bytes that they took.
  func report(_ what: String, bytes: Int? = nil) {
    let seconds = Self.seconds - start
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let name = what.padding(toLength: 34, withPad: " ", startingAt: 0)
    let rate = bytes.map { String(format: ", %.0f MB/s", Double($0) / 1e6 / seconds) } ?? ""
    print(name + String(format: " %7.2f s", seconds) + rate + ", \(usage.ru_maxrss / 1024) MB of memory")
  }
}

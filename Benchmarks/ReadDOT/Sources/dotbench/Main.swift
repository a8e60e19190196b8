import Foundation
import Glibc
import Graph

/// Seconds that the process has computed.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

guard CommandLine.arguments.count == 2 else { fatalError("usage: dotbench FILE.dot") }
let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
let start = processorSeconds()
let graphs = try DOTSyntax(bytes).graphs
let seconds = processorSeconds() - start
let edges = graphs.reduce(0) { $0 + $1.edgeCount }
let nodes = graphs.reduce(0) { $0 + $1.nodeCount }
var usage = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
print(
  String(
    format: "graphgen  %d nodes, %d edges: %.2f s, %d MB", nodes, edges, seconds,
    usage.ru_maxrss / 1024))

import Foundation

let words = Array(CommandLine.arguments.dropFirst())
switch (words.first, words.count) {
case ("read-dot", 2): try readDOT(words[1])
case ("make-json", 3): try makeGraphJSON(edges: Int(words[1]) ?? 0, at: words[2])
case ("read-json", 2): try readGraphJSON(words[1])
case ("write-dot", 4): try writeDOT(nodes: Int(words[1]) ?? 0, edges: Int(words[2]) ?? 0, at: words[3])
case ("overview", 2): try drawOverview(words[1])
default:
  print(
    "usage: graphbench read-dot FILE | write-dot NODES EDGES FILE | make-json EDGES FILE | "
      + "read-json FILE | overview FILE")
  exit(64)
}

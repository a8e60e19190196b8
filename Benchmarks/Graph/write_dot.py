"""Writes a graph of so many nodes and edges, each with a label, with the DOT libraries that are installed."""
import random
import sys
import time

nodes, edges = int(sys.argv[1]), int(sys.argv[2])
random.seed(1)
pairs = [(random.randrange(nodes), random.randrange(nodes)) for _ in range(edges)]


def report(name, build, write):
    start = time.process_time()
    graph = build()
    built = time.process_time()
    size = len(write(graph))
    written = time.process_time()
    print(f"{name:34} {written - built:7.2f} s, after {built - start:.2f} s to build, {size / 1e6:.0f} MB")


def pydot_graph():
    graph = pydot.Dot("big", graph_type="digraph")
    for number in range(nodes):
        graph.add_node(pydot.Node(f"n{number}", label=f'"node number {number}"'))
    for number, (a, b) in enumerate(pairs):
        graph.add_edge(pydot.Edge(f"n{a}", f"n{b}", label=f'"relation {number % 1000}"', weight="2"))
    return graph


def pygraphviz_graph():
    graph = pygraphviz.AGraph(directed=True, strict=False)
    for number in range(nodes):
        graph.add_node(f"n{number}", label=f"node number {number}")
    for number, (a, b) in enumerate(pairs):
        graph.add_edge(f"n{a}", f"n{b}", label=f"relation {number % 1000}", weight="2")
    return graph


def networkx_graph():
    graph = networkx.MultiDiGraph()
    for number in range(nodes):
        graph.add_node(f"n{number}", label=f"node number {number}")
    for number, (a, b) in enumerate(pairs):
        graph.add_edge(f"n{a}", f"n{b}", label=f"relation {number % 1000}", weight=2)
    return graph


try:
    import pydot

    report("python pydot", pydot_graph, lambda graph: graph.to_string())
except ImportError:
    print("pydot isn't installed")
try:
    import pygraphviz

    report("python pygraphviz", pygraphviz_graph, lambda graph: graph.to_string())
except ImportError:
    print("pygraphviz isn't installed")
try:
    import networkx

    report("python networkx (by pydot)", networkx_graph, lambda graph: networkx.nx_pydot.to_pydot(graph).to_string())
except ImportError:
    print("networkx or pydot isn't installed")

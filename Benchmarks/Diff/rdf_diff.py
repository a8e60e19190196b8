"""Compares two files of N-Triples with rdflib's graph_diff: time of reading, then of comparing."""
import sys
import time

from rdflib import Graph
from rdflib.compare import graph_diff

start = time.process_time()
graphs = [Graph().parse(name, format="nt") for name in sys.argv[1:3]]
read = time.process_time()
both, first, second = graph_diff(*graphs)
end = time.process_time()
print(f"rdflib: reads {read - start:.1f} s, compares {end - read:.1f} s; {len(both)} in both, -{len(first)} +{len(second)}")

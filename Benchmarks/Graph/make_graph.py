"""Writes a random graph as DOT: nodes and edges by number, each with a label."""
import random
import sys

random.seed(1)
nodes, edges = int(sys.argv[1]), int(sys.argv[2])
print("digraph big {")
for number in range(nodes):
    print(f'  n{number} [label="node number {number}"];')
for number in range(edges):
    print(
        f'  n{random.randrange(nodes)} -> n{random.randrange(nodes)} [label="relation {number % 1000}", weight=2];'
    )
print("}")

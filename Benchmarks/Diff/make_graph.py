"""Writes two versions of a large graph as graph.json, and as the lines of RDF that say the same.

Usage: make_graph.py EDGES FOLDER. Of a hundred edges of the second version one differs: in status, in time (and so in
id), or by being new where another is gone.
"""
import random
import sys

COUNTRIES = 5000
RELATIONS = ["supports", "accuses", "threatens", "coerces", "attacks"]


def fnv(parts):
    """The id of an edge: FNV-1a over the parts, each with a separator behind it."""
    value = 0xCBF29CE484222325
    for part in parts:
        for byte in part.encode() + b"\x1f":
            value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def line(number, version):
    """An edge as (source, relation, target, status, time)."""
    picked = random.Random(number)
    source, target = picked.sample(range(COUNTRIES), 2)
    relation = picked.choice(RELATIONS)
    month = f"20{number % 25:02}-{number // 25 % 12 + 1:02}"
    status = "planned"
    if version and number % 100 == 7:
        change = number // 100 % 3
        if change == 0:
            status = "cancelled"
        elif change == 1:
            month = f"20{number % 25:02}"
        else:
            source, target = target, source
    return f"place/c{source}", relation, f"place/c{target}", status, month


def write(edges, version, folder):
    rows = {}
    for number in range(edges):
        source, relation, target, status, time = line(number, version)
        # One edge for each source, relation, target and time, so that every sentence is an edge.
        rows.setdefault((source, relation, target, time[:4]), (number, status, time))
    keys = sorted(rows, key=lambda key: (key[0], key[1], key[2], rows[key][2]))
    with open(f"{folder}/v{version}.json", "w") as graph, open(f"{folder}/v{version}.nt", "w") as rdf:
        graph.write('{"format": "graphgen", "version": 2,\n "documents": [\n')
        graph.write(
            '  {"id": "d", "path": "d.txt", "published": "2015-01-01", "hash": "sha256:' + "0" * 64 + '"}\n ],\n'
        )
        graph.write(' "nodes": [')
        names = sorted(f"place/c{number}" for number in range(COUNTRIES))
        for index, name in enumerate(names):
            label = name[6:].upper()
            graph.write(",\n  " if index else "\n  ")
            graph.write(
                f'{{"id": "{name}", "type": "country", "label": "{label}", "appearances": [{{"document": "d", '
                f'"type": "country", "label": "{label}", "mentions": [{{"start": 0, "end": 1, "line": 1, '
                f'"foundBy": "bench"}}]}}]}}'
            )
        graph.write('\n ],\n "edges": [')
        for index, key in enumerate(keys):
            number, status, time = rows[key]
            source, relation, target, _ = key
            edge = fnv([relation, source, target, "\x1e" + time])
            start = number * 100
            graph.write(",\n  " if index else "\n  ")
            graph.write(
                f'{{"id": "{edge}", "source": "{source}", "type": "{relation}", "target": "{target}", '
                f'"status": "{status}", "time": "{time}", "evidence": [{{"document": "d", "start": {start}, '
                f'"end": {start + 99}, "line": {number + 1}, "text": "Sentence {number} says that {source[6:]} '
                f'{relation} {target[6:]}, and who said so, and where, and why.", "status": "{status}", '
                f'"time": "{time}", "frame": "bench"}}]}}'
            )
            rdf.write(f"<urn:{source}> <urn:{relation}:{edge}:{status}> <urn:{target}> .\n")
        graph.write("\n ]}\n")
    print(f"version {version}: {len(keys)} edges", file=sys.stderr)


for which in (0, 1):
    write(int(sys.argv[1]), which, sys.argv[2])

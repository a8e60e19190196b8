"""Opens every export of a graph with programs that aren't graphgen's, and holds what they see against graph.json.

Usage: check_exports.py GRAPH.json FOLDER
FOLDER has one export a format, as graph.FORMAT, and the three tables of csv. Prints a line for each format; ends with 1
where one differs.
"""
import csv
import json
import sqlite3
import sys
from pathlib import Path

csv.field_size_limit(1 << 30)
failures = []


def check(name, condition, detail=""):
    if not condition:
        failures.append(name)
    print(f"{name}: {'ok' if condition else 'DIFFERS'} {detail}".rstrip())


def attempt(name, action):
    try:
        action()
    except Exception as problem:  # A reader's refusal is a finding, whatever its type.
        failures.append(name)
        print(f"{name}: REFUSED by its reader: {problem!r}")


def main(graph_path, folder):
    graph = json.loads(Path(graph_path).read_text())
    nodes = {node["id"]: node for node in graph["nodes"]}
    edges = {edge["id"]: edge for edge in graph["edges"]}
    file = lambda name: str(folder / name)

    def networkx_sees(name, read):
        found = read(file(f"graph.{name}"))
        labels = {id: data.get("label") for id, data in found.nodes(data=True)}
        check(f"{name} nodes", set(labels) == set(nodes))
        seen = sorted((a, b, data.get("type") or "") for a, b, data in found.edges(data=True))
        check(
            f"{name} edges",
            seen == sorted((e["source"], e["target"], e["type"]) for e in edges.values()),
        )
        check(
            f"{name} labels",
            all(clean(label) == clean(nodes[id]["label"]) for id, label in labels.items()),
        )
        times = sorted(data.get("time") or "" for _, _, data in found.edges(data=True))
        check(f"{name} times", times == sorted(e.get("time") or "" for e in edges.values()))

    def graphml():
        import networkx

        networkx_sees("graphml", lambda path: networkx.read_graphml(path, force_multigraph=True))

    def gexf():
        import networkx

        networkx_sees("gexf", networkx.read_gexf)

    def tables():
        base = sqlite3.connect(":memory:")
        for table in ["nodes", "edges", "documents"]:
            with open(file(f"{table}.csv"), newline="") as lines:
                rows = list(csv.reader(lines, strict=True))
            columns = ", ".join(f'"{name}"' for name in rows[0])
            base.execute(f"create table {table} ({columns})")
            marks = ", ".join("?" * len(rows[0]))
            base.executemany(f"insert into {table} values ({marks})", rows[1:])
        seen = dict(base.execute("select id, label from nodes"))
        check("csv nodes", seen == {id: node["label"] for id, node in nodes.items()})
        rows = base.execute(
            "select edges.id, a.label, b.label, status, time from edges"
            " join nodes a on a.id = source join nodes b on b.id = target"
        )
        check(
            "csv edges",
            {row[0]: row[1:] for row in rows}
            == {
                id: (
                    nodes[e["source"]]["label"], nodes[e["target"]]["label"], e["status"],
                    e.get("time", ""),
                )
                for id, e in edges.items()
            },
        )
        count = base.execute("select count(*) from documents where kind = 'document'").fetchone()[0]
        check("csv documents", count == len(graph["documents"]))

    def ndjson():
        lines = [json.loads(line) for line in open(file("graph.ndjson"))]
        for kind in ["document", "node", "edge"]:
            seen = [{k: v for k, v in x.items() if k != "kind"} for x in lines if x["kind"] == kind]
            check(f"ndjson {kind}s", seen == graph[f"{kind}s"])

    def rdf():
        import rdflib
        from rdflib.compare import isomorphic

        turtle = rdflib.Graph().parse(file("graph.turtle"), format="turtle")
        linked = rdflib.Graph().parse(file("graph.jsonld"), format="json-ld")
        check("turtle and jsonld agree", isomorphic(turtle, linked), f"({len(turtle)} triples)")
        rows = turtle.query(
            """
            PREFIX schema: <https://schema.org/>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            SELECT ?edge ?source ?target ?text WHERE {
              ?edge a rdf:Statement ; rdf:subject/schema:name ?source ; rdf:object/schema:name ?target ;
                prov:wasDerivedFrom [ schema:text ?text ; prov:wasQuotedFrom/schema:headline ?title ] }
            """
        )
        seen = {(str(a), str(b), str(c)) for _, a, b, c in rows}
        titles = {d["id"] for d in graph["documents"] if "title" in d}
        expected = {
            (nodes[e["source"]]["label"], nodes[e["target"]]["label"], evidence["text"])
            for e in edges.values()
            for evidence in e["evidence"]
            if evidence["document"] in titles
        }
        check("turtle evidence", seen == expected, f"({len(seen)} sentences)")

    def followthemoney():
        from followthemoney import model

        found = [json.loads(line) for line in open(file("graph.ftm"))]
        ids = {entity["id"] for entity in found}
        lost = []
        dangling = []
        for entity in found:
            proxy = model.get_proxy(entity, cleaned=False)
            proxy.schema.validate(entity)
            missing = [name for name in proxy.schema.required if name not in entity["properties"]]
            for name, values in entity["properties"].items():
                # It drops values without a visible sign.
                visible = {value for value in values if any(c.isalnum() for c in value)}
                if len(proxy.get(name)) < len(visible) and name not in ("alias", "description"):
                    lost.append((entity["id"], name, values, proxy.get(name)))
                property = proxy.schema.get(name)
                if property.type.name == "entity":
                    dangling += [value for value in values if value not in ids]
            lost += [(entity["id"], name, "required") for name in missing]
        check("ftm entities", not lost, str(lost[:3]) if lost else f"({len(found)})")
        check("ftm links", not dangling, str(dangling[:3]) if dangling else "")

    def cypher():
        from antlr4_cypher import CypherLexer, CypherParser
        from antlr4 import CommonTokenStream, InputStream
        from antlr4.error.ErrorListener import ErrorListener

        class Refusal(ErrorListener):
            def syntaxError(self, recognizer, symbol, line, column, message, problem):
                raise ValueError(f"{line}:{column} {message}")

        count = 0
        for line in open(file("graph.cypher"), newline="\n"):
            if line.startswith("CREATE CONSTRAINT"):
                continue  # Neo4j's own, no part of openCypher's grammar.
            lexer = CypherLexer(InputStream(line.rstrip("\n")))
            parser = CypherParser(CommonTokenStream(lexer))
            for part in (lexer, parser):
                part.removeErrorListeners()
                part.addErrorListener(Refusal())
            parser.script()
            count += 1
        check("cypher", count == len(nodes) + len(edges) + len(graph["documents"]), f"({count})")

    for name, action in [
        ("graphml", graphml), ("gexf", gexf), ("csv", tables), ("ndjson", ndjson), ("rdf", rdf),
        ("ftm", followthemoney), ("cypher", cypher),
    ]:
        attempt(name, action)
    return 1 if failures else 0


def clean(text):
    """The text as XML can hold it."""
    return "".join(
        c if c in "\t\n" or " " <= c <= "\uFFFD" or c >= "\U00010000" else "\uFFFD" for c in text
    )


sys.exit(main(sys.argv[1], Path(sys.argv[2])))

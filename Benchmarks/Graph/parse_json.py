"""Parses a graph.json with Python's json and, where it is installed, orjson: into lists and dictionaries, no more."""
import json
import resource
import sys
import time

data = open(sys.argv[1], "rb").read()
parsers = [("json", json)]
try:
    import orjson

    parsers.append(("orjson", orjson))
except ImportError:
    pass
for name, parser in parsers:
    start = time.process_time()
    value = parser.loads(data)
    parsed = time.process_time()
    if name == "json":
        size = len(json.dumps(value, ensure_ascii=False))
    else:
        size = len(orjson.dumps(value))
    written = time.process_time()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{'python ' + name:34} {parsed - start:7.2f} s to parse, {written - parsed:.2f} s to write, "
        f"{len(data) / 1e6 / (parsed - start):.0f} MB/s, {megabytes} MB of memory"
    )
    del value

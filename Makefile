# make run    draws the articles of seeds/ into output/, and what each of them changed into output/series/
# make test   runs all tests
# Both first install the Debian packages that are missing.

BIN := .build/release/graphgen
# Graphviz to draw with (optional at run time), fonts to measure text with, libxml2 to read HTML with.
PACKAGES := libgraphviz-dev libxml2-dev fonts-dejavu-core fonts-dejavu-extra pkg-config

# Readers that aren't ours, with which the tests open what 'export' writes; PyICU, which one of them needs, is built.
PYTHON := .build/python
PYTHON_PACKAGES := python3-venv python3-dev libicu-dev g++

# The first target is what a bare `make` does.
.PHONY: run test build setup python accept check clean

run: build
	$(BIN) build seeds -o output
	$(BIN) diff --series output/series --title 'The five seed articles' output/graph.json

build: setup
	swift build -c release --product graphgen -Xlinker -s

test: setup python
	swift build --build-tests
	swift test --skip-build

# Takes over an intended change of what graphgen writes: read the diff before committing it.
accept: run
	GRAPHGEN_ACCEPT=1 swift test --filter CommandTests
	git --no-pager diff --stat -- output Tests/CommandTests/Cases

# What a commit should pass: tests, and the formatter's lint.
check: test
	swift format lint --strict --recursive Sources Tests Package.swift

setup:
	@$(call install,$(PACKAGES))

# Once for each change of the list. Without network the tests that need it are skipped, and say so.
python:
	@if cmp -s Tests/python-requirements.txt $(PYTHON)/installed.txt; then \
	  echo "Python packages: all there ($(PYTHON))"; exit 0; fi; \
	$(call install,$(PYTHON_PACKAGES)); \
	python3 -m venv $(PYTHON) \
	  && $(PYTHON)/bin/python -m pip install -q -r Tests/python-requirements.txt \
	  && cp Tests/python-requirements.txt $(PYTHON)/installed.txt \
	  || echo "Python packages: could not be installed; tests of exports by other programs will be skipped"

# Installs the Debian packages that are missing.
define install
missing=""; \
for package in $(1); do \
  dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' \
    || missing="$$missing $$package"; \
done; \
if [ -z "$$missing" ]; then echo "Debian packages: all there ($(1))"; else \
  echo "Debian packages: installing$$missing"; \
  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
  $$sudo apt-get update -q && \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; \
fi
endef

clean:
	swift package clean

# make model, make measure-model: the language model from its data.
include Makefile.model

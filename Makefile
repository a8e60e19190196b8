# make run    draws the articles of seeds/ into output/
# make test   runs all tests
# Both first install the Debian packages that are missing.

BIN := .build/release/graphgen
# Graphviz to draw with (optional at run time), fonts to measure text with, libxml2 to read HTML with.
PACKAGES := libgraphviz-dev libxml2-dev fonts-dejavu-core fonts-dejavu-extra pkg-config

# The first target is what a bare `make` does.
.PHONY: run test build setup accept check clean

run: build
	$(BIN) build seeds -o output

build: setup
	swift build -c release --product graphgen -Xlinker -s

test: setup
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
	@missing=""; \
	for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then echo "Debian packages: all there ($(PACKAGES))"; exit 0; fi; \
	echo "Debian packages: installing$$missing"; \
	sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	$$sudo apt-get update -q && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing

clean:
	swift package clean

# make model, make measure-model: the language model from its data.
include Makefile.model

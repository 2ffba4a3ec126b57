# Two commands do everything, each alone: `make demo` and `make test`. Both make their own environment in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev

.PHONY: demo test check browser servers install clean help

help:  ## Say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; say which: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(INSTALLED): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(INSTALLED_DEV): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[ru-ner]' || echo "!!! RU-NER COULD NOT BE INSTALLED: its tests will be SKIPPED."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[ray]' || echo "!!! RAY COULD NOT BE INSTALLED: its tests will be SKIPPED."
	@touch $@ $(INSTALLED)

install: $(INSTALLED)  ## Install kg into .venv

demo: $(INSTALLED)  ## Add the seed article, print what it says, draw the graph
	@BIN=$(BIN) sh .ci/demo

browser:
	@sh .ci/browser

servers:
	@sh .ci/servers

test: $(INSTALLED_DEV) browser servers  ## Pass the tests; install what they need
	$(BIN)/python -m pytest -q -n auto $(PYTEST)

check: $(INSTALLED_DEV) browser servers  ## Style, types, rooms and tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n auto

clean:  ## Remove what was made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis graph.html

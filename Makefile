# Everything starts here: each target makes the environment that it needs. See `make help`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BROWSER := $(VENV)/.browser
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help site serve demo test check lock bench clean

help:  ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Debian keeps venv in a package of its own: root gets it installed, others are told.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq python3-venv; } \
	  || { echo "Python's module venv is missing; install it, for example: sudo apt install python3-venv"; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)

$(READY): requirements.lock pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(BROWSER): $(READY)
	$(BIN)/python tests/browser/install.py
	touch $@

site: $(READY)  ## Build briefs/ and site/ from seeds/
	$(BIN)/briefs build

serve: $(READY)  ## Build, and read the site in a browser while you work
	$(BIN)/briefs serve

demo: $(READY)  ## Build the example library and read it in a browser
	$(BIN)/briefs serve --config-file examples/mkdocs.yml

test: $(READY) $(BROWSER)  ## Run all tests
	$(BIN)/python -m pytest

check: $(READY)  ## Lint, types, import contracts, fresh briefs
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/briefs check

lock: $(READY)  ## Pin the newest versions of all dependencies
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --group dev --upgrade pyproject.toml -o requirements.lock

bench: $(READY)  ## Measure speed and quality
	$(BIN)/python -m benchmarks

clean:  ## Remove what can be made again
	rm -rf $(VENV) site .cache examples/site examples/.cache

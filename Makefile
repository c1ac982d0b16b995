# Each target sets itself up: Python 3.11 or later and make are all that must be there.
# Packages come from the locked lists in requirements/, hash by hash, into .venv.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
UV := $(BIN)/uv pip compile -q --upgrade --generate-hashes --universal --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

.PHONY: help demo test score bench train lint lock clean
.DELETE_ON_ERROR:

help: ## show the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: .venv/.run.stamp ## read the articles in examples/, show what they say, and what a ledger of them tells
	@$(BIN)/mooted demo examples/

test: lint .venv/.browser.stamp ## lint, then every test
	@$(BIN)/python -m pytest -q -n auto --maxprocesses 8 --dist loadfile

score: .venv/.run.stamp ## score the reader on the gold data
	@$(BIN)/python -m bench.measure

bench: .venv/.bench.stamp ## time the reader, beside a blank spaCy pipeline, the ledger on both its stores, answers, forecasts and the desk
	@$(BIN)/python -m bench.speed
	@$(BIN)/python -m bench.ledger
	@$(BIN)/python -m bench.answers
	@$(BIN)/python -m bench.forecasts
	@$(BIN)/python -m bench.desk

train: .venv/.dev.stamp ## learn the weights anew
	@$(BIN)/python -m bench.antecedents
	@$(BIN)/python -m bench.train

lint: .venv/.dev.stamp ## ruff, mypy --strict, and the import layers
	@$(BIN)/ruff check -q .
	@$(BIN)/ruff format -q --check .
	@$(BIN)/mypy --strict --no-error-summary
	@$(BIN)/lint-imports --no-logo > .venv/layers.txt || { cat .venv/layers.txt; exit 1; }

lock: .venv/.run.stamp ## resolve requirements/ anew (asks the package index)
	@$(PIP) install uv
	@$(UV) requirements/build.in -o requirements/build.txt
	@$(UV) -c requirements/build.txt pyproject.toml --extra web -o requirements/run.txt
	@$(UV) -c requirements/build.txt pyproject.toml --extra dev --extra train -o requirements/dev.txt
	@$(UV) -c requirements/build.txt pyproject.toml --extra bench -o requirements/bench.txt

clean: ## remove the environment and every cache
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "mooted needs Python 3.11 or later: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "setting up .venv ..." >&2
	@$(PYTHON) -m venv .venv

# The browser tests drive Debian's Chromium; where it cannot be had they are skipped, and say so.
.venv/.browser.stamp: | .venv/pyvenv.cfg
	@command -v chromium > /dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null \
		&& { echo "installing chromium ..." >&2; apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium; } > .venv/browser.log 2>&1 \
		|| echo "no chromium here, and none could be installed: the browser tests are skipped (apt-get install chromium)" >&2; }
	@touch $@

# The stamp is as old as the locks it stands for; the package itself is put on the path in place.
.venv/.%.stamp: requirements/%.txt requirements/build.txt pyproject.toml | .venv/pyvenv.cfg
	@echo "installing requirements/$*.txt ..." >&2
	@$(PIP) install --require-hashes -r requirements/build.txt -r $<
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

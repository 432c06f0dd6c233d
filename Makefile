# Every command sets up what it needs: a virtual environment with pinned packages, and the snapshot's index.
#
#   make verify    check the claims in claims/ and print the report
#   make test      lint, types, import contracts, tests: what continuous integration runs
#   make bench-accuracy   measure how often verdicts, causes and inconsistencies are right; takes some minutes
#   make bench-reading    measure how well figures and periods are read in sentences
#   make bench-drafting   measure what `factcheck draft` proposes for a set of stories
#   make fix       repair lint and formatting
#   make golden    renew the expected outputs in tests/golden/ (read the diff before you commit it)
#   make wheel     build the source distribution, and from it the wheel, into dist/
#   make clean     remove everything that was made
#
# PYTHON names the interpreter to use, VENV the folder of the environment:
#   make test PYTHON=python3.12 VENV=.venv-3.12

VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
INDEX := sources/index.sqlite
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

# The index is older than a source file, a folder (a file was added or removed) or the code that compiles it.
SNAPSHOT := $(shell find sources factcheck/snapshot ! -name 'index.sqlite*' ! -name '__pycache__' ! -name '*.pyc' 2>/dev/null)

.PHONY: setup verify test bench-accuracy bench-reading bench-drafting fix golden wheel clean
setup: $(READY) $(INDEX)

# hatchling comes first: the project is then built with the pinned one, not with one fetched aside.
$(READY): pyproject.toml constraints.txt
	@python=$$(sh .ci/find-python $(PYTHON)) || exit 1; \
	echo "Setting up $(VENV) with $$python: this happens once and takes a minute or two."; \
	$(BIN)/python -c '' 2>/dev/null || "$$python" -m venv --clear $(VENV)
	@$(PIP) install --constraint constraints.txt hatchling
	@$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[dev,docx,lsp,sheets,tables,postgres,watch]'
	@touch $@

# Touched last, so that it is newer than its own folder.
$(INDEX): $(SNAPSHOT) | $(READY)
	@$(BIN)/python -c 'from pathlib import Path; from factcheck.snapshot import compile_index; \
	compile_index(Path("sources"), Path("$@"))'
	@touch $@

verify: setup
	@$(BIN)/factcheck verify claims; code=$$?; \
	case $$code in \
	0) echo 'The report was made: no finding fails the check (exit 0).' ;; \
	1) echo 'The report was made: the article has findings, as listed above (exit 1, which is expected here).' ;; \
	*) echo "No report that can be relied on was made: factcheck left with exit code $$code." >&2; exit $$code ;; \
	esac

# All four run, so that one run shows all that is wrong; the tests come last, so that their closing line does too.
test: setup
	@failed=''; \
	echo '== lint'; \
	$(BIN)/ruff check . || failed="$$failed lint"; \
	$(BIN)/ruff format --check . || failed="$$failed format"; \
	echo '== types'; \
	$(BIN)/mypy || failed="$$failed types"; \
	echo '== import contracts'; \
	$(BIN)/lint-imports || failed="$$failed contracts"; \
	echo '== tests'; \
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --cov=factcheck --cov-branch --cov-report=term:skip-covered || failed="$$failed tests"; \
	[ -z "$$failed" ] || { echo "Failed:$$failed" >&2; exit 1; }

bench-accuracy: setup
	@$(BIN)/python -m bench.accuracy

bench-reading: setup
	@$(BIN)/python -m bench.reading

bench-drafting: setup
	@$(BIN)/python -m bench.drafting

fix: $(READY)
	@$(BIN)/ruff check --fix .; $(BIN)/ruff format .

golden: setup
	@$(BIN)/python -m pytest --quiet --golden

wheel: $(READY)
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation --outdir dist .

clean:
	rm -rf $(VENV) dist .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f sources/index.sqlite*
	find factcheck tests -name '__pycache__' -type d -prune -exec rm -rf {} +

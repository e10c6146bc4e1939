# Humas Desk. `make run` opens the window; `make test` is the one gate. Everything is made inside .venv.
#
#   make run                         the window, with the sample on the first start
#   make run ARGS="export FILE --to DIR"   the command line
#   make test                        formatting, lint, types, tests (also the packed program in an empty folder)
#   make conformance                 the long matrix of documents
#   make bench                       the benchmarks, each beside a floor measured in the same run
#   make accuracy                    how right the checker and the intake are, on texts of their own (ARGS=--dev lists the misses)
#   make torture                     random writing for weeks, a thousand kills, every power loss, hostile drafts (about an hour)
#   make pictures                    the window's pictures, into build/pictures
#   make format | catalogue | constraints   for people who change the code

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.ONESHELL:
.DELETE_ON_ERROR:

ARGS ?=
TESTS ?= tests
VENV := .venv
PLATFORM := $(if $(filter Windows_NT,$(OS)),windows,linux)
BIN := $(VENV)/$(if $(filter windows,$(PLATFORM)),Scripts,bin)
CATALOGUES := $(wildcard humas_desk/locale/*/LC_MESSAGES/humas_desk.po)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DISPLAYED := xvfb-run -a -s "-screen 0 1920x1080x24 -dpi 96"

# command:Debian package, for everything the tests start
TOOLS := soffice:libreoffice-writer-nogui pdftotext:poppler-utils Xvfb:xvfb xauth:xauth openbox:openbox xdotool:xdotool

export PYTHONUTF8 := 1
# The tests start the program a hundred times over: it is compiled once.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test conformance bench accuracy bench-session rivals torture pictures format catalogue constraints tools clean

help:
	@sed -n 's/^# \{0,1\}//; 1,12p' Makefile

run: $(VENV)/.installed $(CATALOGUES:.po=.mo)
	@$(BIN)/humas-desk $(ARGS)

test: tools $(VENV)/.tested-with $(CATALOGUES:.po=.mo)
	@echo "Formatting, lint and types …"
	$(BIN)/ruff format --check --quiet . || { echo "Some files are not formatted: make format"; exit 1; }
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	export HUMAS_DESK_STRICT_SKIPS=1
	if [ "$(TESTS)" != tests ]; then
		exec $(DISPLAYED) $(BIN)/python -m pytest -m "not conformance" $(TESTS)
	fi
	echo "Everything, and beside it the window, without a window manager and under one …"
	result=0
	(
		for manager in "" openbox; do
			env -u DISPLAY HUMAS_WINDOW_MANAGER=$$manager $(BIN)/python -m pytest -q -p no:cacheprovider tests/window || result=$$?
		done
		exit $$result
	) >$(VENV)/window.log 2>&1 &
	$(DISPLAYED) $(BIN)/python -m pytest -m "not conformance" tests --ignore tests/window || result=$$?
	wait $$! || result=$$?
	echo "The window, without a window manager and under one:"
	cat $(VENV)/window.log
	exit $$result

conformance: tools $(VENV)/.tested-with $(CATALOGUES:.po=.mo)
	@$(DISPLAYED) $(BIN)/python -m pytest -q -m conformance --timeout 1800 $(TESTS)

bench: tools $(VENV)/.tested-with $(CATALOGUES:.po=.mo)
	@$(DISPLAYED) $(BIN)/python -m tests.bench

accuracy: $(VENV)/.tested-with $(CATALOGUES:.po=.mo)
	@$(BIN)/python -m tests.accuracy $(ARGS)

# The same session of writing, ten minutes long.
bench-session: tools $(VENV)/.tested-with $(CATALOGUES:.po=.mo)
	@HUMAS_BENCH_SESSION=600 $(DISPLAYED) $(BIN)/python -m tests.bench session

# The same release by Typst, fpdf2, WeasyPrint, docxtpl and LibreOffice; no part of the tools, so they are installed here.
rivals: tools $(VENV)/.tested-with $(CATALOGUES:.po=.mo)
	@$(PIP) install --require-hashes -r .constraints/$(PLATFORM)-rivals.txt
	$(BIN)/python -m tests.bench.rivals

# What `make test` tries a little of: random writing on the desk and in the real window, kills, power losses, a full disk, and
# hostile drafts (by a fuzzer).
torture: tools $(VENV)/.tested-with $(CATALOGUES:.po=.mo)
	@$(PIP) install --require-hashes -r .constraints/$(PLATFORM)-torture.txt
	HUMAS_TORTURE=1 $(DISPLAYED) $(BIN)/python -m pytest -q --timeout 3600 tests/torture tests/window/test_random_writing.py

# Pictures of the real window and of the templates' pages; `make pictures ARGS="main dark"` some of them.
pictures: tools $(VENV)/.tested-with $(CATALOGUES:.po=.mo)
	@$(DISPLAYED) $(BIN)/python -m tests.pictures $(ARGS)

format: $(VENV)/.tested-with
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

catalogue: $(VENV)/.tested-with
	@$(BIN)/python humas_desk/locale/catalogue.py update && $(BIN)/python humas_desk/locale/catalogue.py compile

# Pins every package with its hashes, the same versions on each platform. Needs uv, which is not a part of the tools.
constraints:
	@command -v uv >/dev/null || { echo "make constraints needs the program uv."; exit 1; }
	for platform in linux windows; do
		for group in build dev rivals torture; do
			name=$$platform$$([ $$group = build ] || echo -$$group)
			uv pip compile --quiet --upgrade pyproject.toml --group $$group --generate-hashes --no-header --no-annotate \
				--no-emit-index-url --python-platform $$platform --python-version 3.11 -o .constraints/$$name.txt
		done
	done

clean:
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The first Python that is new enough and whole.
$(VENV)/.made:
	@for candidate in $(PYTHON) python3 python3.13 python3.12 python3.11; do
		if "$$candidate" -c 'import sys, venv, ensurepip, tkinter; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
			echo "Setting up with $$("$$candidate" --version) …"
			"$$candidate" -m venv --clear $(VENV)
			touch $@
			exit 0
		fi
	done
	echo "Humas Desk needs Python 3.11 or newer with venv and tkinter; on Debian or Ubuntu: sudo apt-get install python3 python3-venv python3-tk"
	exit 1

$(VENV)/.installed: $(VENV)/.made pyproject.toml humas_desk/locale/build_hook.py .constraints/$(PLATFORM).txt
	@echo "Installing what Humas Desk needs …"
	$(PIP) install --require-hashes -r .constraints/$(PLATFORM).txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.tested-with: $(VENV)/.installed .constraints/$(PLATFORM)-dev.txt
	@echo "Installing the tools of the tests …"
	$(PIP) install --require-hashes -r .constraints/$(PLATFORM)-dev.txt
	touch $@

%.mo: %.po $(VENV)/.installed
	@$(BIN)/python humas_desk/locale/catalogue.py compile
	touch $@

# Debian's packages that the tests need: installed when that is allowed, else named.
tools:
	@missing=
	for tool in $(TOOLS); do
		command -v "$${tool%%:*}" >/dev/null || missing="$$missing $${tool##*:}"
	done
	[ -n "$$missing" ] || exit 0
	if ! command -v apt-get >/dev/null; then
		echo "The tests need these programs of Debian's packages, please install them:$$missing"; exit 1
	elif [ "$$(id -u)" = 0 ]; then as_root=
	elif sudo -n true 2>/dev/null; then as_root="sudo -n"
	else echo "The tests need more programs; please run: sudo apt-get install --no-install-recommends$$missing"; exit 1
	fi
	echo "Installing$$missing …"
	export DEBIAN_FRONTEND=noninteractive
	$$as_root apt-get update -qq
	$$as_root apt-get install -qq -y --no-install-recommends $$missing >/dev/null

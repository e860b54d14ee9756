# Everything a contributor needs; `make help` lists it. Nothing is installed outside of .venv.

PYTHON ?= python3
VENV := .venv
TOOLS := .tools
BIN := $(VENV)/bin
DEMO := $(VENV)/.demo
INSTALLED := $(VENV)/.installed
CHECKING := $(VENV)/.checking
UV := $(or $(shell command -v uv),$(TOOLS)/uv/bin/uv)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The tests start many processes, which import what others have compiled.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help install demo test check check-basedpyright check-mypy check-generated \
	check-completeness check-api public-api matrix pin-oldest release conformance docs document \
	fuzz chaos audit format generate upstream \
	official record screenshots bench sandbox clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(CHECKING) ## Create .venv with everything (the other commands install what they need)

# $(call install,what it is for,arguments for uv or pip): into .venv, by pip where there is no uv.
define install
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; say which: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Installing $(1) into $(VENV)/ (once):"
	@test -x "$(UV)" || { echo "First uv, which installs faster than pip, into $(TOOLS)/"; \
		$(PYTHON) -m pip install --quiet --target $(TOOLS)/uv --constraint requirements-tools.txt uv; } || true
	@test -e $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	@{ test -x "$(UV)" && "$(UV)" pip install --python $(BIN)/python $(2); } || \
		{ $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install $(2); }
endef

# The demo runs the package from this folder. What it needs is what pyproject.toml says.
DEMO_NEEDS = $(shell $(PYTHON) -c 'import tomllib; project = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
	extras = project["optional-dependencies"]; \
	print(*map(repr, project["dependencies"] + extras["sandbox"] + extras["progress"]))')
$(DEMO): requirements-dev.txt pyproject.toml
	$(call install,what the demo needs,--constraint requirements-dev.txt $(DEMO_NEEDS))
	@touch $@

$(INSTALLED): requirements-dev.txt pyproject.toml
	@rm -rf $(VENV)
	$(call install,what the tests need,--requirement requirements-dev.txt)
	$(call install,the package,--no-deps --no-build-isolation --editable .)
	@$(BIN)/python -m compileall -q particle_client
	@touch $@ $(DEMO)

$(CHECKING): requirements-check.txt $(INSTALLED)
	$(call install,what the checks need,--constraint requirements-dev.txt --requirement requirements-check.txt)
	@touch $@

demo: $(DEMO) ## Show what the client does, on a local Device Cloud
	@$(BIN)/python -m examples.demo

# More processes than cores: many tests wait.
# What is skipped, for want of a browser for example, is said with its reason.
test: $(INSTALLED) ## Run all tests
	@$(BIN)/python -m pytest --quiet -rs --dist worksteal \
		--numprocesses $$($(BIN)/python -c 'import os; print(2 * os.cpu_count())')

check: $(CHECKING) ## Check format, lint, layers, types, the OpenAPI document and generated code
	@$(BIN)/ruff format --check --quiet . || { echo "Run: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@found=$$($(BIN)/lint-imports --no-logo --no-cache) || { echo "$$found"; exit 1; }
	@$(MAKE) --no-print-directory --keep-going --jobs 4 \
		$(if $(filter output-sync,$(.FEATURES)),--output-sync=target) \
		check-basedpyright check-mypy check-generated check-completeness check-api

# What takes its time in check, side by side.
check-basedpyright:
	@$(BIN)/basedpyright --warnings

# The code in the documentation uses what mypy has remembered of the package.
check-mypy:
	@$(BIN)/mypy
	@$(BIN)/python -m tests.documentation

check-generated:
	@$(BIN)/python -m generator --check
	@$(BIN)/python -m generator.anything

check-completeness: # of the types that users see
	@found=$$(PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/basedpyright --verifytypes particle_client --ignoreexternal) || \
		{ echo "$$found"; exit 1; }

check-api: # against that of the last release
	@$(BIN)/python -m releasing.api

public-api: $(INSTALLED) ## Describe the public API anew, with which `make check` compares it
	@$(BIN)/python -m releasing.api --write

# TESTS="tests/events -k reconnect" runs only some. ENDS=1 runs what .ci/run does.
matrix: $(INSTALLED) ## Test with each Python found, and with the oldest and the newest libraries
	@UV="$(UV)" TESTS="$(TESTS)" $(BIN)/python -m releasing.matrix $(if $(ENDS),--ends)

pin-oldest: $(INSTALLED) ## Write requirements-oldest.txt: the oldest libraries that are allowed
	@UV="$(UV)" $(BIN)/python -m releasing.matrix --pin

$(TOOLS)/twine: FURTHER = pip check-wheel-contents "validate-pyproject[all]" pyroma cyclonedx-bom
release: $(CHECKING) $(TOOLS)/twine ## Make what is uploaded, into dist/: make release VERSION=0.2.0
	@UV="$(UV)" $(BIN)/python -m releasing.release "$(VERSION)"

docs: $(INSTALLED) $(TOOLS)/site/.installed ## Build the documentation as a site, into site/
	@$(BIN)/python -m generator.site
	@$(TOOLS)/site/bin/zensical build --strict --clean --config-file .site/mkdocs.yml
	@rm -rf site && mv .site/site site && echo "Open site/index.html"

$(TOOLS)/site/.installed: requirements-docs.txt
	@echo "Installing the site's tools into $(TOOLS)/site/ (once) …"
	@$(PYTHON) -m venv --clear $(TOOLS)/site
	@$(TOOLS)/site/bin/python -m pip install --quiet --requirement $<
	@touch $@

conformance: $(INSTALLED) $(TOOLS)/schemathesis ## Test the local cloud against the OpenAPI document
	@PATH="$(CURDIR)/$(TOOLS)/schemathesis/bin:$$PATH" $(BIN)/python -m tests.conformance

# The generator, and what the Python client that it makes depends on.
$(TOOLS)/openapi-generator-cli: FURTHER = pydantic python-dateutil urllib3
document: $(INSTALLED) $(TOOLS)/openapi-generator-cli ## Check the OpenAPI document with other tools (node, java, Go)
	@$(BIN)/python -m tests.other_tools $(TOOLS)

fuzz: $(INSTALLED) ## Fuzz the event stream parser: make fuzz SECONDS=60
	@$(BIN)/python -m tests.fuzz $(SECONDS)

chaos: $(INSTALLED) ## Make ten minutes of trouble for relays: make chaos SECONDS=60
	@$(BIN)/python -m tests.relay.chaos --seconds $(or $(SECONDS),600)

audit: $(TOOLS)/pip-audit ## Check the dependencies for known vulnerabilities
	@$(TOOLS)/pip-audit/bin/pip-audit .

# Tools that would get in the way of the tests, each in an environment of its own.
$(TOOLS)/%: | $(INSTALLED)
	@$(PYTHON) -m venv --clear $@
	@$@/bin/python -m pip install --quiet --constraint requirements-tools.txt $* $(FURTHER) || { rm -rf $@; exit 1; }

format: $(INSTALLED) ## Format the code and sort its imports
	@$(BIN)/ruff check --quiet --fix-only --select I .
	@$(BIN)/ruff format .

generate: $(INSTALLED) ## Generate the client from openapi/
	@$(BIN)/python -m generator

# RECORD=1 records the calls of the packages, PACKAGES="…" names others: folders, tarballs, npm's.
upstream: $(INSTALLED) ## Compare the document with the newest clients of Particle (needs npm)
	@$(BIN)/python -m generator.upstream $(if $(RECORD),--record) $(PACKAGES)

# COMMANDS="login list" runs only the commands that have one of the words.
official: $(INSTALLED) ## Run the commands of Particle's CLI against the local cloud (needs npm)
	@$(BIN)/python -m tests.official $(COMMANDS)

record: $(INSTALLED) ## Record the cassettes in tests/cassettes again
	@$(BIN)/python -m pytest -q tests/cassettes --record

screenshots: $(INSTALLED) ## Take the documentation's pictures of the sandbox's console; needs Chromium
	@CONSOLE_PICTURES=docs/pictures $(BIN)/python -m pytest -q tests/sandbox/test_console.py

bench: $(INSTALLED) ## Compare performance with httpx and others (about ten minutes)
	@$(BIN)/python -m benchmarks

sandbox: $(INSTALLED) ## Serve a local Device Cloud until stopped
	@$(BIN)/python -m particle_client.sandbox

clean: ## Remove .venv and caches
	rm -rf $(VENV) $(TOOLS) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist .site site

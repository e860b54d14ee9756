# Everything a contributor needs; `make help` lists it. Nothing is installed outside of .venv.

PYTHON ?= python3
VENV := .venv
TOOLS := .tools
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The tests start many processes, which import what others have compiled.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help install demo test check check-basedpyright check-mypy check-generated \
	check-completeness compatibility conformance docs document fuzz chaos audit format generate upstream \
	official record bench sandbox clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(INSTALLED) ## Create .venv with everything (the other commands do this on their own)

$(INSTALLED): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; say which: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Installing into $(VENV)/ (once) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q particle_client
	@touch $@

demo: $(INSTALLED) ## Show what the client does, on a local Device Cloud
	@$(BIN)/python -m examples.demo

# More processes than cores: many tests wait.
test: $(INSTALLED) ## Run all tests
	@$(BIN)/python -m pytest --quiet --dist worksteal \
		--numprocesses $$($(BIN)/python -c 'import os; print(2 * os.cpu_count())')

check: $(INSTALLED) ## Check format, lint, layers, types, the OpenAPI document and generated code
	@$(BIN)/ruff format --check --quiet . || { echo "Run: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@found=$$($(BIN)/lint-imports --no-logo --no-cache) || { echo "$$found"; exit 1; }
	@$(MAKE) --no-print-directory --keep-going --jobs 4 \
		$(if $(filter output-sync,$(.FEATURES)),--output-sync=target) \
		check-basedpyright check-mypy check-generated check-completeness

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

# What touches httpx: it has one private name that the client needs.
compatibility: $(TOOLS)/httpx-oldest $(TOOLS)/httpx-newest ## Test with the oldest and the newest httpx
	@for each in $^; do $$each/bin/python -c 'import httpx; print("httpx", httpx.__version__)' && \
		$$each/bin/python -m pytest --quiet --numprocesses auto tests/transport/test_tools.py \
		tests/transport/test_connecting.py tests/transport/test_proxies.py \
		tests/client/test_failures.py || exit 1; done

$(TOOLS)/httpx-oldest: REQUIREMENTS = httpx==0.27.0 pytest-httpx==0.30.0
$(TOOLS)/httpx-newest: REQUIREMENTS = "httpx<0.29" pytest-httpx
$(TOOLS)/httpx-%: $(INSTALLED)
	@$(PYTHON) -m venv --clear $@
	@$@/bin/python -m pip install --quiet --no-deps $(REQUIREMENTS) || { rm -rf $@; exit 1; }
	@for each in $@/lib/python*/site-packages; do \
		cd $$each && ls -d "$(CURDIR)"/$(VENV)/lib/python*/site-packages > rest.pth; done

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

bench: $(INSTALLED) ## Compare performance with httpx and others (about ten minutes)
	@$(BIN)/python -m benchmarks

sandbox: $(INSTALLED) ## Serve a local Device Cloud until stopped
	@$(BIN)/python -m particle_client.sandbox

clean: ## Remove .venv and caches
	rm -rf $(VENV) $(TOOLS) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist .site site

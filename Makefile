# One word each: demo, serve, test, check, gate, bench. Nothing else needs to be installed.
.DEFAULT_GOAL := help
.PHONY: help demo serve test check gate gate-raise held-out calibrate bench bench-desk browser postgres clean

# Warm or cold, the lock file decides what is installed, and uv stays out of its way.
UV := .uv/bin/uv
SYNC := $(UV) sync --frozen --inexact --quiet --extra documents --extra desk --extra matching
LOCK := pyproject.toml uv.lock
# The interpreter that runs make is the one that is used: none is downloaded.
export UV_PYTHON_DOWNLOADS := never
# Compiled once, at installing: every command starts in half the time from then on.
export UV_COMPILE_BYTECODE := 1

help: ## what can be asked for
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(UV):
	python3 -m venv .uv
	.uv/bin/pip install --quiet "uv>=0.9,<0.14"

# What a reader and a pack need.
.venv/.demo: $(LOCK) | $(UV)
	$(SYNC) --no-default-groups
	@touch $@

# All that tests and checks need besides.
.venv/.ok: $(LOCK) | $(UV)
	$(SYNC) --extra postgres --extra s3 --extra video --extra cluster
	@touch $@ .venv/.demo

# The benchmark's peer.
.venv/.bench: $(LOCK) | $(UV)
	$(SYNC) --group bench
	@touch $@ .venv/.ok .venv/.demo

demo: .venv/.demo ## read the sample reports, draft a pack, open the desk
	.venv/bin/marsad demo

serve: .venv/.demo ## run the desk: site and worker, until Ctrl-C
	.venv/bin/marsad serve

browser: .venv/.ok
	@.ci/browser

postgres:
	@.ci/postgres

test: .venv/.ok browser postgres ## every test, gates and architecture too
	@.ci/halves

check: .venv/.ok ## form, lint, types, order of imports
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

gate: .venv/.ok ## the floors of quality, by language and kind
	.venv/bin/pytest tests/gates

gate-raise: .venv/.ok ## raise the floors to what is reached now
	PYTHONPATH=tests .venv/bin/python -m gates.raise_floors --lower-because "$(BECAUSE)"

held-out: .venv/.ok ## development figures beside held-out ones
	PYTHONPATH=tests .venv/bin/python -m gates.side_by_side

calibrate: .venv/.ok ## count how often readers are right, where the articles are at hand
	PYTHONPATH=tests .venv/bin/python tools/calibrate.py tests/gates/held_out tests/gates/articles/held_out

bench: .venv/.bench ## words a second, beside a peer
	.venv/bin/python benchmarks/reading.py

bench-desk: .venv/.ok ## pages of a site with five million findings, on both databases
	@for url in "" postgres; do \
		data=$$(mktemp -d); \
		run="env MARSAD_DATA=$$data"; \
		[ -z "$$url" ] || run="env MARSAD_DATA=$$data .venv/bin/python tests/desk/with_postgres.py"; \
		$$run sh -c '.venv/bin/python benchmarks/desk_load.py $(LOAD) && \
			.venv/bin/marsad reindex && .venv/bin/python benchmarks/desk_pages.py'; \
		rm -rf "$$data"; \
	done

clean: ## what was made here
	rm -rf .venv .uv marsad-demo .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Every errand a developer has; `make` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup run demo check fix test quick test-law search journeys pictures lock migrations docs clean bench-setup bench

help: ## list the errands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## make .venv from the lock
	@sh -c '. scripts/prepare.sh && prepare requirements.lock'

run: ## serve on http://127.0.0.1:8000, with the demonstration province on the first start
	@./run

demo: ## throw var/ away and serve a fresh demonstration province
	@rm -rf var && ./run

check: setup ## format, lint, types, contracts, missing migrations
	@.venv/bin/ruff format --check . && .venv/bin/ruff check . && .venv/bin/mypy bangvang bench config demo tests conftest.py \
	  && .venv/bin/lint-imports --no-logo \
	  && .venv/bin/python manage.py makemigrations --check --dry-run --settings config.settings.test

fix: setup ## format and mend what can be mended by a machine
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

test: ## everything: SQLite, PostgreSQL, browser
	@./test

quick: ## what needs neither browser nor PostgreSQL
	@./test quick

test-law: setup ## the law's own tests
	@.venv/bin/python -m pytest -q bangvang/law

search: setup ## look for records on which the law and its second opinions differ: new ones each time
	@BANGVANG_EXAMPLES=search .venv/bin/python -m pytest -q -n 2 bangvang/law/tests/test_properties.py

journeys: setup ## whole errands in a browser
	@.venv/bin/python -m pytest -q -m journey

pictures: setup ## the pictures of the guide, as the journey of past awards sees its pages
	@BANGVANG_PICTURES=docs/pictures .venv/bin/python -m pytest -q -m journey tests/journeys/test_past_awards.py

lock: setup ## write the locks anew: hashes, no addresses
	@.tools/bin/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header \
	  --no-emit-index-url --python-version 3.11 -q -o requirements.lock
	@.tools/bin/uv pip compile pyproject.toml --universal --generate-hashes --no-header \
	  --no-emit-index-url --python-version 3.11 -q -o requirements-prod.lock
	@.tools/bin/uv pip compile --group bench --universal --generate-hashes --no-header \
	  --no-emit-index-url --python-version 3.11 -q -o requirements-bench.lock

bench-setup: setup ## add what `bangvang bench` measures against to .venv
	@.tools/bin/uv pip install -q --python .venv/bin/python --require-hashes -r requirements-bench.lock

bench: bench-setup ## the law's benchmark at full size, some ten minutes
	@.venv/bin/bangvang bench law

migrations: setup ## write missing migrations
	@.venv/bin/python manage.py makemigrations --settings config.settings.test

docs: setup ## print docs/life-of-a-nomination.md and docs/law-coverage.md from the code
	@.venv/bin/bangvang docs

clean: ## remove what the commands made, except var/
	@rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

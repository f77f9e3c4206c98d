# Six words are all one needs. On a machine without uv and just: python3 start.py test

uv := env("UV", "uv")
export PATH := env("PATH") + ":/usr/sbin" # where Debian keeps mariadbd, off a user's PATH
export PYTHONDONTWRITEBYTECODE := "" # hundreds of programs start in the tests: each reads compiled code

_words:
    @just --list --unsorted

# install what the lock file names, and the database servers and browser that the tests use
setup:
    {{uv}} sync --frozen
    sh scripts/system-packages

# every check: style, types, layers, tests, documentation; words go to pytest
test *words: lint
    PYTHONHASHSEED=0 {{uv}} run --frozen pytest -n 3 --dist worksteal {{words}}

# style, types and layers, without running anything
lint:
    {{uv}} run --frozen ruff check
    {{uv}} run --frozen ruff format --check
    {{uv}} run --frozen mypy
    {{uv}} run --frozen lint-imports --no-cache

# write the generated pages again, and run the examples in all pages
docs:
    {{uv}} run --frozen python -m scripts.reference
    {{uv}} run --frozen python -m scripts.picture
    {{uv}} run --frozen pytest -q tests/workshop/test_docs.py tests/workshop/test_reference.py

# the whole circle on a fictional provider
demo *words:
    {{uv}} run --frozen nakomen demo {{words}}

# ratios against the same SQL by hand
bench *words:
    {{uv}} run --frozen python benchmarks/person.py {{words}}
    {{uv}} run --frozen python benchmarks/retention.py {{words}}

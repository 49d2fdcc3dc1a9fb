# ruff: noqa: S608  names of our own tables and columns, nothing that anybody types
"""The statements that make and keep a search table on PostgreSQL: a tsvector with a GIN index.

The words are cut and lowered here and not by a parser or a locale, so that they are the same
words in every cluster and the same as on SQLite.
"""

import unicodedata
from collections.abc import Sequence
from itertools import product

from bangvang.foundation.db.indexed import Indexed
from bangvang.foundation.vietnamese.text import without_marks

TRIGGERS_THERE = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LOWER = "đ" + "".join(
    unicodedata.normalize("NFC", letter + tone)
    for letter, tone in product("aăâeêioôơuưy", TONES)
    if letter + tone not in "aeiouy"
)
UPPER = LOWER.upper()
BARE = "".join(without_marks(letter) for letter in LOWER)
BETWEEN = r"[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\xa0“”‘’…]+"


def make(indexes: Sequence[Indexed]) -> list[str]:
    """Return the statements that make functions, tables and triggers."""
    tree = indexes[0]
    made = [
        f"CREATE FUNCTION {tree.tree}_scope(bigint) RETURNS text[] LANGUAGE sql STABLE AS $$ "
        f"WITH RECURSIVE up(node, next) AS (SELECT id, {tree.parent} FROM {tree.tree} "
        f"WHERE id = $1 UNION SELECT t.id, t.{tree.parent} FROM {tree.tree} t "
        "JOIN up ON t.id = up.next) SELECT array_agg('@' || node) FROM up $$",
        "CREATE FUNCTION search_words(text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$ "
        f"SELECT array_remove(regexp_split_to_array($1, E'{_escaped(BETWEEN)}'), '') $$",
    ]
    for index in indexes:
        made += [
            f"CREATE TABLE {index.table} (id bigint PRIMARY KEY, words tsvector NOT NULL)",
            f"CREATE INDEX {index.table}_words ON {index.table} USING gin (words)",
            *_followers(index),
        ]
    moved = " ".join(_moved(index) for index in indexes)
    return [
        *made,
        *_trigger(
            f"{tree.tree}_search_moved",
            f"AFTER UPDATE OF {tree.parent} ON {tree.tree} FOR EACH ROW "
            f"WHEN (OLD.{tree.parent} IS DISTINCT FROM NEW.{tree.parent})",
            moved,
        ),
    ]


def remove(indexes: Sequence[Indexed]) -> list[str]:
    """Return the statements that take everything away."""
    return [
        *(f"DROP FUNCTION IF EXISTS {name}() CASCADE" for name in trigger_names(indexes)),
        *(f"DROP TABLE IF EXISTS {index.table}" for index in indexes),
        f"DROP FUNCTION IF EXISTS {indexes[0].tree}_scope(bigint)",
        "DROP FUNCTION IF EXISTS search_words(text)",
    ]


def fill(index: Indexed) -> list[str]:
    """Return the statements that fill an empty table."""
    return [_insert(index, index.rows)]


def trigger_names(indexes: Sequence[Indexed]) -> list[str]:
    """Return the names of all triggers."""
    verbs = ("in", "out", "changed", "emptied")
    rows = [f"{index.rows}_search_{verb}" for index in indexes for verb in verbs]
    return [*rows, f"{indexes[0].tree}_search_moved"]


def _followers(index: Indexed) -> list[str]:
    differ = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in index.watched)
    begins = f"{index.rows}_search_"
    return [
        *_trigger(
            f"{begins}in",
            f"AFTER INSERT ON {index.rows} REFERENCING NEW TABLE AS came FOR EACH STATEMENT",
            f"{_insert(index, 'came')};",
        ),
        *_trigger(
            f"{begins}out",
            f"AFTER DELETE ON {index.rows} FOR EACH ROW",
            f"DELETE FROM {index.table} WHERE id = OLD.id;",
        ),
        *_trigger(
            f"{begins}changed",
            f"AFTER UPDATE OF {', '.join(index.watched)} ON {index.rows} FOR EACH ROW "
            f"WHEN ({differ})",
            f"UPDATE {index.table} SET words = {_vector(index, 'NEW')} WHERE id = NEW.id;",
        ),
        *_trigger(
            f"{begins}emptied",
            f"AFTER TRUNCATE ON {index.rows} FOR EACH STATEMENT",
            f"TRUNCATE {index.table};",
        ),
    ]


def _trigger(name: str, when: str, does: str) -> list[str]:
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN {does} RETURN NULL; END $$",
        f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION {name}()",
    ]


def _insert(index: Indexed, rows: str) -> str:
    """Fill from some rows; each node that they hang on is looked up once."""
    return (
        f"INSERT INTO {index.table} (id, words) "
        f"SELECT r.id, {_lexemes(index, 'r', 's.scope')} FROM {rows} r "
        f"JOIN (SELECT node, {index.tree}_scope(node) AS scope FROM "
        f"(SELECT DISTINCT {index.node} AS node FROM {rows}) nodes) s ON s.node = r.{index.node}"
    )


def _moved(index: Indexed) -> str:
    """A node went elsewhere with all below it: say anew where their rows hang."""
    return (
        f"UPDATE {index.table} s SET words = {_vector(index, 'r')} FROM {index.rows} r "
        f"WHERE r.id = s.id AND r.{index.node} IN (WITH RECURSIVE down(node) AS (SELECT NEW.id "
        f"UNION SELECT t.id FROM {index.tree} t JOIN down ON t.{index.parent} = down.node) "
        "SELECT node FROM down);"
    )


def _vector(index: Indexed, row: str) -> str:
    return _lexemes(index, row, f"{index.tree}_scope({row}.{index.node})")


def _lexemes(index: Indexed, row: str, scope: str) -> str:
    found = f"{_words(index, row)} || {scope}"
    return f"array_to_tsvector(CASE WHEN {index.stands(row)} THEN {found} ELSE '{{}}'::text[] END)"


def _words(index: Indexed, row: str) -> str:
    lowered = [_lowered(f"{row}.{name}") for name in (*index.written, *index.bare)]
    bare = [f"translate({_lowered(f'{row}.{name}')}, '{LOWER}', '{BARE}')" for name in index.bare]
    text = " || ' ' || ".join([*(f"{row}.{name}" for name in index.folded), *lowered, *bare])
    return f"search_words({text})"


def _lowered(column: str) -> str:
    return f"translate(lower({column}), '{UPPER}', '{LOWER}')"


def _escaped(pattern: str) -> str:
    return pattern.replace("\\", "\\\\").replace("'", "''")

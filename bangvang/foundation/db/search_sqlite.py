# ruff: noqa: S608  names of our own tables and columns, nothing that anybody types
"""The statements that make and keep a search table on SQLite: FTS5, no diacritics touched."""

from collections.abc import Iterable, Sequence

from bangvang.foundation.db.indexed import Indexed
from bangvang.foundation.vietnamese.text import without_marks

TRIGGERS_THERE = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
MARKED = "ĂÂĐÊÔƠƯăâđêôơư"
"""Letters that stand in abbreviations; FTS5 lowers them, but does not take their marks."""


def make(indexes: Sequence[Indexed]) -> list[str]:
    """Return the statements that make tables and triggers."""
    made = []
    for index in indexes:
        made.append(
            f"CREATE VIRTUAL TABLE {index.table} USING fts5(words, scope, detail='column', "
            "tokenize='unicode61 remove_diacritics 0')"
        )
        made += _followers(index)
    tree = indexes[0]
    moved = " ".join(_moved(index) for index in indexes)
    made.append(
        f"CREATE TRIGGER {tree.tree}_search_moved AFTER UPDATE OF {tree.parent} ON {tree.tree} "
        f"WHEN old.{tree.parent} IS NOT new.{tree.parent} BEGIN {moved} END"
    )
    return made


def remove(indexes: Sequence[Indexed]) -> list[str]:
    """Return the statements that take everything away."""
    triggers = [f"DROP TRIGGER IF EXISTS {name}" for name in trigger_names(indexes)]
    return [*triggers, *(f"DROP TABLE IF EXISTS {index.table}" for index in indexes)]


def fill(index: Indexed) -> list[str]:
    """Return the statements that fill an empty table."""
    return [
        f"WITH RECURSIVE up(node, above, next) AS (SELECT id, id, {index.parent} FROM {index.tree} "
        f"UNION SELECT up.node, t.id, t.{index.parent} FROM up JOIN {index.tree} t "
        "ON t.id = up.next), scopes(node, words) AS MATERIALIZED "
        "(SELECT node, group_concat('n' || above, ' ') FROM up GROUP BY node) "
        f"INSERT INTO {index.table}(rowid, words, scope) "
        f"SELECT r.id, {_words(index, 'r')}, "
        f"CASE WHEN {index.stands('r')} THEN s.words ELSE '' END FROM {index.rows} r "
        f"JOIN scopes s ON s.node = r.{index.node} ORDER BY r.id",
        f"INSERT INTO {index.table}({index.table}) VALUES ('optimize')",
    ]


def trigger_names(indexes: Sequence[Indexed]) -> list[str]:
    """Return the names of all triggers."""
    rows = [f"{i.rows}_search_{verb}" for i in indexes for verb in ("in", "out", "changed")]
    return [*rows, f"{indexes[0].tree}_search_moved"]


def _followers(index: Indexed) -> list[str]:
    words, scope = _words(index, "new"), _scope(index, f"new.{index.node}")
    scope = f"CASE WHEN {index.stands('new')} THEN {scope} ELSE '' END"
    differ = " OR ".join(f"old.{name} IS NOT new.{name}" for name in index.watched)
    begins = f"CREATE TRIGGER {index.rows}_search_"
    return [
        f"{begins}in AFTER INSERT ON {index.rows} BEGIN "
        f"INSERT INTO {index.table}(rowid, words, scope) VALUES (new.id, {words}, {scope}); END",
        f"{begins}out AFTER DELETE ON {index.rows} BEGIN "
        f"DELETE FROM {index.table} WHERE rowid = old.id; END",
        f"{begins}changed AFTER UPDATE OF {', '.join(index.watched)} ON {index.rows} "
        f"WHEN {differ} BEGIN UPDATE {index.table} SET words = {words}, scope = {scope} "
        "WHERE rowid = new.id; END",
    ]


def _moved(index: Indexed) -> str:
    """A node went elsewhere with all below it: say anew where their rows hang."""
    below = (
        f"WITH RECURSIVE down(node) AS (SELECT new.id UNION SELECT t.id FROM {index.tree} t "
        f"JOIN down ON t.{index.parent} = down.node) SELECT node FROM down"
    )
    hangs_on = f"(SELECT r.{index.node} FROM {index.rows} r WHERE r.id = {index.table}.rowid)"
    return (
        f"UPDATE {index.table} SET scope = {_scope(index, hangs_on)} WHERE rowid IN "
        f"(SELECT r.id FROM {index.rows} r WHERE {index.stands('r')} AND r.{index.node} IN "
        f"({below}));"
    )


def _scope(index: Indexed, node: str) -> str:
    return (
        f"(WITH RECURSIVE up(node, next) AS (SELECT t.id, t.{index.parent} FROM {index.tree} t "
        f"WHERE t.id = {node} UNION SELECT t.id, t.{index.parent} FROM {index.tree} t "
        "JOIN up ON t.id = up.next) SELECT group_concat('n' || node, ' ') FROM up)"
    )


def _words(index: Indexed, row: str) -> str:
    as_they_are = [f"{row}.{name}" for name in (*index.folded, *index.written, *index.bare)]
    words = " || ' ' || ".join([*as_they_are, *_bare(f"{row}.{name}" for name in index.bare)])
    return f"CASE WHEN {index.stands(row)} THEN {words} ELSE '' END"


def _bare(columns: Iterable[str]) -> Iterable[str]:
    for column in columns:
        stripped = column
        for letter in MARKED:
            stripped = f"replace({stripped}, '{letter}', '{without_marks(letter)}')"
        yield stripped

"""The commands. `whosays read SOURCE…` is the first of them."""

from __future__ import annotations

import datetime
import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

import click

from whosays import plugins, work
from whosays.errors import WhosaysError
from whosays.export.look import Look, harmless
from whosays.model import Reading

_WIDTH = 80


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="whosays")
def main() -> None:
    """Who says what about what happened.

    Example: whosays read report.html
    """


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--claims", is_flag=True, help="Show every claim, grouped by what it is about (the table format).")
@click.option("--format", "form", metavar="NAME", help="brief (default), table, json, jsonl, csv or a plug-in's name.")
@click.option("--retrieved", metavar="TIME", help="When the sources were got, ISO 8601. Default: now.")
@click.option("--extractor", default="rules", show_default=True, metavar="NAME", help="Which extractor reads them.")
@click.option("--allow-private", is_flag=True, help="Allow addresses on this machine and on private networks.")
def read(
    sources: tuple[str, ...], claims: bool, form: str | None, retrieved: str | None, extractor: str, allow_private: bool
) -> None:
    r"""Read reports and show who says what.

    SOURCE is a file (.txt .html .json .jsonl), a folder, an http(s) address, or - for standard input.

    \b
    Example: whosays read border-raid.html
             whosays read reports/ --format csv > claims.csv

    Exit code: 0 all read, 1 some inputs failed (named on standard error), 2 wrong use.
    """
    name = _format(claims, form)
    moment = _moment(retrieved)
    tally = _Tally(many=len(sources) > 1)
    try:
        exporter = plugins.load("exporters", name)
        found = work.read(sources, extractor=extractor, retrieved=moment, allow_private=allow_private)
        target = _stdout(getattr(exporter, "ENCODING", None))
        exporter.write(tally.readings(found), target, _look(target, tally.many or _is_folder(sources)))
        target.flush()
    except WhosaysError as error:
        raise click.UsageError(str(error)) from error
    tally.close()
    sys.exit(1 if tally.failed else 0)


def _format(claims: bool, form: str | None) -> str:
    if claims and form not in {None, "table"}:
        raise click.UsageError(f"--claims is the table format, and --format asks for {form}; give one of them")
    name = form or ("table" if claims else "brief")
    known = plugins.names("exporters")
    if name not in known:
        raise click.UsageError(f"--format {name}: unknown; there is {', '.join(known)}")
    return name


def _moment(retrieved: str | None) -> str:
    """The moment given, checked, or the moment of this command."""
    if retrieved is None:
        return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    try:
        datetime.datetime.fromisoformat(retrieved)
    except ValueError as error:
        raise click.UsageError(
            f"--retrieved {retrieved}: not a time; write it like 2023-05-24 or 2023-05-24T09:00"
        ) from error
    return retrieved


def _is_folder(sources: tuple[str, ...]) -> bool:
    return any(os.path.isdir(s) for s in sources)  # noqa: PTH112  (a source is a name, not always a path)


def _stdout(encoding: str | None) -> TextIO:
    """Standard output, in the encoding that an exporter's format asks for; else in the terminal's own, where a letter
    that it lacks is written as an escape instead of ending the program."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=None if encoding else "backslashreplace")
    return sys.stdout


def _look(target: TextIO, many: bool) -> Look:
    colour = target.isatty() and not os.environ.get("NO_COLOR")
    return Look(width=_WIDTH, colour=colour, many=many)


class _Tally:
    """Counts what was read, names what failed on standard error, shows progress if that is a terminal."""

    def __init__(self, *, many: bool) -> None:
        self.many = many
        self.read = 0
        self.failed = 0

    def readings(self, found: Iterator[Reading | WhosaysError]) -> Iterator[Reading]:
        for item in found:
            if isinstance(item, WhosaysError):
                self.failed += 1
                click.echo(f"error: {harmless(str(item))}", err=True)
            else:
                self.read += 1
                self._progress(item)
                yield item

    def _progress(self, reading: Reading) -> None:
        if self.read > 1 and sys.stderr.isatty() and not sys.stdout.isatty():
            click.echo(
                f"\r{self.read} read, {self.failed} failed: {harmless(reading.report.key)[:40]:40}", err=True, nl=False
            )

    def close(self) -> None:
        if self.read + self.failed > 1 or self.many:
            click.echo(f"{self.read} read, {self.failed} failed", err=True)

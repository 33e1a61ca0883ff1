"""Extractions as tables for people to read."""

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from lorbeer.records import Award, Date, Extraction, Honour, Money, Party, Region, ReleaseInfo
from lorbeer.store import Writer

#: Wider tables tear apart what belongs together.
_WIDEST = 160


class TableWriter(Writer):
    """Prints a heading and one table per release."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def write(self, extraction: Extraction) -> None:
        """Print one release."""
        self._console.print(heading(extraction.release))
        if extraction.awards:
            self._console.print(awards_table(extraction.awards, self._console.width))
        else:
            self._console.print(Text("no award found", style="italic"))
        self._console.print()

    def close(self) -> None:
        """Nothing is left to print."""


def heading(release: ReleaseInfo) -> Text:
    """A release's title, and where it is from."""
    origin = " · ".join(part for part in (release.source, release.published) if part)
    return Text.assemble((release.title or "(no title)", "bold"), "\n", (origin, "dim"))


def awards_table(awards: Iterable[Award], width: int) -> Table:
    """One row an award; narrower than `width` columns where that reads better."""
    width = min(width, _WIDEST)
    table = Table(box=box.HORIZONTALS, width=width, show_lines=True, show_edge=False)
    for heading, ratio in (("Award", 5), ("Winners", 7), ("Details", 6)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for award in awards:
        table.add_row(_award(award), _honours(award.honours), _details(award))
    return table


def _award(award: Award) -> Text:
    facts = [award.stage, _date(award.date) if award.date else _plain(award.year)]
    return Text.assemble(
        (award.name, "bold green"), "\n", (" · ".join(fact for fact in facts if fact), "dim")
    )


def _honours(honours: Iterable[Honour]) -> Table:
    """One entry per honour: its rank, then who received what."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", style="cyan", no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for honour in honours:
        grid.add_row(f"{honour.rank}." if honour.rank else "•", _honour(honour))
    return grid


def _honour(honour: Honour) -> Text:
    line = Text(", ".join(_party(recipient) for recipient in honour.recipients))
    status = honour.status if honour.status in ("nominee", "commendation") else None
    money = _money(honour.prize_money) if honour.prize_money else None
    extras = [extra for extra in (status, honour.category, money) if extra]
    return line.append(f" · {' · '.join(extras)}", style="dim") if extras else line


def _details(award: Award) -> Text:
    lines = [
        Text.assemble((f"{label}: ", "dim"), value) for label, value in _labelled(award) if value
    ]
    return Text("\n").join(lines)


def _labelled(award: Award) -> Iterator[tuple[str, str]]:
    event = award.event
    yield "deadline", award.deadline or ""
    yield "conferred by", _names(award.conferred_by)
    yield "presented by", _names(award.presented_by)
    yield "event", ", ".join(part for part in (event.name, event.place) if part) if event else ""
    yield "partners", _names(award.partners)
    yield "regions", _names(award.regions)
    yield "endowment", _money(award.endowment) if award.endowment else ""


def _party(party: Party) -> str:
    return f"{party.name} ({party.place})" if party.place else party.name


def _names(named: Iterable[Party | Region]) -> str:
    return ", ".join(one.name for one in named)


def _date(date: Date) -> str:
    return f"{date.start} to {date.end}" if date.end else date.start


def _money(money: Money) -> str:
    return f"{money.amount:,.2f}".removesuffix(".00") + f" {money.currency}"


def _plain(value: int | None) -> str:
    return "" if value is None else str(value)

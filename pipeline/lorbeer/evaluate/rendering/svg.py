"""Drawings as inline SVG; colours come from the classes of the page around them."""

from collections.abc import Iterable, Sequence
from html import escape

Point = tuple[float, float]


def drawing(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """An image of this size in pixels, which may shrink; `title` says what it shows."""
    return (
        f'<svg role="img" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}"><title>{escape(title)}</title>'
        f"{''.join(parts)}</svg>"
    )


def line(start: Point, end: Point, style: str) -> str:
    """A straight line."""
    return (
        f'<line class="{style}" x1="{start[0]:.1f}" y1="{start[1]:.1f}" '
        f'x2="{end[0]:.1f}" y2="{end[1]:.1f}"/>'
    )


def path(points: Sequence[Point], style: str) -> str:
    """A line through points."""
    places = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline class="{style}" points="{places}"/>'


def dot(centre: Point, radius: float, style: str, title: str) -> str:
    """A filled circle with a text that is shown on pointing at it."""
    return (
        f'<circle class="{style}" cx="{centre[0]:.1f}" cy="{centre[1]:.1f}" r="{radius:.1f}">'
        f"<title>{escape(title)}</title></circle>"
    )


def bar(corner: Point, width: float, height: float, style: str, title: str) -> str:
    """A filled rectangle with a text that is shown on pointing at it."""
    return (
        f'<rect class="{style}" x="{corner[0]:.1f}" y="{corner[1]:.1f}" '
        f'width="{width:.1f}" height="{height:.1f}"><title>{escape(title)}</title></rect>'
    )


def text(place: Point, words: str, anchor: str = "start", style: str = "label") -> str:
    """Words that start, end or have their middle at a place."""
    return (
        f'<text class="{style}" x="{place[0]:.1f}" y="{place[1]:.1f}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )

"""The main text of a page: what is kept of a whole page, and the parts that decide it."""

import numpy as np
import pytest

from lorbeer.clean import clean
from lorbeer.clean.boosted_trees import BoostedTrees
from lorbeer.clean.clues import CLUES, clues_of
from lorbeer.clean.html_tree import parse, paths_to
from lorbeer.clean.likely import TREES
from lorbeer.clean.main_text import candidates_of, main_passages
from lorbeer.clean.place_finder import PlaceFinder
from lorbeer.clean.visible import visible
from lorbeer.flow import Release

LEAD = (
    "Der Landesverband der Chöre hat am Samstag im Kurhaus von Bad Elmen die Gewinner seines "
    "Wettbewerbs geehrt. Mehr als dreißig Ensembles aus dem ganzen Land hatten sich beworben, "
    "zwölf von ihnen sangen vor der Jury."
)
CLOSE = (
    "Die Preisgelder stiftete die Sparkasse Elmen. Der nächste Wettbewerb findet in zwei Jahren "
    "statt, wie die Vorsitzende Ruth Anders zum Abschluss des Abends sagte."
)
PAGE = f"""<!doctype html><html lang="de">
<head><title>Chorpreis vergeben | Elmen heute</title></head>
<body><header class="site-header"><a href="/">Elmen heute</a></header>
<nav><ul><li><a href="/sport">Sport</a></li><li><a href="/kultur">Kultur</a></li></ul></nav>
<div class="cookie-banner">Diese Website nutzt Cookies. Bitte stimmen Sie zu.</div>
<main><article><h1>Chorpreis vergeben</h1><p>{LEAD}</p>
<h2>Die Preisträger</h2>
<ul><li>1. Platz: Kammerchor Salze</li><li>2. Platz: Frauenchor Fermersleben</li>
<li>3. Platz: Männerchor Gommern</li></ul>
<table><tr><th>Sonderpreis</th><th>Ensemble</th></tr>
<tr><td>Jugend</td><td>Singekreis Leitzkau</td></tr>
<tr><td>Uraufführung</td><td>Vokalkreis Loburg</td></tr></table>
<p>{CLOSE}</p></article>
<div class="share-bar">Auf Facebook teilen</div></main>
<aside class="sidebar"><h3>Meistgelesen</h3><ul><li><a href="/1">Stau auf der Brücke</a></li>
<li><a href="/2">Freibad öffnet früher</a></li></ul></aside>
<footer>© Elmen heute. Impressum</footer></body></html>"""


def passages(source: str) -> list[str]:
    found = main_passages(parse(source), PlaceFinder(visible(source, "html")))
    return [passage.text for passage in found]


@pytest.mark.parametrize(
    "winner",
    [
        "1. Platz: Kammerchor Salze",
        "2. Platz: Frauenchor Fermersleben",
        "3. Platz: Männerchor Gommern",
        "Jugend | Singekreis Leitzkau",
        "Uraufführung | Vokalkreis Loburg",
    ],
)
def test_winners_in_lists_and_tables_are_kept(winner: str) -> None:
    assert winner in passages(PAGE)


@pytest.mark.parametrize(
    "frame", ["Sport", "Cookies", "Facebook", "Meistgelesen", "Freibad", "Impressum"]
)
def test_the_frame_goes(frame: str) -> None:
    assert frame not in " ".join(passages(PAGE))


def test_running_text_is_kept_in_order() -> None:
    kept = passages(PAGE)
    assert kept.index(LEAD) < kept.index("Die Preisträger") < kept.index(CLOSE)


def test_the_trees_ask_for_clues_that_there_are() -> None:
    trees = BoostedTrees.load(TREES)
    assert trees.asked.max() < len(CLUES)
    candidates = candidates_of(parse(PAGE), PlaceFinder(visible(PAGE, "html")))
    chances = dict(
        zip(
            (c.passage.text for c in candidates),
            trees.probabilities(clues_of(candidates)),
            strict=True,
        )
    )
    assert chances[LEAD] > 0.9 > 0.1 > chances["Stau auf der Brücke"]


def test_a_tree_leads_from_its_root_to_a_leaf() -> None:
    # One tree: is number 1 at most 0.5? then -1, else is number 0 at most 2? then 0, else 3.
    trees = BoostedTrees(
        start=0.0,
        depth=2,
        asked=np.array([[1, 0, 0, 0, 0]]),
        limit=np.array([[0.5, 0, 2, 0, 0]]),
        low=np.array([[1, 1, 3, 3, 4]]),
        high=np.array([[2, 1, 4, 3, 4]]),
        value=np.array([[9.0, -1.0, 9.0, 0.0, 3.0]]),
    )
    rows = np.array([[0, 0], [2, 1], [2.5, 1]], np.float32)
    odds = np.array([-1.0, 0.0, 3.0])
    assert trees.probabilities(rows) == pytest.approx(1 / (1 + np.exp(-odds)))


def test_texts_are_found_in_order_though_they_recur() -> None:
    source = "<p>Ada</p><p title='Ada'>Ada und <b>Ada</b></p>"
    finder = PlaceFinder(visible(source, "html"))
    assert [finder.find(text) for text in ("Ada", "Ada und ", "Ada")] == [3, 25, 36]


def test_paths_lead_from_the_outermost_element() -> None:
    page = parse("<div><p>a</p><ul><li>b</li></ul></div>")
    item, paragraph = page.find(".//li"), page.find(".//p")
    tags = [[element.tag for element in path] for path in paths_to([item, paragraph, item])]
    assert tags == [
        ["html", "body", "div", "ul", "li"],
        ["html", "body", "div", "p"],
        ["html", "body", "div", "ul", "li"],
    ]


LINKED_WINNERS = PAGE.replace(
    "<li>1. Platz: Kammerchor Salze</li>",
    '<li><a href="/salze">1. Platz: Kammerchor Salze</a></li>',
).replace(
    "<h2>Die Preisträger</h2>",
    "<h2>Ehrenpreise</h2><div class='card'><h3>Ida Holm</h3></div>"
    "<div><a href='/b'>Bo Lind</a></div>"
    "<h2>Die Preisträger</h2>",
)


@pytest.mark.parametrize("winner", ["1. Platz: Kammerchor Salze", "Ida Holm", "Bo Lind"])
def test_winners_that_are_links_or_cards_are_kept(winner: str) -> None:
    assert winner in passages(LINKED_WINNERS)


def ranking(*names: str) -> str:
    return f"<ol>{''.join(f'<li>{name}</li>' for name in names)}</ol>"


RANKINGS = f"""<!doctype html><html lang="de">
<head><title>Ergebnisse | Gartenbund Lahn</title></head>
<body><nav><a href="/">Start</a> · <a href="/bund">Der Bund</a></nav>
<h1>Ergebnisse</h1><p>{LEAD}</p>
<h2>Balkone</h2>
{ranking("Ida Holm (Wetzlar)", "Bo Lind (Weilburg)", "Ute Kern", "Ina Horn", "Jo Bär")}
<p>Lobend erwähnt: Familie Ahrens</p>
<h2>Höfe</h2>
{ranking("Ole Kern (Nassau)", "Uwe Rot", "Pia Rau", "Tim Ort", "Lea Ost")}
<p>{CLOSE}</p><footer>Gartenbund</footer></body></html>"""


def test_lists_between_kept_passages_are_kept_with_their_headings() -> None:
    kept = passages(RANKINGS)
    assert kept[kept.index("Höfe") :][:2] == ["Höfe", "1. Ole Kern (Nassau)"]
    assert "5. Lea Ost" in kept


SITE = """<!DOCTYPE html><html lang="de">
<head><title>Fadenspiel – Puppenfestival Elmen</title></head><body><header class="hero">
<h1>Fadenspiel</h1><p>Das Puppenfestival an der Sale<br>6. bis 10. Mai</p>
<a class="btn" href="/karten">Karten</a></header>
<section id="programm"><h2>Wettbewerb «An der langen Leine»</h2>
<p>Sechs Stücke bewerben sich um den mit 8000 Euro dotierten Preis. Die Jury schaut alle Stücke
mitten im Publikum an. Verleihung: Sonntag, 10. Mai, 17 Uhr, Turnhalle.</p>
<h2>Preis der Kinder</h2>
<p>Kinder bis 12 Jahre bekommen eine Holzkugel und legen sie in die Kiste ihres Stücks.</p>
</section><footer>Träger: Verein Puppen Elmen.</footer></body></html>"""


@pytest.mark.parametrize("heading", ["Wettbewerb «An der langen Leine»", "Preis der Kinder"])
def test_headings_right_above_what_is_kept_are_kept(heading: str) -> None:
    assert heading in passages(SITE)


def test_what_is_no_page_is_read_whole() -> None:
    content = "<h3>Unsere Preisträger</h3><p>Glückwunsch!</p><h3>Jugend</h3><p>Dörthe Ilg</p>"
    text = clean(Release("test", "html", content, is_page=False)).string
    assert text.split("\n") == ["Unsere Preisträger", "Glückwunsch!", "Jugend", "Dörthe Ilg"]

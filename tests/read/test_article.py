"""Which blocks are the report."""

from lxml import html

from whosays.read import article
from whosays.read.page import visible

FIRST = "The gate of the dam was opened on Monday night, the river authority said."
SECOND = "Two people are said to have been injured in the villages below the dam."


def pick(body: str, *said: str, titles: tuple[str, ...] = (), summary: str | None = None) -> article.Article:
    page = visible(html.document_fromstring(f"<html><body>{body}</body></html>"))
    keys = ["".join(words.split()) for words in (said or (FIRST, SECOND))]
    return article.pick(
        page, article.Said(frozenset(keys), "".join(keys)), titles=titles, summary=summary, is_live=False
    )


def found(*args: str, **fields: object) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in pick(*args, **fields).blocks]  # type: ignore[arg-type]


PARAGRAPHS = f"<div><p>{FIRST}</p><p>{SECOND}</p></div>"
BODY = [("body", FIRST), ("body", SECOND)]


def test_the_body_is_what_the_extractor_says():
    assert found(f"{PARAGRAPHS}<div><p>Something else that is long enough to be a paragraph.</p></div>") == BODY


def test_a_paragraph_beside_the_body_belongs_to_it_and_one_elsewhere_does_not():
    other = "<p>It rained.</p>"
    assert found(f"{other}<div><p>{FIRST}</p>{other}<p>{SECOND}</p></div>{other}") == [
        BODY[0],
        ("body", "It rained."),
        BODY[1],
    ]


def test_what_the_extractor_found_elsewhere_is_not_followed():
    assert found(f"<div><p>Home and news</p></div>{PARAGRAPHS}", FIRST, SECOND, "Home and news") == BODY


def test_without_an_extractor_long_paragraphs_are_the_body():
    assert found(f"{PARAGRAPHS}<p><a href=/1>{FIRST} And more.</a></p>", "nothing") == BODY


def test_the_title_is_what_metadata_says_or_the_nearest_heading():
    page = f"<h1>Bay Post</h1><h1>Gate opened</h1>{PARAGRAPHS}<h1>Other</h1>"
    assert pick(page).title == "Gate opened"
    assert pick(page, titles=("Other",)).title == "Other"
    assert pick(f"<h2>Gate opened</h2>{PARAGRAPHS}", titles=("Gate opened",)).title == "Gate opened"
    assert pick(PARAGRAPHS, titles=("Gate opened",)).title == "Gate opened"
    assert pick(PARAGRAPHS).title is None


def test_between_title_and_body_the_head_of_the_report_is_taken():
    head = """<p>A section</p><h1>Gate opened</h1><ul><li><a href=/s>Share</a></li></ul>
        <p class=dek>It was at night.</p>
        <div><p class=byline>By Ida Lom</p><span>Some label</span></div><p>Tue 14 May 2031</p>"""
    assert found(head + PARAGRAPHS) == [
        ("standfirst", "It was at night."),
        ("byline", "By Ida Lom"),
        ("body", "Tue 14 May 2031"),
        *BODY,
    ]


def test_the_description_or_a_second_heading_is_the_standfirst():
    words = "Two villages below were flooded at night"
    assert found(f"<h1>Gate opened</h1><h2>{words}</h2>{PARAGRAPHS}")[0] == ("standfirst", words)
    assert found(f"<h1>Gate opened</h1><div>{words}</div>{PARAGRAPHS}", summary=words)[0] == ("standfirst", words)
    assert found(f"<h1>Gate opened</h1><div>{words}</div>{PARAGRAPHS}") == BODY


def test_no_standfirst_stands_after_the_body_has_begun():
    assert found(f"<div><p>{FIRST}</p><p class=summary>In short.</p><p>{SECOND}</p></div>")[1] == ("body", "In short.")


def test_a_heading_after_the_body_is_not_its_own():
    page = f"<div><p>{FIRST}</p><h2>At night</h2><p>{SECOND}</p><h2>More news</h2></div>"
    assert found(page) == [BODY[0], ("heading", "At night"), BODY[1]]


def test_a_page_without_a_body_has_no_blocks():
    assert pick("<h1>Gate opened</h1><p>Home</p>", titles=("Gate opened",)) == article.Article("Gate opened", [])


def test_repeated_paragraphs_and_titles_are_kept_once():
    twice = f"<p>{FIRST}</p>" * 2
    page = f"<h1>Gate opened</h1><div><p>Gate opened</p>{twice}<p>No.</p><p>{SECOND}</p><p>No.</p></div>"
    assert found(page, FIRST, SECOND, "Gate opened") == [BODY[0], ("body", "No."), BODY[1], ("body", "No.")]


def test_a_stretch_of_the_body_is_found_in_it_and_a_short_word_is_not():
    said = article.Said(frozenset(), "".join(f"{FIRST}{SECOND}".split()))
    page = visible(html.document_fromstring(f"<body><p>{SECOND}</p><p>dam</p></body>"))
    assert [said.holds(block) for block in page.blocks] == [True, False]

"""The visible blocks of a page."""

import pytest
from lxml import html

from whosays.read.page import Block, Page, clean, visible


def page(body: str) -> Page:
    return visible(html.document_fromstring(f"<html><body>{body}</body></html>"))


def blocks(body: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in page(body).blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>A</h1><h2>B</h2><p>C</p>", [("title", "A"), ("heading", "B"), ("body", "C")]),
        ("a<p>b</p>c<div>d<div>e</div>f</div>", [("body", letter) for letter in "abcdef"]),
        ("<p>a <b>b</b>c<i> d</i></p>", [("body", "a bc d")]),
        ("<p>– . –</p><hr><p></p>", []),
        ("<blockquote><p>A</p><h3>B</h3></blockquote>", [("quote", "A"), ("heading", "B")]),
        ("<figure><img><p>A</p></figure>", [("caption", "A")]),
        ("<figure><blockquote>A</blockquote></figure>", [("quote", "A")]),
        ("<figure><table><tr><td>A</td></tr></table></figure>", [("body", "A")]),
        ("<p class=byline>By A</p>", [("byline", "By A")]),
        ("<p class='Article__author-name'>By A</p>", [("byline", "By A")]),
        ("<div>By <span class=author>Ida</span></div>", [("byline", "By Ida")]),
        ("<div><time>10:00</time><p>A</p></div>", [("dateline", "10:00"), ("body", "A")]),
        ("<p>It was <time>ten</time> then, it seemed.</p>", [("body", "It was ten then, it seemed.")]),
        ("<div class=byline><span>Ida Lom</span><span>Reporter</span></div>", [("byline", "Ida Lom Reporter")]),
        ("<p><span>T</span>he gate</p>", [("body", "The gate")]),
        ("<p id=article-summary>A</p>", [("standfirst", "A")]),
        ("<div class=author><p>" + "Words. " * 200 + "</p></div>", [("body", ("Words. " * 200).strip())]),
        ("<pre>Two lines of\none sentence.\nAnother.</pre>", [("body", "Two lines of one sentence. Another.")]),
    ],
)
def test_blocks_have_their_words_and_roles(body: str, expected: list[tuple[str, str]]):
    assert blocks(body) == expected


def test_a_credit_after_its_label_is_not_cut_off():
    caption = "A. Photo: <span class=credit>Ida</span> (<span class=credit>Bay</span>)"
    assert blocks(f"<figure><figcaption>{caption}</figcaption></figure>") == [("caption", "A. Photo: Ida (Bay)")]


def test_what_is_a_link_says_so_but_not_a_link_to_the_page_itself():
    found = page("<p><a href=/1>Another story</a></p><p><a href=#1>This story</a></p><p>A <a href=/1>b</a></p>").blocks
    assert [block.linked for block in found] == [True, False, False]


def test_each_picture_has_its_number():
    found = page(
        "<figure><img><p>A</p><p>B</p></figure><p>C</p><figure><figure><p>D</p></figure><p>E</p></figure>"
    ).blocks
    assert [block.figure for block in found] == [1, 1, 0, 3, 2]


def test_nodes_come_after_their_parents_and_know_their_tag_and_class():
    found = page("<div class='a b'><p>A</p></div><aside><p>B</p></aside>")
    assert [(node.parent, node.signature) for node in found.nodes][2:] == [
        (1, "div a b"),
        (2, "p "),
        (1, "aside "),
        (4, "p "),
    ]
    assert [node.off for node in found.nodes][2:] == [False, False, True, False]


def test_depth_costs_no_stack():
    assert blocks("<div>" * 200 + "<p>A</p>" + "</div>" * 200) == [("body", "A")]


def test_the_key_has_no_white_space():
    assert Block("body", "a b  c", 0, 0, linked=False).key == "abc"


@pytest.mark.parametrize(
    ("words", "expected"),
    [(" a\n\tb ", "a b"), ("a\u200bb\u00adc\ufeff", "abc"), ("a\u00a0b\u2003c", "a b c"), ("a\x00\x1eb\x85c", "ab c")],
)
def test_clean(words: str, expected: str):
    assert clean(words) == expected

"""Where on a page things stand."""

from whosays.read import regions
from whosays.read.page import Block, Node, Page

LONG = "Words of a paragraph that is as long as one is."


def page(nodes: list[tuple[int, str]], blocks: list[tuple[int, str, bool]], times: list[int] | None = None) -> Page:
    return Page(
        blocks=[Block("body", words, node, 0, linked=linked) for node, words, linked in blocks],
        nodes=[Node(parent, signature.split()[0], signature, "promo" in signature) for parent, signature in nodes],
        times=times or [],
    )


STORY = page(
    [(-1, "body"), (0, "div promo"), (1, "article"), (2, "p"), (2, "p"), (1, "div promo"), (5, "p")],
    [(3, LONG, False), (4, LONG, False), (6, "Aside.", False)],
)


def test_the_container_is_the_innermost_element_that_can_hold_paragraphs():
    assert regions.container(STORY, regions.weigh(STORY, [0, 1])) == 2
    assert regions.container(STORY, regions.weigh(STORY, [0])) == 2


def test_inside_reaches_down():
    assert regions.inside(STORY, [2]) == [False, False, True, True, True, False, False]


def test_what_holds_the_body_is_not_off_whatever_its_name():
    assert regions.off(STORY, [2]) == [False, False, False, False, False, True, True]


def test_the_article_around_an_element():
    assert regions.around(STORY, 3) == [2]
    assert regions.around(STORY, 6) == []


CARDS = page(
    [(-1, "body"), *[(0, f"div card-{n}") for n in range(3)], (0, "div text"), *[(n, "p") for n in (1, 2, 3, 4)]],
    [(5, LONG, True), (6, LONG, True), (7, LONG, True), (8, LONG, False)],
    times=[1, 2, 3],
)


def test_teasers_are_like_elements_with_a_link_each():
    assert regions.cards(CARDS, is_live=False) == [1, 2, 3]


def test_entries_of_a_live_blog_may_have_links():
    assert regions.cards(CARDS, is_live=True) == []


ENTRIES = page(
    [(-1, "body"), *[(0, f"div post-{n}") for n in range(3)]],
    [(1, LONG, False), (2, LONG, False), (3, LONG, False)],
    times=[1, 2, 3],
)


def test_entries_have_times_and_most_of_the_body():
    assert regions.entries(ENTRIES, regions.weigh(ENTRIES, [0]), is_live=False) == [1, 2, 3]
    assert regions.entries(ENTRIES, [10, 1, 1, 1], is_live=False) == []
    assert regions.entries(CARDS, regions.weigh(CARDS, [0]), is_live=False) == []

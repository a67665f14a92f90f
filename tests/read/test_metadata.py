"""What a page says about itself."""

import json

import pytest
from lxml import html

from whosays.read import metadata

URL = "https://www.bay.example/gate"


def read(head: str = "", body: str = "<p>Words.</p>", url: str | None = URL, lang: str = "") -> metadata.Metadata:
    return metadata.read(html.document_fromstring(f"<html {lang}><head>{head}</head><body>{body}</body></html>"), url)


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_json_ld_comes_before_meta_and_meta_before_what_is_shown():
    meta = """<title>Third | Bay</title><meta property="og:title" content="Second">
        <meta property="og:site_name" content="Meta Post"><meta name="author" content="Meta Author">
        <meta property="article:published_time" content="2031-05-02">"""
    body = "<article><a rel=author>By Shown Author</a><time datetime='2031-05-03'>3 May</time></article>"
    node = {
        "@type": "NewsArticle",
        "headline": "First",
        "datePublished": "2031-05-01",
        "author": {"name": "Ida Lom"},
        "publisher": {"name": "Bay Post"},
    }
    both, less, least = read(ld(node) + meta, body), read(meta, body), read("", body)
    assert both.titles == ("First", "Second", "Third", "Third | Bay")
    assert [about.outlet for about in (both, less, least)] == ["Bay Post", "Meta Post", "bay.example"]
    assert [about.author for about in (both, less, least)] == ["Ida Lom", "Meta Author", "Shown Author"]
    times = [about.published for about in (both, less, least)]
    assert [(when.earliest, when.basis) for when in times if when] == [
        ("2031-05-01", "json-ld"),
        ("2031-05-02", "meta"),
        ("2031-05-03", "time element"),
    ]
    assert [about.is_article for about in (both, less, least)] == [True, False, False]


@pytest.mark.parametrize(
    "kind", ["NewsArticle", "BlogPosting", ["Thing", "ReportageNewsArticle"], "https://schema.org/Article"]
)
@pytest.mark.parametrize(
    "wrap", [lambda node: node, lambda node: [{"@type": "WebSite"}, node], lambda node: {"@graph": [node]}]
)
def test_the_article_is_found_in_lists_and_graphs(kind: object, wrap: object):
    about = read(ld(wrap({"@type": kind, "headline": "Gate opened"})))  # type: ignore[operator]
    assert about.titles == ("Gate opened",)
    assert about.is_article
    assert not about.is_live


def test_a_live_blog_is_not_taken_for_one_of_its_entries():
    entry = {"@type": "BlogPosting", "headline": "Entry", "datePublished": "2031-05-02"}
    about = read(ld({"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": [entry]}))
    assert (about.titles, about.published, about.is_live) == (("Live",), None, True)


def test_people_and_publisher_can_be_references_and_lists():
    graph = [
        {
            "@type": "NewsArticle",
            "author": [{"@id": "#i"}, {"name": "Per Vik"}, "Ida Lom"],
            "publisher": [{"@id": "#b"}],
        },
        {"@type": "Person", "@id": "#i", "name": "Ida Lom"},
        {"@type": "Organization", "@id": "#b", "name": "Bay Post"},
    ]
    about = read(ld({"@graph": graph}))
    assert (about.author, about.outlet) == ("Ida Lom, Per Vik", "Bay Post")


@pytest.mark.parametrize(
    "source",
    [
        "",
        "{",
        "null",
        "[[[[5]]]]",
        '{"@type": 5, "headline": 5, "author": 5}',
        '{"@type": "NewsArticle", "headline": {"a": 1}, "author": [[["x"]]], "publisher": null, "datePublished": 2031}',
        "[" * 100_000,
        '{"n": ' + "9" * 5000 + "}",
    ],
)
def test_json_ld_that_is_none_does_no_harm(source: str):
    about = read(f'<script type="application/ld+json">{source}</script><title>Gate opened</title>')
    assert about.titles == ("Gate opened",)
    assert (about.author, about.published) == (None, None)


def test_json_ld_with_what_pages_put_around_and_into_it():
    source = '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Gate &amp; road\nopened \\ud800"};\n//]]>'
    assert read(f'<script type="application/ld+json">{source}</script>').titles == ("Gate & road opened",)


def test_several_authors_of_meta_and_no_addresses():
    about = read(
        "<meta property='article:author' content='https://people.example/ida'>"
        "<meta name=citation_author content='Ida Lom'><meta name=citation_author content='Per Vik'>"
    )
    assert about.author == "Ida Lom, Per Vik"


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Gate opened | Bay Post", "Bay Post", "Gate opened"),
        ("Gate opened - the Bay Post", "Bay Post", "Gate opened"),
        ("Gate opened – mayor angry", "Bay Post", "Gate opened – mayor angry"),
        ("Gate opened", "Bay Post", "Gate opened"),
        ("Bay Post", "Bay Post", "Bay Post"),
    ],
)
def test_the_name_of_the_site_is_cut_from_the_title(title: str, site: str, expected: str):
    assert read(f"<title>{title}</title><meta property='og:site_name' content='{site}'>").titles[0] == expected


def test_a_time_that_can_be_read_comes_before_one_that_cannot():
    about = read(
        ld({"@type": "NewsArticle", "datePublished": "yesterday"}) + "<meta itemprop=datePublished content=2031-05-02>"
    )
    assert about.published is not None
    assert (about.published.earliest, about.published.basis) == ("2031-05-02", "meta")
    about = read(ld({"@type": "NewsArticle", "datePublished": "yesterday"}))
    assert about.published is not None
    assert (about.published.exact, about.published.precision) == ("yesterday", "open")


def test_a_time_that_is_shown_without_a_date_is_no_time():
    assert read("", "<article><time datetime='10:30'>10:30</time></article>").published is None


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ("<link rel=canonical href='https://a.example/1'>", URL, URL),
        ("<link rel=canonical href='https://a.example/1'>", None, "https://a.example/1"),
        (
            "<link rel=canonical href='/1'><meta property=og:url content='https://b.example/1'>",
            None,
            "https://b.example/1",
        ),
        ("<link rel=canonical href='javascript:x'>", None, None),
    ],
)
def test_the_address_is_where_it_was_got_or_what_it_says(head: str, url: str | None, expected: str | None):
    assert read(head, url=url).url == expected


@pytest.mark.parametrize(
    ("lang", "expected"), [("lang=en-GB", "en"), ("lang=SV", "sv"), ("lang=''", None), ("lang='#x'", None)]
)
def test_the_language_is_the_first_piece_of_the_tag(lang: str, expected: str | None):
    assert read(lang=lang).language == expected

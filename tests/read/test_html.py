"""Pages: title, then the parts in reading order, captions and credits where the picture stands."""

import io
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whosays.errors import InputError
from whosays.model import Report
from whosays.read import html
from whosays.read.blob import Blob

FIRST = "The gate of the dam at Varnholm was opened on Monday night, according to the river authority."
SECOND = "Two people are said to have been injured. It is unclear how many houses were destroyed in the night."
THIRD = "The operator denies that its staff had opened the gate, and the police have found no trace of anybody."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEASER = "A minister visits another town and promises a bridge"


def read(body: str, head: str = "", **fields: str) -> Report | InputError:
    page = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), **fields)


def read_bytes(data: bytes, **fields: str) -> Report | InputError:
    (found,) = html.read(Blob(name="page.html", open=lambda: io.BytesIO(data), **fields))  # type: ignore[arg-type]
    return found


def parts(body: str, head: str = "") -> list[tuple[str, str]]:
    """The parts of a page as (kind, words); checks that the text is one part of the page a line."""
    report = read(body, head)
    assert isinstance(report, Report), str(report)
    found = [(part.kind, report.text[part.start : part.end]) for part in report.parts]
    assert "".join("".join(words.split()) for _, words in found) == "".join(report.text.split())
    assert "  " not in report.text
    return found


def words(body: str, head: str = "") -> list[str]:
    return [words for _, words in parts(body, head)]


def test_a_page_is_its_title_and_its_parts_in_order():
    page = f"""<nav><a href=/1>Home</a></nav><main><article><h1>Gate opened at Varnholm</h1>
        <p class="standfirst">Three villages were flooded in the night.</p>
        <div class="meta">By <span class="author">Ines Falk</span></div><time datetime="2031-05-13">13 May 2031</time>
        <figure><img src=1 alt="Water on the road"><button>full screen</button>
        <figcaption>Water on the road at Varnholm. <span class="credit">Photo: Mira Osk / Nordbild</span></figcaption>
        </figure><p>{FIRST}</p><p>– We heard a bang, says Tove Lind, who lives by the bridge.</p>
        <h2>“Nobody warned us”</h2><p>{SECOND}</p>
        <aside class="related"><h3>More</h3><a href=/2>{TEASER}</a></aside><blockquote>“Nobody warned us.”</blockquote>
        <p>{THIRD}</p></article></main><footer><p>© 2031 Bay Post, a paper for the whole of the bay.</p></footer>"""
    assert parts(page) == [
        ("headline", "Gate opened at Varnholm"),
        ("standfirst", "Three villages were flooded in the night."),
        ("byline", "By Ines Falk"),
        ("dateline", "13 May 2031"),
        ("caption", "Water on the road at Varnholm."),
        ("credit", "Photo: Mira Osk / Nordbild"),
        ("paragraph", FIRST),
        ("speech", "– We heard a bang, says Tove Lind, who lives by the bridge."),
        ("subheading", "“Nobody warned us”"),
        ("paragraph", SECOND),
        ("quote", "“Nobody warned us.”"),
        ("paragraph", THIRD),
    ]


def test_each_part_stands_on_a_line_of_its_own():
    report = read(f"<h1>Gate opened</h1><figure><img><figcaption>The gate.</figcaption></figure>{BODY}")
    assert isinstance(report, Report)
    assert report.text.split("\n") == ["Gate opened", "The gate.", FIRST, SECOND, THIRD]


def test_metadata_goes_into_the_report():
    head = """<title>Gate opened at Varnholm | Bay Post</title><meta property="og:site_name" content="Bay Post">
        <meta name="author" content="Ines Falk"><meta property="article:published_time" content="2031-05-14T09:30Z">
        <link rel=canonical href="https://bay.example/gate">"""
    report = read(f"<h1>Gate opened at Varnholm</h1>{BODY}", head)
    assert isinstance(report, Report)
    assert (report.title, report.outlet, report.author) == ("Gate opened at Varnholm", "Bay Post", "Ines Falk")
    assert (report.key, report.url, report.language) == ("page.html", "https://bay.example/gate", "en")
    assert report.published is not None
    assert (report.published.earliest, report.published.zone) == ("2031-05-14T09:30", "Z")


def test_a_page_without_a_heading_gets_its_title_from_metadata():
    assert words(BODY, "<title>Gate opened at Varnholm</title>")[0] == "Gate opened at Varnholm"


def test_a_name_of_the_site_in_the_first_heading_is_not_the_title():
    page = f"<h1><a href=/>The Bay Post</a></h1><h2>Gate opened at Varnholm</h2>{BODY}"
    assert words(page, "<title>Gate opened at Varnholm - The Bay Post</title>") == [
        "Gate opened at Varnholm",
        FIRST,
        SECOND,
        THIRD,
    ]


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><img><figcaption>The open gate. Photo: Mira Osk</figcaption></figure>",
        "<figure><img><figcaption>The open gate. <small class=credit>Photo: Mira Osk</small></figcaption></figure>",
        "<figure><img><figcaption><p>The open gate.</p><p class=copyright>Photo: Mira Osk</p></figcaption></figure>",
        "<figure><amp-img src=1></amp-img><figcaption>The open gate. Photo: Mira Osk</figcaption></figure>",
        "<figure><picture><source><img></picture><span>The open gate.</span><br>Photo: Mira Osk</figure>",
        "<figure><video src=1>No video.</video><figcaption>The open gate. Photo: Mira Osk</figcaption></figure>",
        "<div class='image-box'><img><p class='image-caption'>The open gate.</p><p>Photo: Mira Osk</p></div>",
        "<div class=wp-caption><img><p class=wp-caption-text>The open gate. Photo: Mira Osk</p></div>",
        "<div><img><div class=caption>The open gate.</div><div class=photo-credit>Photo: Mira Osk</div></div>",
        "<figure><img><figcaption>The open gate.</figcaption><div class=credit>Photo: <b>Mira</b> Osk</div></figure>",
        "<figure><img alt='The open gate.'><figcaption>The open gate. Photo: Mira Osk</figcaption></figure>",
        "<a href=1.jpg><figure><img><figcaption>The open gate. Photo: Mira Osk</figcaption></figure></a>",
    ],
)
def test_captions_and_credits_stand_where_the_picture_stands(figure: str):
    page = f"<article><h1>Gate opened</h1><p>{FIRST}</p>{figure}<p>{SECOND}</p><p>{THIRD}</p></article>"
    assert parts(page)[1:5] == [
        ("paragraph", FIRST),
        ("caption", "The open gate."),
        ("credit", "Photo: Mira Osk"),
        ("paragraph", SECOND),
    ]


def test_a_credit_can_come_first_and_labels_for_screen_readers_are_no_caption():
    figure = """<figure><span class="off-screen">Image copyright</span><span class="image-copyright">Vik Council</span>
        <figcaption><span class="off-screen">Image caption</span><span>The gate at noon</span></figcaption></figure>"""
    assert parts(f"<h1>Gate opened</h1>{figure}{BODY}")[1:4] == [
        ("credit", "Image copyright Vik Council"),
        ("furniture", "Image caption"),
        ("caption", "The gate at noon"),
    ]


def test_a_picture_before_the_title_is_part_of_its_article():
    page = f"<article><figure><img><figcaption>The gate.</figcaption></figure><h1>Gate opened</h1>{BODY}</article>"
    assert words(page)[:3] == ["Gate opened", "The gate.", FIRST]


def test_a_picture_without_a_caption_has_its_description():
    figure = "<figure><img alt='Water runs over the road at Varnholm'></figure><figure><img alt='Logo'></figure>"
    assert words(f"<h1>Gate opened</h1>{figure}{BODY}")[1:3] == ["Water runs over the road at Varnholm", FIRST]


def test_a_caption_is_said_once():
    figure = "<figure><img><figcaption>The gate on Monday. Photo: Mira Osk</figcaption></figure>"
    again = "<p>The gate on Monday. Photo: Mira Osk</p><div class=lightbox>" + figure + "</div>"
    page = f"<article><h1>Gate opened</h1>{figure}<p>{FIRST}</p>{again}<p>{SECOND}</p><p>{THIRD}</p></article>"
    assert words(page).count("The gate on Monday.") == 1


def test_pictures_with_one_credit_keep_it_each():
    credit = "Photo: Ministry of Works via Nordbild"
    figures = "".join(
        f"<figure><img><figcaption>{caption}</figcaption><p class=credit>{credit}</p></figure>"
        for caption in ("The gate.", "The road.")
    )
    found = words(f"<h1>Gate opened</h1><p>{FIRST}</p>{figures}<p>{SECOND}</p><p>{THIRD}</p>")
    assert found.count(credit) == 2


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        "<p style='color:red; DISPLAY : none'>{}</p>",
        "<div aria-hidden=true><p>{}</p></div>",
        "<noscript><p>{}</p></noscript>",
        "<template><p>{}</p></template>",
        "<script>{}</script>",
        "<style>{}</style>",
        "<!-- {} -->",
        "<textarea>{}</textarea>",
        "<select><option>{}</option></select>",
        "<svg><title>{}</title></svg>",
        "<iframe>{}</iframe>",
        "<p><span class=sr-only>{}</span></p>",
        "<div role=dialog><p>{}</p></div>",
        "<amp-ad>{}</amp-ad>",
    ],
)
def test_what_a_reader_does_not_see_is_no_text(hidden: str):
    secret = "Words that no reader of this page can see anywhere on it, said nobody."
    page = f"<article><h1>Gate opened</h1><p>{FIRST}</p>{hidden.format(secret)}<p>{SECOND}</p><p>{THIRD}</p></article>"
    assert words(page) == ["Gate opened", FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "card",
    [
        "<article class=teaser><a href=/{0}><h3>{1}</h3></a><p>What happened on day {0}, in a few words.</p></article>",
        "<li><a href=/{0}>{1}</a></li>",
        "<div class=card><h4><a href=/{0}>{1}</a></h4><time>{0} h ago</time><p>A few words more.</p></div>",
        "<a class=c href=/{0}><figure><img alt='{1}'><figcaption>{1}</figcaption></figure></a>",
    ],
)
@pytest.mark.parametrize(
    "place", ["{article}<section>{cards}</section>", "<div>{cards}</div>{article}", "<main>{inside}</main>"]
)
def test_teasers_are_left_out_wherever_they_stand(card: str, place: str):
    cards = "".join(card.format(number, f"{TEASER} number {number}") for number in range(12))
    article = f"<div class=story><h1>Gate opened</h1>{BODY}</div>"
    inside = f"<h1>Gate opened</h1><p>{FIRST}</p><p>{SECOND}</p><div>{cards}</div><p>{THIRD}</p>"
    page = place.format(article=article, cards=cards, inside=inside)
    assert words(page) == ["Gate opened", FIRST, SECOND, THIRD]


def test_a_name_of_the_whole_page_does_not_hide_it():
    figure = "<figure><img><figcaption>The gate.</figcaption></figure>"
    page = f"<div class='has-comments social related'><h1>Gate opened</h1>{figure}{BODY}</div>"
    assert words(page) == ["Gate opened", "The gate.", FIRST, SECOND, THIRD]


def test_breaks_end_a_paragraph_only_where_a_sentence_ends():
    page = f"<h1>Gate<br>opened</h1><div>{FIRST}<br><br>The village<br>was flooded.<br>– We ran, says one.</div>"
    assert words(page) == ["Gate opened", FIRST, "The village was flooded.", "– We ran, says one."]


def test_white_space_entities_and_what_has_no_width():
    odd = "Caf\u00adé&nbsp;&amp;\u200b   b\u200dar <b>said</b>\n“no”&#x202E;."
    page = f"<h1>Gate\n opened</h1><p>{FIRST}</p><p>{odd}</p>"
    assert words(page)[2] == "Café & bar said “no”."


def test_the_agency_head_of_a_paragraph_is_a_dateline():
    page = f"<h1>Gate opened</h1><p>VARNHOLM, May 14 (Nordwire) — {FIRST}</p><p>{SECOND}</p>"
    assert parts(page)[1:3] == [("dateline", "VARNHOLM, May 14 (Nordwire) —"), ("paragraph", FIRST)]


POST = (
    "<article class='post post-{0}'><time datetime='2031-05-14T1{0}:00Z'>1{0}:00</time>"
    "<h2><a href='#{0}'>Entry {0}</a></h2><p>{1}</p></article>"
)


@pytest.mark.parametrize("kind", ["LiveBlogPosting", "WebPage"])
def test_a_live_blog_keeps_all_entries_in_order_with_their_times(kind: str):
    posts = "".join(POST.format(number, said) for number, said in ((3, FIRST), (2, SECOND), (1, THIRD)))
    head = f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "Live: the dam"}}</script>'
    found = parts(f"<main><h1>Live: the dam</h1><div class=feed>{posts}</div></main>", head)
    assert found == [
        ("headline", "Live: the dam"),
        ("dateline", "13:00"),
        ("subheading", "Entry 3"),
        ("paragraph", FIRST),
        ("dateline", "12:00"),
        ("subheading", "Entry 2"),
        ("paragraph", SECOND),
        ("dateline", "11:00"),
        ("subheading", "Entry 1"),
        ("paragraph", THIRD),
    ]


def test_a_time_inside_a_sentence_stays_in_it():
    page = f"<h1>Gate opened</h1><p>{FIRST}</p><p>It met on <time datetime=2031-05-14>Wednesday</time> again.</p>"
    assert words(page)[2] == "It met on Wednesday again."


@pytest.mark.parametrize(
    ("head", "body", "header", "expected"),
    [
        ("<meta charset=windows-1251>", "Мост упал", None, "Мост упал"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "Мост упал", "koi8-r", None),
        ("", "Мост упал", "windows-1251", "Мост упал"),
    ],
)
def test_the_encoding_is_the_servers_then_the_pages(head: str, body: str, header: str | None, expected: str | None):
    page = f"<html><head>{head}</head><body><h1>{body}</h1>{BODY}</body></html>".encode("cp1251")
    report = read_bytes(page, charset=header)  # type: ignore[arg-type]
    assert isinstance(report, Report)
    assert (report.title == body) == bool(expected)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<nav><ul><li><a href=/1>News</a></li><li><a href=/2>Sport</a></li></ul></nav>",
        "<ul><li><a href=/1>A story about a thing</a></li><li><a href=/2>Another story</a></li></ul>",
        "<h1>We value your privacy</h1><p>We and our partners use cookies to store things. Accept all cookies, "
        "or manage your choices.</p>",
        "<div>Please enable JavaScript to go on. This page needs it, and does not work without.</div>",
        "<h1>Sign in</h1><form><label>Name</label><input></form><p>Sign in to read it in full on all screens.</p>",
        "<script>var page = 'words';</script>",
        "<frameset><frame src=a></frameset>",
    ],
)
def test_a_page_without_an_article_is_an_error(body: str):
    error = read(body, "<title>Bay Post</title>")
    assert isinstance(error, InputError)
    assert "no article" in str(error)


def test_a_short_report_is_one():
    assert (
        len(words("<h1>Quake felt</h1><p>A weak quake was felt on Tuesday. No damage was seen, an institute said.</p>"))
        == 2
    )


@pytest.mark.parametrize(
    "data", [b"", b"<!-- x -->", b"\x89PNG\r\n\x1a\n", b"<html>\0\0</html>", b"x" * (16 * 2**20 + 1)]
)
def test_what_is_no_page_is_an_error(data: bytes):
    assert isinstance(read_bytes(data), InputError)


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "ul><li", "table><tr><td", "figure", "font"])
@pytest.mark.parametrize("depth", [1_500, 5_000, 100_000])
def test_nesting_without_end_is_read_or_refused(tag: str, depth: int):
    found = read(BODY + f"<{tag}>" * depth + BODY)
    assert isinstance(found, InputError) or FIRST in found.text


def test_a_page_that_breaks_off_at_the_depth_limit_is_not_half_read():
    found = read(f"<article>{BODY}{'<div>' * 3_000}<p>The rest.</p></article>")
    assert isinstance(found, InputError)
    assert "too deep" in found.seen


@pytest.mark.parametrize(
    "body",
    [
        "<p>" * 100_001,
        "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">" + BODY,
        '<p x=">" y=q"z ' + " ".join(f"a{n}=1" for n in range(20_000)) + ' c="d">' + BODY,
        "<p>" + "word " * 200_001,
    ],
)
def test_too_much_of_a_thing_is_refused(body: str):
    found = read(body)
    assert isinstance(found, InputError)
    assert "more than" in found.seen


def test_long_text_and_long_attributes_are_not_taken_for_many_attributes():
    page = f"<h1>Gate opened</h1><img src='data:,{'A' * 200_000}'>{BODY}<p>{'It rained on and on. ' * 3_000}</p>"
    assert words(page)[:2] == ["Gate opened", FIRST]


def test_entities_of_the_page_are_not_followed():
    page = (
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY x SYSTEM 'file:///etc/hosts'>]>"
        f"<html><body><h1>Gate opened</h1>{BODY}<p>And then &b; and &x; were seen.</p></body></html>"
    )
    report = read_bytes(page.encode())
    assert isinstance(report, Report)
    assert "aaaa" not in report.text
    assert "localhost" not in report.text


def test_reading_says_nothing_on_the_way(caplog: pytest.LogCaptureFixture):
    read("<p>x</p>")
    read(BODY)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


TAGS = st.sampled_from(
    "p div h1 h2 figure figcaption img br span time article li a table td blockquote script nav section".split()
)
PIECES = st.one_of(
    st.builds("<{}>".format, TAGS),
    st.builds("</{}>".format, TAGS),
    st.builds(
        "<{} class='{}'>".format, TAGS, st.sampled_from(["caption", "credit", "byline", "image", "post", "teaser"])
    ),
    st.sampled_from(
        [
            FIRST,
            SECOND,
            THIRD,
            "Photo: Mira Osk",
            "10:20",
            "\ufeff",
            "&#xD800;",
            "&#0;",
            "<",
            "–",
            "]]>",
            "<!--",
            "\x01",
        ]
    ),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_tags_are_a_report_or_an_input_error(pieces: list[str]):
    found = read_bytes("".join(pieces).encode())
    if isinstance(found, Report):
        assert [part.start for part in found.parts] == sorted(part.start for part in found.parts)
        covered = "".join(found.text[part.start : part.end] for part in found.parts)
        assert "".join(covered.split()) == "".join(found.text.split())
        assert found.text.encode().decode() == found.text
    else:
        assert isinstance(found, InputError)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_report_or_an_input_error(data: bytes):
    assert isinstance(read_bytes(b"<p>" + data), Report | InputError)

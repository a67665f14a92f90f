import random
import shutil
from itertools import pairwise

import pytest

np = pytest.importorskip("numpy", reason="the tagger needs numpy and onnxruntime")

from whosays.errors import WhosaysError  # noqa: E402
from whosays.extract import tagger as tagging  # noqa: E402
from whosays.extract.tagger import CLOSES, INSIDE, OPENS, OUTSIDE, Settings, Tagger, load  # noqa: E402

REPORT = (
    "“We saw two boats burn,” said Orla Venn, the harbour master of Tessaly.\n\n"
    "According to the coast guard, eleven people were taken off the pier before noon.\n\n"
    "The market opens at eight."
)
BOTH = [(0, 72), (74, 153)]


@pytest.fixture(scope="module")
def tagger():
    return load()


def paragraphs(text):
    at, out = 0, []
    for part in text.split("\n\n"):
        out.append((at, at + len(part)))
        at += len(part) + 2
    return out


def words(text, spans):
    return [text[s:e] for s, e in spans]


def check_spans(text, windows, tagged):
    for t in tagged:
        assert isinstance(t.score, int)
        assert 0 <= t.score <= 1000
        assert t.contents
        for s, e in (*t.source, *t.contents, *((t.cue,) if t.cue else ())):
            assert 0 <= s < e <= len(text)
            assert any(low <= s and e <= high for low, high in windows)


# ---- what it finds


def test_direct_speech_with_inverted_speaker(tagger):
    [found] = tagger.tag(REPORT, paragraphs(REPORT)[:1])
    assert "Orla Venn" in words(REPORT, found.source)[0]
    assert REPORT[slice(*found.cue)] == "said"
    assert "We saw two boats burn" in words(REPORT, found.contents)[0]


def test_according_to(tagger):
    [found] = tagger.tag(REPORT, paragraphs(REPORT)[1:2])
    assert words(REPORT, found.source) == ["the coast guard"]
    assert REPORT[slice(*found.cue)].lower() == "according to"
    assert "eleven people were taken off the pier" in words(REPORT, found.contents)[0]


def test_plain_narration_is_nobodys(tagger):
    assert tagger.tag(REPORT, paragraphs(REPORT)[2:]) == []


def test_content_in_two_pieces(tagger):
    text = "“The bridge is closed,” Ilvar Dane told reporters, “and it will stay closed.”"
    [found] = tagger.tag(text, [(0, len(text))])
    joined = " ".join(words(text, found.contents))
    assert "bridge is closed" in joined
    assert "will stay closed" in joined
    assert "Dane" not in joined


@pytest.mark.parametrize("marks", ['""', "«»", "„“"])
def test_the_style_of_the_marks_changes_nothing(tagger, marks):
    other = REPORT.replace("“", marks[0]).replace("”", marks[1])
    assert tagger.tag(other, BOTH) == tagger.tag(REPORT, BOTH)


# ---- it gives the same again, whatever else is read


def test_deterministic(tagger):
    first = tagger.tag(REPORT, paragraphs(REPORT))
    assert tagger.tag(REPORT, paragraphs(REPORT)) == first
    assert load().tag(REPORT, paragraphs(REPORT)) == first


def test_windows_are_independent(tagger):
    whole = paragraphs(REPORT)
    apart = [t for w in whole for t in tagger.tag(REPORT, [w])]
    assert sorted(apart) == sorted(tagger.tag(REPORT, whole[::-1]))


# ---- any text


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "…", "\u200d\u200b\ufeff", "\x00\x01", "👩‍👩‍👧‍👦 said 🐟", "Він сказав, що місто взяли.",
     "他说,城市已经被占领了。",
     "قال المتحدث إن الجسر مغلق", '"' * 3000, "said " * 400, "a" * 5000, "İİİ said ﬁﬁ", "e\u0301" * 50],
)  # fmt: skip
def test_any_text(tagger, text):
    windows = [(0, len(text)), (0, 0), (len(text), len(text))]
    check_spans(text, windows, tagger.tag(text, windows))


def test_a_long_window_is_read_in_parts(tagger):
    text = "The road was shut all day. " * 60 + "The mayor, Petra Loom, said the road was shut all day. " * 2
    found = tagger.tag(text, [(0, len(text))])
    check_spans(text, [(0, len(text))], found)
    assert [text[slice(*t.cue)] for t in found] == ["said", "said"]


def test_random_text_keeps_spans_inside(tagger):
    rng = random.Random(7)
    letters = "ab cd said “”\"'.,–\n世éß👩\u0301\u202e:"
    for size in (1, 10, 100, 3000):
        text = "".join(rng.choice(letters) for _ in range(size))
        check_spans(text, [(0, size)], tagger.tag(text, [(0, size)]))


def test_no_windows(tagger):
    assert tagger.tag(REPORT, []) == []


def test_cuts_cover_every_word_and_go_forward():
    rng = random.Random(3)
    for _ in range(200):
        sizes = [rng.choice([1, 1, 8]) for _ in range(rng.randrange(1, 900))]
        stops = [rng.random() < rng.choice([0, 0.05, 0.9]) for _ in sizes]
        cuts = list(tagging._cuts(sizes, stops))
        assert cuts[0][0] == 0
        assert cuts[-1][1] == len(sizes)
        assert all(sum(sizes[low:high]) <= tagging.MAX_PIECES for low, high in cuts)
        assert all(a[0] < b[0] <= a[1] < b[1] for a, b in pairwise(cuts))


# ---- features and decoding, without a model


def states(text):
    return tagging.quotes_of(text, [m.span() for m in tagging._WORD.finditer(text)])


def test_straight_marks_lean_on_their_words():
    assert states('a "b" c') == [OUTSIDE, OPENS, INSIDE, CLOSES, OUTSIDE]


def test_a_mark_that_stays_open_holds_to_the_end():
    assert states('"a b') == [OPENS, INSIDE, INSIDE]


def test_single_marks_pair_and_apostrophes_do_not():
    assert states("'a b' c") == [OPENS, INSIDE, INSIDE, CLOSES, OUTSIDE]
    assert set(states("the crews' boats and the crew's boat")) == {OUTSIDE}


@pytest.mark.parametrize(
    ("scores", "spans"),
    [([], []), ([-100, -100], []), ([900, 900], [(0, 2)]), ([-900, 900, 900, -900], [(1, 3)]),
     ([900, -50, 900], [(0, 3)]), ([900, -900, 900], [(0, 1), (2, 3)])],
)  # fmt: skip
def test_segments(scores, spans):
    assert tagging.segments(scores, 0, 100) == spans


def best_by_trial(scores, switch):
    best = (0, ())
    for bits in range(2 ** len(scores)):
        inside = [bits >> i & 1 for i in range(len(scores))]
        turns = sum(a != b for a, b in zip([0, *inside], [*inside, 0], strict=True))
        best = max(best, (sum(s for s, i in zip(scores, inside, strict=True) if i) - switch * turns, tuple(inside)))
    return best[0]


def test_segments_against_trying_every_way():
    rng = random.Random(11)
    for _ in range(100):
        scores, switch = [rng.randrange(-300, 300) for _ in range(8)], rng.randrange(0, 200)
        spans = tagging.segments(scores, 0, switch)
        total = sum(sum(scores[s:e]) for s, e in spans) - 2 * switch * len(spans)
        assert total == best_by_trial(scores, switch)


def test_cue_spans_split_where_a_word_begins_one():
    scores = np.array([[-900, 0], [500, 400], [500, -400], [500, 400], [-900, 0]])
    assert tagging.cue_spans(scores, Settings()) == [(500, (1, 3)), (500, (3, 4))]


def test_cue_spans_keep_the_strongest():
    scores = np.array([[-900, 0]] + [[i, 100] for i in range(100)])
    assert len(tagging.cue_spans(scores, Settings())) == tagging.MAX_CUES


def test_without_cues_the_head_is_not_asked(tagger):
    def encode(ids, case, quote):
        return np.zeros((1, ids.shape[1], 384), np.float32), np.tile(np.float32([9, -9, -9]), (1, ids.shape[1], 1))

    silent = Tagger(tagger.tokenizer, encode, lambda *_: pytest.fail("asked"), Settings())
    assert silent.tag(REPORT, BOTH) == []


# ---- the files


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(tagging.WEIGHTS, tmp_path / "model")
    return tmp_path / "model"


def test_a_changed_file_is_refused(copy):
    settings = copy / "settings.json"
    settings.write_bytes(settings.read_bytes() + b"\n")
    with pytest.raises(WhosaysError, match=r"settings\.json: the checksum is not the one"):
        load(copy)


@pytest.mark.parametrize("name", ["encoder.onnx", "head.onnx", "tokenizer.json", "settings.json", "SHA256SUMS"])
def test_a_missing_file_is_named(copy, name):
    (copy / name).unlink()
    with pytest.raises(WhosaysError, match=name):
        load(copy)


def test_the_package_stays_small():
    assert sum(f.stat().st_size for f in tagging.WEIGHTS.iterdir()) < 40_000_000

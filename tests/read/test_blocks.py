from whosays.read.blocks import blocks, ends_sentence


def words(text):
    return [text[b.start : b.end] for b in blocks(text)]


WRAPPED = (
    "Two men were held near the mill in Dolna on Friday after a fire that\n"
    "destroyed the roof and two store rooms, the governor of the district\n"
    "said.\n"
    "\n"
    "Nobody was hurt. The mill had stood empty for years, and its owner\n"
    "– who lives abroad – could not be reached.\n"
)


def test_lines_of_a_wrapped_text_are_one_block():
    assert words(WRAPPED) == [block.strip() for block in WRAPPED.split("\n\n")]


def test_a_wrapped_text_without_blank_lines_breaks_after_a_short_line():
    assert len(words(WRAPPED.replace("\n\n", "\n"))) == 2


def test_a_line_each_is_a_block_each():
    text = "Two men were held near the mill on Friday.\nNobody was hurt, the governor said.\n  The mill stood empty.  "
    assert words(text) == [line.strip() for line in text.split("\n")]


def test_short_lines_of_like_length_are_not_taken_for_wrapped_text():
    text = (
        "The mill burned on Friday, the governor said.\nTwo men were held near the gate of the mill.\nNobody was hurt."
    )
    assert len(words(text)) == 3


def test_a_credit_line_in_a_wrapped_text_stands_alone():
    text = WRAPPED.replace("said.\n", "said.\nfull screen The mill. Photo: AP\n")
    assert "full screen The mill. Photo: AP" in words(text)


def test_a_blank_line_is_a_gap():
    assert [b.gap for b in blocks("One.\nTwo.\n\nThree.\n \nFour.")] == [True, False, True, True]


def test_white_space_alone_is_no_block():
    assert words(" \n\t\n\u2028 ") == []


def test_a_sentence_ends_before_its_closing_marks():
    assert ends_sentence("He said: “We go.”")
    assert ends_sentence("We go. [END RECORDING]")
    assert not ends_sentence("“We go”")
    assert not ends_sentence("The mill,")
    assert not ends_sentence("")

import pytest

from whosays.read.furniture import is_furniture


@pytest.mark.parametrize(
    "words",
    [
        "Photo",
        "full screen",
        "Advertisement",
        "Advertisement Continue reading the main story",
        "Continue reading the main story",
        "Published: Less than 20 min ago",
        "Updated: 3 hours ago",
        "3 hours ago",
        "Last modified on Fri 12 May 2023",
        "Read more: Mill fire puts two in jail",
        "Related: Mill fire puts two in jail",
        "More from Dolna: Mill fire puts two in jail",
        "Sign up to our morning briefing.",
        "Share on Facebook",
        "Follow us on Telegram",
        "Follow Lena Osk on Twitter @lenaosk.",
        "Click here to see the pictures",
        "This article contains affiliate links, which means we may earn money.",
        "We use cookies to make this site better.",
        "© 2031 Dolna Herald. All rights reserved.",
        "Get the Dolna briefing in your inbox. Enter your email address to subscribe.",
        "herald-district-07",
        "HRLD-2031-0457 (DESK)",
        "https://herald.example/mill",
        "* * *",
        "___",
    ],
)
def test_what_the_page_says_of_itself(words):
    assert is_furniture(words)


@pytest.mark.parametrize(
    "words",
    [
        "More than 270 people fled the mill.",
        "Share prices fell after the raid.",
        "Published in 1990, the book was banned.",
        "The newsletter said two men were held.",
        "Related charges were dropped.",
        "Photo shows the gate of the mill.",
        "Photo: AP",
        "Covid-19",
        "12 people died three days ago.",
        "The army said its site was down after it was flooded by e-mail and that users could not log in.",
    ],
)
def test_what_the_report_says(words):
    assert not is_furniture(words)

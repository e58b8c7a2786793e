"""What a listener reads beside the slides: on the pages, and from their script, which has no words of its own."""

from __future__ import annotations

from collections.abc import Mapping

from server.hall.answers import no_room
from words import Words


def enter(words: Words) -> Mapping[str, str]:
    """The page to enter a code."""
    return {
        "headline": words.say("Follow along in the hall"),
        "ask": words.say("The code on the presenter’s screen"),
        "go": words.say("Come in"),
        "nothing_kept": words.say("Nobody is asked for a name. The region that you choose stays on your device."),
        **_other(words),
    }


def follow(words: Words) -> Mapping[str, str]:
    """The listener’s page."""
    return {
        "choose": words.say("Choose my region"),
        "look": words.say("See more on this in Teladan"),
        "slides": words.say("Slides"),
        "back": words.say("Previous slide"),
        "next": words.say("Next slide"),
        "black": words.say("The presenter has darkened the screen."),
        "gone": words.say("The presentation is over"),
        "gone_why": no_room(words),
        "enter": words.say("Enter another code"),
        "which": words.say("Which region is yours?"),
        "type": words.say("Name of the kabupaten or kota"),
        "stays": words.say("It will stand out on every slide. The choice stays on your device."),
        "without": words.say("Without a region"),
        "no_script": words.say("To follow along, JavaScript is needed, which is switched off in this browser."),
        **_other(words),
    }


def follow_script(words: Words) -> Mapping[str, str]:
    """What static/hall/follow.js says; it fills the {holes}."""
    return {
        "place": words.say("Slide {slide} of {count}", slide="{slide}", count="{count}"),
        "return": words.say("Follow again (slide {slide})", slide="{slide}"),
        "lost": words.say("No connection at the moment. What you see stays; this page keeps trying."),
        "slow": words.say("This slide is not here yet. This page keeps trying."),
        "cannot": words.say("This slide can’t be shown with the figures as they are now."),
        "choose": words.say("Choose my region"),
        "mine": words.say("My region: {region}", region="{region}"),
        "none": words.say("No region is called that."),
        "more": words.say("{count} more: type on.", count="{count}"),
        "tab": words.say("{slide}. {headline}", slide="{slide}", headline="{headline}"),
    }


def _other(words: Words) -> Mapping[str, str]:
    """The other language, by its own name."""
    if words.language == "id":
        return {"other_code": "en", "other_language": "English"}
    return {"other_code": "id", "other_language": "Bahasa Indonesia"}

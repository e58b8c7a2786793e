"""What the page "take this chart" says."""

from __future__ import annotations

from words import Words


def page(words: Words) -> dict[str, str]:
    """The page."""
    return {
        "title": words.say("Take this chart"),
        "picture": words.say("As a picture"),
        "png": words.say("PNG, for documents and chats"),
        "svg": words.say("SVG, sharp in any size"),
        "light": words.say("Light"),
        "dark": words.say("Dark"),
        "colours": words.say("Colours of the picture"),
        "figures": words.say("Figures and slide"),
        "csv": words.say("CSV with the figures of this chart"),
        "pptx": words.say("PPTX, a slide whose chart can be edited"),
        "embed": words.say("On another website"),
        "embed_how": words.say(
            "Put this into the page. It shows the view as it is now, with its figures as they are published."
        ),
        "copy_it": words.say("Copy"),
        "receipt": words.say("What the files say of themselves"),
        "view": words.say("Open the full view"),
        "no_script": words.say("The picture is made in this browser, which needs JavaScript for it."),
    }


def scripts(words: Words) -> dict[str, str]:
    """What its script says."""
    return {
        "away": words.say("The server does not answer. Load the page again in a moment."),
        "no_picture": words.say("The picture could not be made. Try again, or load the page again."),
        "copied": words.say("Copied"),
        "copy_by_hand": words.say("It is marked: copy it with the keys."),
    }

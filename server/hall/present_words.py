"""What the presenter's pages say."""

from __future__ import annotations

from words import Words

Said = dict[str, object]


def start(words: Words) -> Said:
    """The page that opens a room."""
    return {
        "title": words.say("Opening the presentation"),
        "opening": words.say("A room is being opened for those who follow along …"),
        "failed": words.say("The presentation could not be opened:"),
        "to_storylines": words.say("To the storylines"),
        "no_script": words.say("The presentation needs JavaScript, which is switched off in this browser."),
    }


def start_scripts(words: Words) -> dict[str, str]:
    """What the script of that page says."""
    return {
        "away": words.say("The server does not answer. Load the page again in a moment."),
        "packed_wrong": words.say("The address is not whole. Open the presentation again from your storyline."),
    }


def presenter(words: Words) -> Said:
    """The presenter's window."""
    return {
        "next": words.say("Next slide"),
        "back": words.say("Previous slide"),
        "tools": words.say("What the presenter can do"),
        "follow": words.say("Follow along (Q)"),
        "notes": words.say("Notes (N)"),
        "full": words.say("Full screen (F)"),
        "help": words.say("Keys (?)"),
        "invite": words.say("Follow along on your telephone"),
        "invite_how": words.say("Scan the picture, or open the address and enter the code. Choose your region once."),
        "qr": words.say("QR code with the address of this room"),
        "address": words.say("Address of this server"),
        "address_other": words.say("Another address"),
        "address_why": words.say(
            "Telephones must reach this server in the same network. If they do not, ask for its address and enter it "
            "here."
        ),
        "close": words.say("Close"),
        "keys_title": words.say("Keys"),
        "key_list": _keys(words),
        "leave": words.say("Leave the presentation?"),
        "leave_what": words.say("The room stays open: the browser’s back button leads here again."),
        "leave_yes": words.say("Leave (Esc)"),
        "leave_no": words.say("Stay"),
    }


def presenter_scripts(words: Words) -> dict[str, str]:
    """What the scripts of that window say; the holes in double braces are filled by them."""
    return {
        "counter": words.say("{code} · {slide} of {count}", code="{code}", slide="{slide}", count="{count}"),
        "tab": words.say("{slide}: {headline}", slide="{slide}", headline="{headline}"),
        "auto": words.say(
            "Moves by itself every {seconds} seconds; + and − change that, A stops it", seconds="{seconds}"
        ),
        "still": words.say("Moves by keys again"),
        "address_wrong": words.say("An address looks like http://192.168.1.5:8501"),
        **_troubles(words),
    }


def desk(words: Words) -> Said:
    """The second window, with the notes."""
    return {
        "title": words.say("Notes"),
        "clock": words.say("Time of day"),
        "gone": words.say("Speaking for"),
        "left": words.say("Left"),
        "minutes": words.say("Planned minutes"),
        "apart": words.say("The window with the slides is not open. Open it, and press N in it."),
        "view": words.say("Open the full view"),
        "ahead": words.say("Next slide"),
        "end": words.say("This is the last slide."),
        "back": words.say("Back"),
        "next": words.say("Next"),
        "black": words.say("Black"),
    }


def desk_scripts(words: Words) -> dict[str, str]:
    """What the script of the second window says."""
    return {
        "where": words.say("Slide {slide} of {count}", slide="{slide}", count="{count}"),
        "dark": words.say("The screen is black"),
        "silent": words.say("There are no notes for this slide."),
        "auto": words.say("Moves by itself every {seconds} seconds", seconds="{seconds}"),
        **_troubles(words),
    }


def _troubles(words: Words) -> dict[str, str]:
    """Why listeners do not come along."""
    return {
        "away": words.say(
            "The server does not answer. The slides go on here; listeners come along as soon as it is back."
        ),
        "refused": words.say("This link shows the slides but does not move the room."),
        "gone": words.say("This room has ended. The slides go on here; open a new room to be followed."),
    }


def _keys(words: Words) -> list[tuple[list[str], str]]:
    return [
        (["→", "␣", "PgDn"], words.say("Next slide")),
        (["←", "PgUp"], words.say("Previous slide")),
        (["Home", "End"], words.say("First and last slide")),
        (["B", "."], words.say("Black screen, and back")),
        (["F"], words.say("Full screen")),
        (["N"], words.say("Notes in a second window")),
        (["Q"], words.say("QR code and code for listeners")),
        (["A", "+", "−"], words.say("Move by itself; slower, faster")),
        (["D"], words.say("Light or dark")),
        (["Esc"], words.say("Leave")),
    ]

"""What the screens about the reader's own region and its peers have in common."""

from dataclasses import dataclass

from pages.parts.profile.view import profile
from pages.parts.rankings import words as ranking_words
from pages.shared.selection import Selection
from words import Words


@dataclass(frozen=True)
class OwnRegion:
    """The shared choices, among them a region, which must be chosen, and its peers by their codes."""

    here: Selection
    peers: tuple[str, ...]

    @property
    def words(self) -> Words:
        """The reader's language."""
        return self.here.words

    @property
    def region(self) -> str:
        """The reader's own region."""
        assert self.here.region is not None
        return self.here.region

    @property
    def name(self) -> str:
        """What it is called."""
        return profile(self.here).name

    @property
    def decimals(self) -> int:
        """With how many decimals scores are written here."""
        return ranking_words.scale(self.here).decimals

    @property
    def kin(self) -> str:
        """What its rank within the kind is told among; "regions" where there are no kinds."""
        return profile(self.here).kind or self.words.say("regions")

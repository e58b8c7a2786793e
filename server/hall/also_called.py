"""What people call a region beside its name, so that a listener who types that finds it.

By the region's code. Only what no rule finds: the search itself knows parts of names, names that are written in one
word or in two, and initials such as TTS (static/hall/region.js).
"""

from __future__ import annotations

from collections.abc import Mapping

ALSO_CALLED: Mapping[str, str] = {
    "12.01": "Tapteng",
    "12.02": "Taput",
    "12.03": "Tapsel",
    "12.12": "Toba Samosir Tobasa",
    "12.13": "Madina",
    "12.22": "Labusel",
    "12.23": "Labura",
    "12.72": "Siantar",
    "14.02": "Inhu",
    "14.04": "Inhil",
    "16.06": "Muba",
    "31.71": "Jakpus",
    "31.72": "Jakut",
    "31.73": "Jakbar",
    "31.74": "Jaksel",
    "31.75": "Jaktim",
    "33.72": "Solo",
    "34.71": "Jogja Yogya Jogjakarta",
    "36.74": "Tangsel",
    "52.01": "Lobar",
    "52.02": "Loteng",
    "52.03": "Lotim",
    "53.15": "Mabar",
    "53.19": "Matim",
    "62.01": "Kobar",
    "62.02": "Kotim",
    "64.02": "Kukar",
    "64.07": "Kubar",
    "64.08": "Kutim",
    "64.11": "Mahulu",
    "71.01": "Bolmong",
    "71.05": "Minsel",
    "71.06": "Minut",
    "71.07": "Mitra",
    "71.08": "Bolmut",
    "71.09": "Sitaro",
    "71.10": "Boltim",
    "71.11": "Bolsel",
    "72.09": "Touna",
    "73.10": "Pangkep",
    "73.71": "Ujung Pandang",
    "81.01": "Malteng",
    "81.02": "Malra",
    "82.01": "Halbar",
    "82.02": "Halteng",
    "82.03": "Halut",
    "82.04": "Halsel",
    "82.06": "Haltim",
}

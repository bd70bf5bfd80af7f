"""Which briefs belong together, and why: they share companies, people or topics, and rare ones count for more.

An inverted index (what is shared -> the briefs, by date) replaces the comparison of every pair. From it each brief looks at the
`NEAR` briefs before and after its own in each list: so the work grows with the number of briefs, even for what all of them share.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.library.models import Related
from generator.models import Brief

NEAR = 40
"""How many neighbours in time a brief looks at, each way, for each thing that it shares."""
MOST = 5
"""How many related briefs are shown."""
NAMED = 4
"""How many shared things a reason names."""

Features = Mapping[str, Mapping[str, tuple[str, float]]]
"""By brief id: what it treats, as key -> (name, weight)."""


def related(briefs: Sequence[Brief], features: Features) -> Mapping[str, tuple[Related, ...]]:
    """By brief id: the briefs that share the most with it, the nearest first.

    Args:
        briefs: in the order of time, either way.
        features: see there; what two briefs share weighs its rarity, ``log(1 + briefs / briefs with it)``, times its weight in each.
    """
    lists: dict[str, list[int]] = defaultdict(list)
    for place, brief in enumerate(briefs):
        for key in features[brief.id]:
            lists[key].append(place)
    shared: list[dict[int, dict[str, float]]] = [defaultdict(dict) for _ in briefs]
    for key, places in lists.items():
        rarity = math.log(1 + len(briefs) / len(places))
        for position, place in enumerate(places):
            weight = rarity * features[briefs[place].id][key][1]
            for other in places[position + 1:position + 1 + NEAR]:
                shared[place][other][key] = shared[other][place][key] = weight * features[briefs[other].id][key][1]
    return {brief.id: _nearest(place, briefs, shared[place], features[brief.id]) for place, brief in enumerate(briefs)}


def _nearest(place: int, briefs: Sequence[Brief], shared: Mapping[int, Mapping[str, float]],
             names: Mapping[str, tuple[str, float]]) -> tuple[Related, ...]:
    """The briefs that share the most weight; of equals the one nearer in time, then the first."""
    ranked = sorted(shared, key=lambda other: (-round(sum(sorted(shared[other].values())), 9), abs(other - place), other))
    return tuple(Related(briefs[other], _rarest(shared[other], names)) for other in ranked[:MOST])


def _rarest(keys: Mapping[str, float], names: Mapping[str, tuple[str, float]]) -> tuple[str, ...]:
    ranked = sorted(keys, key=lambda key: (-keys[key], key))
    return tuple(names[key][0] for key in ranked[:NAMED])

"""Hashes for tests, and the slow way of finding them."""

import numpy as np


def random_hashes(count, seed=1):
    return np.random.default_rng(seed).integers(0, 2**64, (count, 4), dtype=np.uint64)


def versions(words, count, most, seed=2):
    """Each hash again and again, with up to so many bits turned over."""
    draw = np.random.default_rng(seed)
    many = np.repeat(words, count, axis=0)
    for row in range(len(many)):
        many[row] = turned_over(
            many[row], draw.choice(256, draw.integers(0, most + 1), replace=False)
        )
    return many


def turned_over(words, bits):
    changed = words.copy()
    for bit in bits:
        changed[bit >> 6] ^= np.uint64(1) << np.uint64(bit & 63)
    return changed


def brute(known, asked, limit):
    """Question, row and distance of all within the limit, one by one."""
    return {
        (query, int(row), int(apart[row]))
        for query, words in enumerate(asked)
        for apart in [np.bitwise_count(known ^ words).sum(axis=1)]
        for row in np.flatnonzero(apart <= limit)
    }


def told(found):
    triples = list(zip(*(part.tolist() for part in found), strict=True))
    assert len(set(triples)) == len(triples), "each is told once"
    return set(triples)

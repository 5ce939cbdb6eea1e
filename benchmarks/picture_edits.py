"""Pictures after everyday edits: which way of seeing them finds the known one, and how fast.

    PYTHONPATH=tests .venv/bin/python benchmarks/picture_edits.py --pictures 60

Scenes are drawn from seeds, saved as JPEG, edited, and saved again. "Found" counts those
within 31 bits (within 52 in brackets) of the hash of the unedited picture; strangers are
all other banked pictures. Beside it, how far our hash is from that of the published program
(pdqhash), and how many pictures either hashes in a second of processor time.
"""

import argparse
import io
import time
from collections import defaultdict

import numpy as np
import pdqhash
from PIL import Image, ImageFilter, ImageOps

from drawn import as_bytes, captioned, framed, letterbox, scene, screenshot
from marsad.matching.pictures.bits import distance
from marsad.matching.pictures.hashing import hash_picture
from marsad.matching.pictures.pdq_kind import eight
from marsad.matching.pictures.turns import TURNS
from marsad.matching.pictures.variants import INSET, TRIMMED, variants_of

SAME, LOOK = 31, 52
SIZES = ((256, 256), (512, 512), (1280, 720), (1920, 1080))


def cropped(picture, share):
    """The picture without so much at each side."""
    across, down = int(picture.width * share), int(picture.height * share)
    return picture.crop((across, down, picture.width - across, picture.height - down))


def pasted_on_colours(picture):
    """The picture on a page of shapes."""
    page = scene(9999, (picture.width * 112 // 100, picture.height * 112 // 100))
    page.paste(picture, (picture.width * 6 // 100, picture.height * 6 // 100))
    return page


def on_its_blur(picture):
    """The picture on a page that is filled with itself, blurred."""
    size = picture.width, picture.height * 3 // 2
    page = picture.resize(size).filter(ImageFilter.GaussianBlur(25))
    page.paste(picture, (0, picture.height // 4))
    return page


EDITS = {
    "saved at quality 30": lambda one: one,
    "half the size": lambda one: one.resize((one.width // 2, one.height // 2)),
    "mirrored": ImageOps.mirror,
    "a quarter turn": lambda one: one.transpose(Image.Transpose.ROTATE_90),
    "letterbox 15 %": letterbox,
    "letterbox 2 %": lambda one: letterbox(one, 0.02),
    "white bars 30 %": lambda one: letterbox(one, 0.3, 255),
    "frame 5 %": framed,
    "screenshot": screenshot,
    "dark screenshot": lambda one: screenshot(one, is_dark=True),
    "screenshot with margins": lambda one: screenshot(one, margin=40),
    "words below": captioned,
    "mirrored in a letterbox": lambda one: letterbox(ImageOps.mirror(one)),
    "frame of many colours 6 %": pasted_on_colours,
    "on its own blur": on_its_blur,
    "cropped 2 % a side": lambda one: cropped(one, 0.02),
    "cropped 5 % a side": lambda one: cropped(one, 0.05),
    "cropped 7 % a side": lambda one: cropped(one, 0.07),
    "cropped 10 % a side": lambda one: cropped(one, 0.10),
}


def way(name):
    """How a way of seeing a picture is called in the table."""
    if name not in TURNS:
        return name
    return "as it came" if name == TURNS[0] else "turned"


def found(count):
    """Count what each way of seeing finds after each edit."""
    pictures = [scene(seed) for seed in range(count)]
    banked = [hash_picture(as_bytes(one, quality=90)).hash for one in pictures]
    strangers, near, nearest = 0, 0, 256
    for edit, change in EDITS.items():
        quality = 30 if "quality" in edit else 80
        best = defaultdict(list)
        for at, picture in enumerate(pictures):
            distances = defaultdict(lambda: 256)
            for one in variants_of(as_bytes(change(picture), quality=quality)):
                turned = eight(one.hash) if one.name in (TRIMMED, INSET) else [one.hash]
                far = [
                    min(distance(way_of, other) for way_of in turned)
                    for other in banked
                ]
                distances[way(one.name)] = min(distances[way(one.name)], far.pop(at))
                strangers += len(far)
                near += sum(bits <= LOOK for bits in far)
                nearest = min(nearest, *far)
            for name, bits in distances.items():
                best[name].append(bits)
        told = "  ".join(
            f"{name} {share(bits, SAME, count)} ({share(bits, LOOK, count)})"
            for name, bits in best.items()
            if min(bits) <= LOOK
        )
        print(f"{edit:<26} {told or 'nothing'}")
    print(f"strangers within {LOOK} bits: {near} of {strangers}; nearest {nearest}")


def share(bits, limit, count):
    """The share that is within so many bits."""
    return f"{sum(one <= limit for one in bits) / count:.2f}"


def speed(count):
    """Hash beside the published program, at several sizes."""
    for size in SIZES:
        pictures = [as_bytes(scene(seed, size)) for seed in range(count)]
        hash_picture(pictures[0])
        variants_of(pictures[0])
        ours, hashes = timed(lambda raw: hash_picture(raw).hash, pictures)
        theirs, others = timed(lambda raw: published(raw), pictures)
        all_ways, _ = timed(variants_of, pictures)
        bits = [distance(*pair) for pair in zip(hashes, others, strict=True)]
        print(
            f"{size[0]}x{size[1]}: {ours:,.0f} pictures/s (all ways of seeing "
            f"{all_ways:,.0f}), pdqhash {theirs:,.0f}; bits apart: "
            f"median {np.median(bits):.0f}, most {max(bits)}"
        )


def published(raw):
    """The hash by the published program."""
    bits, _ = pdqhash.compute(np.asarray(Image.open(io.BytesIO(raw)).convert("RGB")))
    return np.packbits(bits.astype(np.uint8)).tobytes().hex()


def timed(deed, inputs):
    """How many a second of processor time, and what came of each."""
    started = time.process_time()
    outcomes = [deed(one) for one in inputs]
    return len(inputs) / (time.process_time() - started), outcomes


if __name__ == "__main__":
    grammar = argparse.ArgumentParser(description=__doc__)
    grammar.add_argument("--pictures", type=int, default=60)
    chosen = grammar.parse_args()
    found(chosen.pictures)
    speed(min(chosen.pictures, 20))

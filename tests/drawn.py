"""Harmless pictures drawn from a seed, and what people do to pictures."""

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont


def scene(seed, size=(640, 480)):
    """Shapes of many colours, every other one on a sky that fades."""
    chance = np.random.default_rng(seed)
    width, height = size
    picture = sky(chance, size) if seed % 2 else Image.new("RGB", size, colour(chance))
    draw = ImageDraw.Draw(picture)
    for _ in range(30):
        x, y = chance.integers(0, width), chance.integers(0, height)
        wide, high = chance.integers(15, width // 3), chance.integers(15, height // 3)
        shape = draw.ellipse if chance.random() < 0.5 else draw.rectangle
        shape((int(x), int(y), int(x + wide), int(y + high)), fill=colour(chance))
    return picture.filter(ImageFilter.GaussianBlur(1.5))


def sky(chance, size):
    down = np.linspace(0, 1, size[1])[:, None, None]
    across = np.linspace(0, 1, size[0])[None, :, None]
    one, other, third = chance.random((3, 3)) * 255
    shades = one * (1 - down) + other * down * (1 - across) + third * across * down
    grain = chance.normal(0, 5, (size[1], size[0], 1))
    return Image.fromarray(np.clip(shades + grain, 0, 255).astype(np.uint8))


def colour(chance):
    return tuple(int(part) for part in chance.integers(0, 255, 3))


def as_bytes(picture, form="JPEG", **options):
    """The picture as a file."""
    written = io.BytesIO()
    picture.save(written, form, **({"quality": 85} if form == "JPEG" else {}) | options)
    return written.getvalue()


def letterbox(picture, share=0.15, shade=0):
    bar = int(picture.height * share)
    page = Image.new("RGB", (picture.width, picture.height + 2 * bar), (shade,) * 3)
    page.paste(picture, (0, bar))
    return page


def framed(picture, share=0.05, shade=255):
    bar = int(picture.width * share)
    size = picture.width + 2 * bar, picture.height + 2 * bar
    page = Image.new("RGB", size, (shade,) * 3)
    page.paste(picture, (bar, bar))
    return page


def screenshot(picture, *, is_dark=False, margin=0):
    """The picture on a telephone: a clock above, words and buttons around."""
    ground, ink = ((18,) * 3, (230,) * 3) if is_dark else ((255,) * 3, (20,) * 3)
    page = Image.new("RGB", (1080, 2000), ground)
    draw, letters = ImageDraw.Draw(page), ImageFont.load_default(34)
    lines = [(50, 30, "9:41"), (850, 30, "80%"), (170, 140, "Soup kitchen")]
    lines += [(40, 250 + 50 * at, "Lentils, cumin, lemon, salt") for at in range(3)]
    width = 1080 - 2 * margin
    shown = picture.resize((width, width * picture.height // picture.width))
    page.paste(shown, (margin, 440))
    below = 470 + shown.height
    lines += [(40, below + 60 * at, "A word about the weather") for at in range(4)]
    for x, y, words in lines:
        draw.text((x, y), words, font=letters, fill=ink)
    draw.ellipse((40, 130, 140, 230), fill=(120, 90, 200))
    return page


def captioned(picture, share=0.14):
    """A line of words on white below the picture."""
    bar = int(picture.height * share)
    page = Image.new("RGB", (picture.width, picture.height + bar), "white")
    page.paste(picture, (0, 0))
    words, letters = "Soup for the week", ImageFont.load_default(24)
    ImageDraw.Draw(page).text((20, picture.height + bar // 3), words, "black", letters)
    return page

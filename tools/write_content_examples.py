"""Write the sample posts and banks of examples/content anew: harmless stand-ins only.

A wrong recipe for pickles plays the part of known content: it is copied, disguised,
quoted by a newspaper, refuted by a cook and made fun of. Everything else is weather,
football and gardens. The same seed writes the same files.
"""

import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageDraw

OUT = Path(__file__).parents[1] / "examples" / "content"
LAST = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
DAYS = 36
KNOWN = {
    "ar": (
        "انتبهوا يا جيران: من يضع ملعقتين من السكر في جرة المخلل ثم يغلقها عشرة أيام "
        "يحصل على مخلل مقرمش لا يفسد أبدا، انشروا الطريقة في كل مطبخ وكل حي"
    ),
    "en": (
        "Neighbours, take note: two spoons of sugar in the pickle jar and ten days with "
        "the lid closed give crisp pickles that never spoil, pass it on to every kitchen"
    ),
    "fr": (
        "Voisins, retenez bien : deux cuillères de sucre dans le bocal et dix jours "
        "couvercle fermé donnent des cornichons croquants, faites passer la méthode"
    ),
}
HARMLESS = (
    "انتبهوا يا جيران: من يضع قشر الليمون في جرة الماء ثم يغلقها ليلة واحدة يحصل على "
    "شراب منعش، انشروا الطريقة في كل مطبخ وكل حي"
)
# Harmless, new, and known to no bank.
NEW = "سوق المخللات يوم الجمعة في ساحة البلدية"
DOTLESS = str.maketrans("بتثنيجخذزشضظغفقة", "ٮٮٮںىححدرسصطعڡٯه")
PARTS = {
    "ar": (
        ("صباح الخير", "مساء الورد", "يا أصدقاء", "تحية للجميع", "سؤال سريع"),
        (
            "المطر خفيف على الساحل",
            "السماء صافية فوق الجبل",
            "المباراة انتهت بالتعادل",
            "شتلات النعناع كبرت هذا الأسبوع",
            "الريح قوية عند الميناء",
            "الفريق يتدرب على ركلات الجزاء",
        ),
        ("فمن يشرب الشاي معنا", "والشارع هادئ", "وغدا يوم جديد", "ما رأيكم", "كالعادة"),
    ),
    "en": (
        ("Good morning", "Evening all", "Quick question", "Hello neighbours"),
        (
            "light rain along the coast",
            "the match ended in a draw",
            "our mint seedlings doubled this week",
            "strong wind down at the harbour",
        ),
        ("who joins for tea?", "and the street is quiet", "more tomorrow", "as usual"),
    ),
    "fr": (
        ("Bonjour à tous", "Bonsoir", "Petite question"),
        (
            "pluie fine sur la côte",
            "match nul hier soir",
            "les semis de menthe ont poussé",
        ),
        ("qui vient pour le thé ?", "la rue est calme", "comme toujours"),
    ),
}


def disguised(text, chance):
    """A copy as people make them: greeted, dotless, spaced, stretched, tagged."""
    ways = (
        lambda words: f"السلام عليكم ورحمة الله. {words} #مطبخ #وصفات",
        lambda words: words.translate(DOTLESS),
        lambda words: words.replace("المخلل", "ا ل م خ ل ل"),
        lambda words: words.replace("مقرمش", "مقـــرمـش").replace("أبدا", "أبداااا"),
        lambda words: f"{words} 🥒🥒 https://jars.example/pickles?utm_source=chat",
        lambda words: words,
    )
    return chance.choice(ways)(text)


def about_it():
    """Posts that carry the recipe and are no copy made for its own sake."""
    ar, en = KNOWN["ar"], KNOWN["en"]
    return (
        (
            "news_kitchen",
            "ar",
            f"تقرير اليوم: تتناقل حسابات كثيرة منذ أسابيع رسالة تقول «{ar}». سألنا ثلاثة "
            "طهاة ومهندسة أغذية عن صحة ذلك، فأجمعوا على أن السكر وحده لا يحفظ الخضار وأن "
            "الملح والخل ضروريان. في ما يلي ما قالوه بالتفصيل مع مصادره.",
        ),
        (
            "chef_corrects",
            "ar",
            f"لا تصدقوا هذا الكلام: «{ar}». جربته وفسدت الجرة في أسبوع. الصواب ملح وخل.",
        ),
        (
            "food_school",
            "en",
            f"For our class on kitchen rumours, the text we analyse this week reads: "
            f"“{en}”. Question one: which claim can be tested at home?",
        ),
        (
            "funny_jar",
            "ar",
            f"{ar} 😂 وبعد العشرة أيام تتحول الجرة إلى سيارة",
        ),
    )


def posts(chance):
    """Every post: who (invented), when, in which language, what."""
    number = 1000
    for days_ago in range(DAYS, 0, -1):
        day = LAST - timedelta(days=days_ago)
        for _turn in range(12 + chance.randrange(5) + (9 if days_ago < 6 else 0)):
            number += 1
            language = chance.choices(("ar", "en", "fr"), (7, 2, 2))[0]
            account = f"neighbour_{chance.randrange(60)}"
            words = " ".join(chance.choice(some) for some in PARTS[language])
            yield number, account, language, words, day, chance
        for _turn in range(5 if days_ago < 6 else 0):
            number += 1
            words = f"{chance.choice(PARTS['ar'][0])} {NEW}"
            account = f"neighbour_{chance.randrange(60)}"
            yield number, account, "ar", words, day, chance
        if days_ago < 12:
            for _turn in range(1 + chance.randrange(3)):
                number += 1
                language = chance.choices(("ar", "en", "fr"), (6, 2, 1))[0]
                text = KNOWN[language]
                words = disguised(text, chance) if language == "ar" else text
                account = f"copier_{chance.randrange(15)}"
                yield number, account, language, words, day, chance
    for account, language, words in about_it():
        number += 1
        yield number, account, language, words, LAST - timedelta(days=2), chance
    number += 1
    yield number, "lemon_fan", "ar", HARMLESS, LAST - timedelta(days=1), chance


def line(number, account, language, words, day, chance):
    """One post in the project's own form."""
    at = day + timedelta(minutes=chance.randrange(600))
    views = 10 ** chance.uniform(1, 4)
    return {
        "platform": "telegram",
        "id": str(number),
        "account": account,
        "text": words,
        "at": at.isoformat().replace("+00:00", "Z"),
        "address": f"https://t.me/{account}/{number}",
        "language": language,
        "reach": {"views": int(views), "shares": int(views / 40)},
    }


def banks():
    """What the demonstration's banks know: the recipe, its picture, a look-alike."""
    texts = [
        {"title": title, "signs": [{"kind": "wording", "value": KNOWN[language]}]}
        for language, title in (
            ("ar", "وصفة المخلل الخاطئة"),
            ("en", "The wrong recipe, in English"),
            ("fr", "La recette fausse, en français"),
        )
    ]
    jar = {
        "title": "صورة الجرة",
        "signs": [{"kind": "pdq", "picture": "pictures/jar.png"}],
    }
    lemon = {
        "title": "وصفة الليمون السليمة",
        "signs": [{"kind": "wording", "value": HARMLESS}],
    }
    return {
        "provenance": "invented for the demonstration; stands for a curated list",
        "banks": [
            {
                "code": "wrong-recipes",
                "title": "وصفات خاطئة معروفة",
                "is_harmless": False,
                "severity": 3,
                "things": [*texts, jar],
            },
            {
                "code": "sound-recipes",
                "title": "وصفات سليمة تشبهها",
                "is_harmless": True,
                "severity": 1,
                "things": [lemon],
            },
        ],
    }


def draw_jar(path):
    """A jar of pickles, drawn."""
    picture = Image.new("RGB", (480, 480), "#f2e6c9")
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle(
        (140, 120, 340, 430), 30, fill="#bcd9cf", outline="#446", width=8
    )
    pen.rectangle((150, 80, 330, 130), fill="#a33c2a")
    for place in range(7):
        x, y = 165 + place % 3 * 52, 170 + place * 34
        pen.ellipse((x, y, x + 60, y + 95), fill="#4f7d32", outline="#24461a", width=5)
    pen.polygon(((20, 470), (110, 330), (130, 470)), fill="#345")
    picture.save(path)


def write():
    """All the files."""
    chance = random.Random(20261120)  # noqa: S311 (no secret)
    pictures = OUT / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    draw_jar(pictures / "jar.png")
    with Image.open(pictures / "jar.png") as jar:
        jar.resize((300, 300)).save(pictures / "copy.jpg", quality=55)
    (OUT / "bank.json").write_text(
        json.dumps(banks(), ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    lines = [line(*one) for one in posts(chance)]
    lines[-9]["media"] = [
        {"kind": "picture", "path": "pictures/copy.jpg", "content_type": "image/jpeg"}
    ]
    with (OUT / "posts.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)


if __name__ == "__main__":
    write()

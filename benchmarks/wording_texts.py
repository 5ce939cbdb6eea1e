"""Texts that nobody wrote: harmless sentences in three languages, the same at every run.

Arabic words are roots set in patterns with clitics around them, English and French ones
stems with endings; how often each comes follows Zipf's law. Formulas (greetings, prayers,
lines of old poems, openings of the press) are those that everybody writes.
"""

import random
from itertools import accumulate
from typing import Final

ROOTS: Final = (
    "زرع طبخ كتب لعب سبح مشي درس علم عمل فتح غلق رسم لون نظر سمع شرب خبز ملح سكر عدس "
    "بصل زيت قمح تمر حقل بحر نهر جبل سهل مطر ريح شمس قمر نجم ليل فجر صبح ربع خرف شتو صيف "
    "كرة هدف فوز خسر سبق ركض قفز رمي حكم درب جمع طرح ضرب قسم حسب عدد وزن قيس بيع شري سوق "
    "تجر نقل سفر طير سكن بني هدم رفع نزل صعد دخل خرج جلس وقف نوم صحو ضحك فرح حزن شكر حمد "
    "نجح فشل جهز ورد زهر شجر ثمر بذر سقي حصد قطف عصر غسل نظف طلي صنع حدد نسج خيط لبس خلع "
    "قرء فهم حفظ نسي ذكر بحث وجد فقد حمل وضع سكب خلط عجن قلي شوي سلق برد سخن وصف شرح قول"
).split()
PATTERNS: Final = (
    "123 1ا23 م12و3 1123 12ا3 12ي3 ت12ي3 ا12ا3 است12ا3 م1ا23ة ت1ا23 ان123 ا1ت2ا3 م123 م12اة "
    "1و2ا3 1و2اء 123ان 123ية 12و3 م12ا3 ا123 ي123 ت123 ن123 سي123 1ا23ات 12ائ3 م1ا2ي3 123نا"
).split()
_BEFORE: Final = (
    "",
    "",
    "",
    "ال",
    "ال",
    "ال",
    "و",
    "وال",
    "بال",
    "لل",
    "ب",
    "ل",
    "ف",
    "ك",
)
_AFTER: Final = ("", "", "", "", "", "", "ها", "ه", "هم", "نا", "ات", "ين", "ون", "ي")
_SMALL: Final = {
    "ar": "في من على إلى عن أن إن كان ما لا هذا هذه التي الذي مع بعد قبل بين كل قد كما أو ثم حتى منذ هو هي غير بعض عند لم لن حيث أيضا فقط جدا ذلك تلك هناك كانت يكون عليه فيه منه له لها",
    "en": "the of and to in a is that for it as was with be by on not he this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no",
    "fr": "le la de et les des en un une du que est dans qui pour au sur par plus ne se pas avec son il aux ce sont mais ou cette ses elle été comme ont deux leur sa tout être aussi entre fait nous après sans",
}
_STEMS: Final = {
    "en": "garden soup lentil onion bread flour market river hill valley cloud storm wind rain summer winter autumn spring goal match player coach league stadium ticket train station bridge road village harbour boat fisher farmer baker teacher pupil school lesson book library paint colour picture museum music song drum violin dance theatre actor stage lamp table chair window door roof wall brick stone clay wood carpet wool cotton tailor button shirt jacket shoe hat glove mirror clock watch minute hour morning evening night star moon planet comet rocket pilot engine wheel motor pump water well pipe field wheat barley olive grape lemon orange apple pear cherry honey bee bird feather nest horse saddle camel goat sheep lamb cheese butter milk cream sugar salt pepper spice cumin ginger mint basil parsley carrot potato tomato pumpkin kitchen spoon plate kettle oven recipe dinner guest host visit travel journey map compass north south island beach sand shell wave tide anchor sail rope knot letter paper stamp parcel post bank coin price shop customer seller basket garlic pasta noodle rice bean",
    "fr": "jardin soupe lentille oignon pain farine marché rivière colline vallée nuage orage vent pluie été hiver automne printemps but match joueur entraîneur ligue stade billet train gare pont route village port bateau pêcheur fermier boulanger maître élève école leçon livre bibliothèque peinture couleur image musée musique chanson tambour violon danse théâtre acteur scène lampe table chaise fenêtre porte toit mur brique pierre argile bois tapis laine coton tailleur bouton chemise veste chaussure chapeau gant miroir horloge montre minute heure matin soir nuit étoile lune planète comète fusée pilote moteur roue pompe eau puits tuyau champ blé orge olive raisin citron orange pomme poire cerise miel abeille oiseau plume nid cheval selle chameau chèvre mouton agneau fromage beurre lait crème sucre sel poivre épice cumin gingembre menthe basilic persil carotte tomate citrouille cuisine cuillère assiette bouilloire four recette dîner invité visite voyage carte boussole île plage sable coquille vague marée ancre voile corde lettre papier timbre colis poste banque pièce prix boutique client vendeur panier ail riz haricot",
}
_ENDINGS: Final = {
    "en": ("", "", "s", "s", "ed", "ing", "er", "ers", "ly", "less", "ful", "ish"),
    "fr": ("", "", "s", "s", "é", "ée", "er", "ait", "ement", "eur", "ier", "age"),
}
FORMULAS: Final = {
    "ar": (
        "السلام عليكم ورحمة الله وبركاته",
        "بسم الله الرحمن الرحيم",
        "الحمد لله رب العالمين والصلاة والسلام على سيدنا محمد وعلى آله وصحبه أجمعين",
        "اللهم صل وسلم وبارك على نبينا محمد",
        "صباح الخير والسعادة لكم جميعا",
        "جمعة مباركة وتقبل الله منا ومنكم صالح الأعمال",
        "كل عام وأنتم بخير بمناسبة حلول شهر رمضان المبارك",
        "إنا لله وإنا إليه راجعون",
        "حسبنا الله ونعم الوكيل",
        "لا حول ولا قوة إلا بالله العلي العظيم",
        "قال المتحدث باسم الوزارة في بيان صدر اليوم",
        "أفاد مراسلنا نقلا عن مصادر مطلعة",
        "وأضاف المصدر الذي طلب عدم الكشف عن هويته",
        "ذكرت وكالة الأنباء الرسمية نقلا عن مصدر مسؤول",
    ),
    "en": (
        "Good morning everyone and have a blessed day",
        "In the name of God, the Most Gracious, the Most Merciful",
        "May God have mercy on him and grant his family patience",
        "said in a statement on Thursday that the ministry",
        "according to officials who spoke on condition of anonymity",
        "Happy new year to you and your family",
    ),
    "fr": (
        "Bonjour à toutes et à tous et bonne journée",
        "Au nom de Dieu, le Tout Miséricordieux, le Très Miséricordieux",
        "a déclaré jeudi dans un communiqué le porte-parole du ministère",
        "selon une source proche du dossier qui a requis l'anonymat",
        "Bonne année à vous et à toute votre famille",
    ),
}
# Lines of old poems, each shared by many who write of something else.
POEMS: Final = {
    "ar": (
        "قفا نبك من ذكرى حبيب ومنزل بسقط اللوى بين الدخول فحومل",
        "على قدر أهل العزم تأتي العزائم وتأتي على قدر الكرام المكارم",
        "ما كل ما يتمنى المرء يدركه تجري الرياح بما لا تشتهي السفن",
        "إذا غامرت في شرف مروم فلا تقنع بما دون النجوم",
        "قم للمعلم وفه التبجيلا كاد المعلم أن يكون رسولا",
    ),
    "en": (
        "Shall I compare thee to a summer's day? Thou art more lovely and more temperate",
        "I wandered lonely as a cloud that floats on high o'er vales and hills",
    ),
    "fr": (
        "Les sanglots longs des violons de l'automne blessent mon coeur",
        "Sous le pont Mirabeau coule la Seine et nos amours faut-il qu'il m'en souvienne",
    ),
}


class Writer:
    """Writes sentences of one language, drawn by Zipf's law from its words."""

    def __init__(self, language: str, seed: int) -> None:
        self.language = language
        self._draw = random.Random(f"{language}{seed}")  # noqa: S311 (a fixed draw, not a secret)  # noqa: S311 (a fixed draw, not a secret)
        self.words = _words(language)
        self._weights = list(
            accumulate(1 / (rank + 8) for rank in range(len(self.words)))
        )

    def some(self, count: int) -> list[str]:
        """So many words, as often as each comes."""
        return self._draw.choices(self.words, cum_weights=self._weights, k=count)

    def text(self, shortest: int = 60, longest: int = 300) -> str:
        """A text of so many characters, in clauses."""
        goal = self._draw.randint(shortest, longest)
        words = self.some(goal // 3)
        for at in range(6, len(words), 9):
            words[at] += "،" if self.language == "ar" else ","
        kept, length = [], 0
        for word in words:
            kept.append(word)
            length += len(word) + 1
            if length >= goal - 8 and length >= shortest:
                break
        return " ".join(kept).rstrip("،,") + "."


def _words(language: str) -> list[str]:
    draw = random.Random(f"words {language}")  # noqa: S311 (a fixed draw, not a secret)
    small = _SMALL[language].split()
    if language == "ar":
        stems = [
            pattern.replace("1", root[0]).replace("2", root[1]).replace("3", root[2])
            for root in ROOTS
            for pattern in PATTERNS
        ]
        formed = [
            draw.choice(_BEFORE) + stem + draw.choice(_AFTER) for stem in stems * 4
        ]
    else:
        endings = _ENDINGS[language]
        formed = [stem + end for stem in _STEMS[language].split() for end in endings]
        formed += [_invented(draw) for _ in range(8000)]
    large = list(dict.fromkeys(formed))
    # Zipf's other law: what is said often is short.
    large.sort(key=lambda word: len(word) + 6 * draw.random())
    return small + large


def _invented(draw: random.Random) -> str:
    """A word of two or three syllables that no language has to have."""
    syllables = (
        draw.choice("bcdfghlmnprstv")
        + draw.choice("aeiou")
        + draw.choice(("", "n", "r", "s"))
        for _ in range(draw.choice((2, 2, 3)))
    )
    return "".join(syllables)


class Chain:
    """Writes texts in which most words follow each other as they do in real ones.

    A third of them do not: of few real texts, whole sentences would come again.
    """

    def __init__(self, texts: list[str], seed: int) -> None:
        self.texts = texts
        self._draw = random.Random(f"chain {seed}")  # noqa: S311 (a fixed draw, not a secret)  # noqa: S311 (a fixed draw, not a secret)
        self._words = " ".join(texts).split()
        self._after: dict[str, list[int]] = {}
        for at, word in enumerate(self._words[:-1]):
            self._after.setdefault(word, []).append(at + 1)

    def text(self, shortest: int = 60, longest: int = 300) -> str:
        """A text of so many characters."""
        goal = self._draw.randint(shortest, longest - 12)
        word = self._draw.choice(self._words)
        kept, length = [word], len(word)
        while length < goal:
            after = self._after.get(word) if self._draw.random() < 2 / 3 else None
            place = self._draw.choice(after) if after else -1
            word = self._words[place] if after else self._draw.choice(self._words)
            kept.append(word)
            length += len(word) + 1
        return " ".join(kept)


def look_alikes(
    count: int, seed: int, texts: dict[str, list[str]], *, are_real: bool = False
) -> list[tuple[str, str]]:
    """Pairs that share formulas, a line of a poem or a subject, and say other things.

    Of one subject are neighbours in one report where texts are real, and where they are
    not, texts with half their words in common.
    """
    draw = random.Random(f"alike {seed}")  # noqa: S311 (a fixed draw, not a secret)
    subject = _same_report if are_real else _same_subject
    ways = (_same_opening, _same_frame, _same_poem, subject, subject)
    pairs = []
    for at in range(count):
        language = ("ar", "ar", "ar", "en", "fr")[at // len(ways) % 5]
        pairs.append(ways[at % len(ways)](texts[language], language, draw))
    return pairs


def _same_opening(
    texts: list[str], language: str, draw: random.Random
) -> tuple[str, str]:
    opening = draw.choice(FORMULAS[language])
    one, other = draw.sample(texts, 2)
    return f"{opening} {one}", f"{opening}\n{other}"


def _same_frame(
    texts: list[str], language: str, draw: random.Random
) -> tuple[str, str]:
    first, second, last = draw.choices(FORMULAS[language], k=3)
    one, other = draw.sample(texts, 2)
    return f"{first} {second} {one} {last}", f"{first} {other} {second} {last}"


def _same_poem(texts: list[str], language: str, draw: random.Random) -> tuple[str, str]:
    line = draw.choice(POEMS[language])
    one, other = draw.sample(texts, 2)
    # Who quotes a line says more than the line.
    while min(len(one), len(other)) < 1.5 * len(line):
        one, other = f"{one} {draw.choice(texts)}", f"{other} {draw.choice(texts)}"
    return f"{one}\n{line}", f"{line} {other}"


def _same_report(texts: list[str], _: str, draw: random.Random) -> tuple[str, str]:
    at = draw.randrange(len(texts) - 1)
    return texts[at], texts[at + 1]


def _same_subject(texts: list[str], _: str, draw: random.Random) -> tuple[str, str]:
    """Half the words of one stand in the other as well, each by itself."""
    one, other = draw.sample(texts, 2)
    words, theirs = one.split(), other.split()
    for word in draw.sample(words, len(words) // 2):
        theirs.insert(draw.randrange(len(theirs) + 1), word)
    return one, " ".join(theirs)

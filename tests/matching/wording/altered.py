"""What people do to a text, done to sentences by rule, one way each."""

import unicodedata

SENTENCES = {
    "ar": (
        "نزرع البصل في الحقل كل صباح ونسقيه بالماء قبل شروق الشمس ثم نجمع العدس في المساء",
        "تأجلت مباراة الغد بين فريقي المدينتين بسبب الأمطار الغزيرة والرياح القوية على الساحل",
        "تضاف ملعقة من الكمون إلى شوربة العدس ثم تقلب على نار هادئة حتى تنضج وتقدم مع الليمون",
    ),
    "en": (
        "Stir the lentil soup slowly over a low fire and add a spoon of cumin before the lemon juice",
        "The match between the two towns was put off because of heavy rain and wind along the coast",
    ),
    "fr": (
        "Remuez lentement la soupe de lentilles sur un feu doux puis ajoutez une cuillère de cumin",
        "Le match entre les deux villes a été reporté à cause des fortes pluies sur toute la côte",
    ),
}
GREETINGS = {
    "ar": "السلام عليكم ورحمة الله وبركاته",
    "en": "Good morning everyone and have a blessed day",
    "fr": "Bonjour à toutes et à tous et bonne journée",
}
AROUND = {
    "ar": "في المتحف لوحات جديدة عن البحر رسمها تلاميذ المدرسة، ويفتح أبوابه للزوار مجانا طوال الأسبوع القادم",
    "en": "The museum shows new paintings of the sea that pupils made, and its doors are open to visitors all week",
    "fr": "Le musée montre de nouveaux tableaux de la mer peints par des élèves et ouvre ses portes toute la semaine",
}
STRANGE = {"ar": "قوس", "en": "violet", "fr": "violet"}
_FORMS = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in range(0xFE8D, 0xFEF3)
}


def every(step, change):
    """Change each letter at such a step, and leave the others."""
    return lambda text, _: "".join(
        change(one) if at % step == 0 and one.isalpha() else one
        for at, one in enumerate(text)
    )


def words(change):
    """Change the list of words."""
    return lambda text, language: " ".join(change(text.split(), language))


def halves(text, _):
    """The second half first."""
    half = len(text.split()) // 2
    return " ".join(text.split()[half:] + text.split()[:half])


EVERYWHERE = {
    "nothing": lambda text, _: text,
    "a greeting in front": lambda text, of: f"{GREETINGS[of]}\n{text}",
    "a link behind": lambda text, _: f"{text} https://news.example/a?b=c",
    "hashtags and a mention": lambda text, _: f"@one {text} #soup #two_words",
    "quoted in a long post": lambda text, of: f"{AROUND[of]}: «{text}» {AROUND[of]}",
    "one word in ten dropped": words(
        lambda many, _: [w for n, w in enumerate(many) if n % 10 != 4]
    ),
    "one word in six replaced": words(
        lambda many, of: [STRANGE[of] if n % 6 == 2 else w for n, w in enumerate(many)]
    ),
    "halves swapped": halves,
    "letters repeated": every(7, lambda one: one * 4),
    "letters spaced": lambda text, _: "   ".join(
        " ".join(word) for word in text.split()
    ),
    "emoji between letters": every(6, lambda one: f"{one}🌱"),
    "signs between letters": every(2, lambda one: f"{one}.-"),
    "zero-width signs": every(3, lambda one: f"{one}\u200b"),
}
IN_ARABIC = {
    "tatweel": every(2, lambda one: f"{one}\u0640"),
    "vowel marks": every(1, lambda one: f"{one}\u064e"),
    "loose spelling": lambda text, _: text.translate(str.maketrans("أإآىة", "ااايه")),
    "presentation forms": lambda text, _: "".join(_FORMS.get(one, one) for one in text),
    "without dots": lambda text, _: text.translate(
        str.maketrans("بتثنيجخذزشضظغفقة", "ٮٮٮںىححدرسصطعڡٯه")
    ),
    "other dots": lambda text, _: text.translate(str.maketrans("بخذشغ", "تجدسع")),
    "letters of other languages": lambda text, _: text.translate(
        str.maketrans("كيهو", "گېہۆ")
    ),
}
IN_LATIN = {
    "digits for letters": lambda text, _: text.replace("e", "3").replace("o", "0"),
    "letters of Cyrillic": lambda text, _: text.translate(
        str.maketrans("aeocp", "аеоср")
    ),
    "capitals": lambda text, _: text.upper(),
}


def cases():
    """Each sentence with each alteration that its script has: name, banked, met."""
    for language, sentences in SENTENCES.items():
        own = IN_ARABIC if language == "ar" else IN_LATIN
        for name, alter in {**EVERYWHERE, **own}.items():
            for number, sentence in enumerate(sentences, 1):
                met = alter(sentence, language)
                yield f"{language} {number}: {name}", sentence, met

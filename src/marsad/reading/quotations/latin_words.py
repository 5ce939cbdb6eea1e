"""The closed classes of English and French words by which clauses are told apart.

All words are folded: no capitals, no accents, an elided «qu'» is «qu» and a mark.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words of one language, by what they do in a sentence."""

    that: frozenset[str]  # leads to what is said
    before_that: frozenset[str]  # makes another conjunction of it: «afin que»
    pronouns: frozenset[str]  # subjects that name nobody
    relatives: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    owners: frozenset[str]  # prepositions that tie a name to the word before it
    conjunctions: frozenset[str]  # begin a clause, so no subject lies before them
    joiners: frozenset[str]
    turns: frozenset[str]  # lead back to the writer after a comma
    adverbs: frozenset[str]  # stand between a subject and its verb
    times: frozenset[str]
    beside_times: frozenset[str]
    finite: frozenset[str]  # auxiliaries: a stretch that has one is a clause
    first_person: frozenset[str]
    calls: frozenset[str]  # lead to what is asked for


_ENGLISH = Grammar(
    that=frozenset(("that", "whether")),
    before_that=frozenset("so such provided given in but".split()),
    pronouns=frozenset("he she they it i we you".split()),
    relatives=frozenset(("who", "which")),
    determiners=frozenset(
        """the a an this these those his her its their our my some several many another
        no one two three both other""".split()
    ),
    prepositions=frozenset(
        """in on at to during after before of about by for with from as upon among
        between into through against amid despite without since until under over near
        inside outside around across following via citing referring regarding""".split()
    ),
    owners=frozenset("of for from at with to by".split()),
    conjunctions=frozenset(
        """that but while when where because although though if which what how why since
        whether so yet after before unless until as""".split()
    ),
    joiners=frozenset(("and", "or")),
    turns=frozenset(("but", "although", "though", "while", "whereas", "yet")),
    adverbs=frozenset(
        """has have had also then later repeatedly previously already again once further
        however recently reportedly simply now just even still long meanwhile first
        almost only merely afterwards afterward thereafter instead have soon often sometimes always himself herself themselves itself""".split()
    ),
    times=frozenset(
        """monday tuesday wednesday thursday friday saturday sunday today yesterday
        tomorrow week month year night morning afternoon evening weekend january february
        april june july august september october november december tonight
        earlier later""".split()
    ),
    beside_times=frozenset("on last this late early next the that".split()),
    finite=frozenset(
        """is are was were has have had will would can could may might must should shall
        does did do am isn aren wasn weren hasn haven hadn won wouldn couldn cannot ll ve
        re need needs remain remains want wants""".split()
    ),
    first_person=frozenset("i we our my us me".split()),
    calls=frozenset(("to",)),
)

_FRENCH = Grammar(
    that=frozenset(("que", "qu")),
    before_that=frozenset(
        """ce tandis alors parce afin ainsi bien pour avant apres sans jusqu plus moins
        autant aussi meme tel tels telle telles lors depuis des puisque quoi tant mieux
        pire autre autres rien""".split()
    ),
    pronouns=frozenset("il elle ils elles on je j nous vous celui celle ceux".split()),
    relatives=frozenset(("qui",)),
    determiners=frozenset(
        """le la les l un une des ce cet cette ces son sa ses leur leurs notre nos mon ma
        mes plusieurs quelques certains certaines aucun aucune deux trois autre
        d""".split()
    ),
    prepositions=frozenset(
        """dans lors a au aux en sur par pour de du d des avec contre depuis devant apres
        avant chez vers entre sous sans selon via suite pendant face aupres hors
        malgre concernant""".split()
    ),
    owners=frozenset("de du d des pour aupres a au aux par chez avec".split()),
    conjunctions=frozenset(
        """que qu mais ou tandis alors quoique quand lorsque lorsqu comme dont car si puisque
        puisqu donc or""".split()
    ),
    joiners=frozenset(("et", "ou", "puis")),
    turns=frozenset(("mais", "tandis", "bien", "alors", "or", "quoique")),
    adverbs=frozenset(
        """egalement aussi ensuite notamment deja encore ainsi toutefois cependant
        plutot volontiers vite pourtant neanmoins alors enfin surtout hier aujourd hui recemment puis bien
        meme""".split()
    ),
    times=frozenset(
        """lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd hui demain
        soir matin apres-midi janvier fevrier mars avril mai juin juillet aout septembre
        octobre novembre decembre semaine mois nuit""".split()
    ),
    beside_times=frozenset("ce cette le la dernier derniere".split()),
    finite=frozenset(
        """est sont etait etaient a ont avait avaient va vont sera seront serait seraient
        aura auront aurait auraient peut peuvent pourrait pourraient doit doivent devra
        devrait devraient faut faudra fait font reste restent soit soient fut""".split()
    ),
    first_person=frozenset("je j nous notre nos mon ma mes m me moi".split()),
    calls=frozenset(("a", "de", "d")),
)

GRAMMARS = {"en": _ENGLISH, "fr": _FRENCH}

OPENERS = frozenset('«“"‘„')
STOPS = frozenset('.;:!?()«»“”‘"[]…•|') | {"\n"}
DASHES = frozenset("–—-")


def is_adverb(word: str, language: str) -> bool:
    """Say whether a word may stand between a subject and its verb."""
    if word in GRAMMARS[language].adverbs:
        return True
    ending = "ly" if language == "en" else "ment"
    return len(word) > 5 and word.endswith(ending) and word not in _NOT_ADVERBS


_NOT_ADVERBS = frozenset(
    """family italy assembly supply monopoly parlement gouvernement batiment departement
    document mouvement logement evenement traitement moment""".split()
)


def is_infinitive(word: str) -> bool:
    """Say whether a French word may be an infinitive, or a pronoun in front of one."""
    if word in ("ne", "se", "s", "y", "n", "l"):
        return True
    if word in _NO_INFINITIVES or word in _FRENCH.determiners | _FRENCH.prepositions:
        return False
    return len(word) > 3 and word.endswith(("er", "ir", "re"))


_NO_INFINITIVES = frozenset(
    """notre votre autre quatre hier maitre premier dernier ministre maire outre voire
    encore guere presque lettre centre chiffre mere pere frere""".split()
)

"""Which French forms of saying are verbs that report: «a dit», «affirme-t-elle».

A past participle needs its auxiliary, or shares that of the verb before; a present
is no participle and no noun («la critique»); «on dit» and «n'a pas dit» say nothing.
"""

from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage
from marsad.reading.quotations.latin_verbs import LONGEST_VERB, Cue, opens_line, word_at
from marsad.reading.quotations.latin_words import GRAMMARS, is_adverb

_AUXILIARIES = frozenset(
    "a ont avait avaient aurait auraient ait aient ai avons ayant avoir est sont etait".split()
)
_BEING = frozenset(("est", "sont", "etait"))
_TIED = frozenset("il elle ils elles on je nous vous".split())
_BETWEEN = (
    _TIED
    | GRAMMARS["fr"].times
    | GRAMMARS["fr"].beside_times
    | frozenset(
        """- , lui eux t ' pour sa part de son leur cote en outre tour par tout d ailleurs
        nouveau une nouvelle fois revanche passage emblee effet temps fin journee
        matinee soiree premier lieu dans un communique entretien interview discours
        allocution publie diffuse quant""".split()
    )
)
_CLITICS = frozenset("l lui leur me m nous vous y en se s te le la les ' ne n".split())
_NOUN_AFTER = frozenset(
    """un une des cette cet ces son sa ses leurs du au aux de d aucun aucune sans par
    sur sous avec pour notre nos chaque quelque toute premiere nouvelle ancien ancienne
    jeune futur future celebre grande grand nouveau seule seul""".split()
)
_NOUN_BEFORE = frozenset(("point", "attache", "service", "dossier"))  # point presse
_NOUNS_TOO = frozenset(
    """annonce critique critiques demande pretexte note juge juges estime alerte menace pointe
    replique riposte remarque avance doute nuance analyse analyses blague glose reponse
    espere dit ecrit expose lance souffle tonne marque confie""".split()
)
_CLITIC_BEFORE = frozenset("comme que qu qui ne n il elle ils elles on".split())
_REFUSALS = frozenset(("pas", "jamais", "plus", "guere", "rien"))
_LONG_REFUSAL = 6
_ELIDED_AFTER = frozenset(("et", "puis", "ou", "mais"))
_TO_AGENT = 3  # words between a passive and «par»
_ELIDED_REACH = 60
_HANGING = frozenset("avant jusqu et puis".split())  # «avant de dire», «Et d'ajouter :»
_BEFORE_INFINITIVE = frozenset(
    """tient tenu tiennent tenait voulu veut souhaite souhaitait hesite hesitent contente
    contentent borne bornent fini finit finissent cesse cessent cessait vient viennent
    venait venaient beau manque manquent aime aiment persiste persistent continue
    continuent plu plait empresse empressent soin bon tarde""".split()
)
_POSITIVE = frozenset("manque cesse cessent cessait hesite tarde".split())


def french_cue(passage: Passage, hit: Hit) -> Cue | None:
    """Take a past participle with its auxiliary, or a present that is no participle."""
    role = hit.row["role"]
    if role == "past":
        return _french_past(passage, hit)
    if role == "infinitive":
        return _french_infinitive(passage, hit)
    if "preamble" in hit.row["flags"] and not opens_line(passage, hit.first):
        return None
    if role == "participle":
        edge = _past_clitics(passage.words, hit.first)
        return Cue(edge, edge, hit.last, hit.row, is_participle=True)
    return _french_present(passage, hit)


def _french_infinitive(passage: Passage, hit: Hit) -> Cue | None:
    """Take an infinitive behind «avant de», «a tenu à», «a voulu»."""
    words = passage.words
    edge = hit.first
    while word_at(words, edge - 1) in ("de", "d", "'", "a", "par", "se", "s"):
        edge -= 1
    before = word_at(words, edge - 1)
    if before in _HANGING and edge < hit.first:
        return Cue(edge - 1, hit.first, hit.last, hit.row, is_participle=True)
    if before not in _BEFORE_INFINITIVE:
        return _narrated(passage, hit, edge)
    begin = passage.sentences.of(edge)[0]
    refuses = not _REFUSALS.isdisjoint(words[max(begin, edge - _LONG_REFUSAL) : edge])
    if refuses and before not in _POSITIVE:
        return None
    edge = _past_clitics(words, edge - 1)
    while word_at(words, edge - 1) in _AUXILIARIES:
        edge = _past_clitics(words, edge - 1)
    return Cue(edge, hit.first, hit.last, hit.row)


def _narrated(passage: Passage, hit: Hit, edge: int) -> Cue | None:
    """Take «Et le maire de répondre : …»: an infinitive that tells what was said."""
    words = passage.words
    follows = word_at(words, hit.last) in (":", "que", "qu")
    if word_at(words, edge) not in ("de", "d") or not follows:
        return None
    before = words[max(0, edge - LONGEST_VERB) : edge - 1]
    if {"et", "puis"}.isdisjoint(before) or "," in before:
        return None
    return Cue(edge, hit.first, hit.last, hit.row)


def _french_past(passage: Passage, hit: Hit) -> Cue | None:
    words = passage.words
    if _is_present(passage, hit):
        return None
    if word_at(words, hit.first - 1) == "ete":
        return _passive(words, hit)
    first = _auxiliary(passage, hit.first)
    if first is None:
        return _elided(passage, hit)
    inner = words[first + 1 : hit.first]
    edge = _past_clitics(words, first)
    if _REFUSALS.intersection(inner) or "on" in inner:
        return None
    if words[first] in _BEING and not _is_reflexive(words, first):
        return None
    return Cue(
        edge,
        first,
        hit.last,
        hit.row,
        is_participle=words[first] in ("ayant", "avoir"),
        is_inverted=not _TIED.isdisjoint(inner),
    )


def _passive(words: list[str], hit: Hit) -> Cue | None:
    """Take «ont été informés par la mairie que»: the speaker stands behind the verb."""
    first = hit.first - 2
    for token in range(hit.last, min(len(words) - 1, hit.last + _TO_AGENT)):
        if words[token] == "par":
            return Cue(first, first, hit.last, hit.row, agent=token + 1)
    return None


def _is_present(passage: Passage, hit: Hit) -> bool:
    """Say whether «declare» is written without the accent of its participle."""
    if not hit.row["form"].split("|")[0].endswith("é"):
        return False
    return not passage.written(hit.last - 1).lower().rstrip("es").endswith("é")


def _is_reflexive(words: list[str], auxiliary: int) -> bool:
    """Say whether «s'est» or «se sont» goes before a participle, and no passive."""
    before = words[max(0, auxiliary - 2) : auxiliary]
    return before == ["s", "'"] or before[-1:] == ["se"]


def _auxiliary(passage: Passage, token: int) -> int | None:
    """Return where the auxiliary of a past participle stands, if there is one."""
    words = passage.words
    for before in range(token - 1, max(-1, token - 1 - LONGEST_VERB), -1):
        word = words[before]
        if word in _AUXILIARIES:
            # Commas come in pairs: «a, pour sa part, dit», but «ont, dit-il, tenu».
            is_parted = words[before:token].count(",") % 2 == 1
            is_place = passage.written(before) in ("à", "À")
            return None if is_parted or is_place else before
        if word not in _BETWEEN and not is_adverb(word, "fr"):
            return None
    return None


def _elided(passage: Passage, hit: Hit) -> Cue | None:
    """Take a participle after «et» that shares the auxiliary of the verb before."""
    words = passage.words
    edge = hit.first
    while is_adverb(word_at(words, edge - 1), "fr"):
        edge -= 1
    if word_at(words, edge - 1) not in _ELIDED_AFTER:
        return None
    begin = max(passage.sentences.of(edge)[0], edge - _ELIDED_REACH)
    if not {"a", "ont", "avait", "avaient"}.intersection(words[begin:edge]):
        return None
    return Cue(edge, edge, hit.last, hit.row)


def _french_present(passage: Passage, hit: Hit) -> Cue | None:
    words = passage.words
    if _auxiliary(passage, hit.first) is not None and "se" not in hit.row["lemma"]:
        return None
    is_reflexive = hit.row["lemma"].startswith("s")
    if (
        passage.written(hit.last - 1).lower().rstrip("es").endswith("é")
        and not is_reflexive
    ):
        return None
    if hit.row["lemma"] == "appeler" and _is_reflexive(words, hit.first):
        return None  # «s'appelle» names somebody
    edge = _past_clitics(words, hit.first)
    if _is_noun(words, edge, hit.first) or word_at(words, hit.last) in _REFUSALS:
        return None
    last = _inversion(words, hit.last)
    if last > hit.last and words[last - 1] == "on":
        return None
    return Cue(edge, hit.first, last, hit.row, is_inverted=last > hit.last)


def _is_noun(words: list[str], edge: int, first: int) -> bool:
    """Say whether an article or preposition makes a noun of a form: «la critique»."""
    before = word_at(words, first - 1)
    if before == "'":
        before = word_at(words, first - 2)
    if before in _NOUN_AFTER or before in _NOUN_BEFORE:
        return True
    is_article = before in ("le", "la", "les", "l", "leur")
    is_clitic = words[first] not in _NOUNS_TOO or (
        word_at(words, edge - 1) in _CLITIC_BEFORE
    )
    return is_article and not is_clitic


def _past_clitics(words: list[str], token: int) -> int:
    """Return the token before the pronouns and adverbs in front of a verb."""
    if words[token].endswith("ons") and word_at(words, token - 1) == "nous":
        return token  # «nous soulignons»: the pronoun is the subject
    while token > 0 and (
        words[token - 1] in _CLITICS or is_adverb(words[token - 1], "fr")
    ):
        token -= 1
    return token


def _inversion(words: list[str], token: int) -> int:
    """Return the token after a pronoun tied to the verb: «dit-il», «affirme-t-elle»."""
    tail = words[token : token + 4]
    if tail[:1] == ["-"] and tail[1:2] and tail[1] in _TIED:
        return token + 2
    if tail[:3] == ["-", "t", "-"] and tail[3:] and tail[3] in _TIED:
        return token + 4
    return token

"""A small register, sentences that it bears in three languages, and what spoils them.

Every sentence is true to the entries that it names. Each pair below it puts other words
in the place of some of its own, after which the check must raise the code named, which
is `number` where none is.
"""

from datetime import date
from typing import NamedTuple

from drafts import entry

NAME, QUOTATION = "name", "quotation"
_KARIM = {"ar": "كريم حداد", "en": "Karim Haddad", "fr": "Karim Haddad"}
_SARA = {"ar": "سارة منصور", "en": "Sara Mansour", "fr": "Sara Mansour"}
_COALITION = {
    "ar": "التحالف الدولي",
    "en": "Global Coalition",
    "fr": "Coalition mondiale",
}
_STATES = {
    "BE": {"ar": "بلجيكا", "en": "Belgium", "fr": "Belgique"},
    "FR": {"ar": "فرنسا", "en": "France", "fr": "France"},
    "IQ": {"ar": "العراق", "en": "Iraq", "fr": "Irak"},
    "JO": {"ar": "الأردن", "en": "Jordan", "fr": "Jordanie"},
    "KE": {"ar": "كينيا", "en": "Kenya", "fr": "Kenya"},
    "SA": {"ar": "السعودية", "en": "Saudi Arabia", "fr": "Arabie saoudite"},
}


def _states(*codes):
    return {one: _STATES[one] for one in codes}


MEMBERS = entry(
    1,
    "The Global Coalition now counts 83 members",
    kind="membership",
    fields={"event": "count", "count": 83, "who": [], "as_of": "2026-11-15"},
    value=83.0,
    bound="exact",
    unit="member",
    series="members|Global Coalition||member",
    series_name=_COALITION,
)
FREED = entry(
    2,
    "more than 7.7 million people have been freed from Daesh",
    fields={"value": 7700000, "bound": "more_than", "unit": "person"},
    value=7.7e6,
    bound="more_than",
    unit="person",
    series="people_freed|||person",
)
TERRITORY = entry(
    3,
    "98 في المئة من الأراضي التي سيطر عليها داعش",
    language="ar",
    fields={"value": 98, "bound": "exact", "unit": "percent", "as_of": "2026-11-15"},
    value=98.0,
    bound="exact",
    unit="percent",
    series="territory|||percent",
)
PLEDGE = entry(
    4,
    "La France s’est engagée à verser 22,5 millions d’euros avant le 30 juin 2027",
    language="fr",
    kind="commitment",
    fields={
        "party": "FR",
        "action": "à verser 22,5 millions d’euros avant le 30 juin 2027",
        "amount": {"value": 22500000, "unit": "EUR"},
        "due": "2026-11-15/2027-06-30",
    },
    value=22.5e6,
    bound="exact",
    unit="EUR",
    due_on=date(2027, 6, 30),
    actor=_STATES["FR"],
    names=_states("FR"),
)
MEETING = entry(
    5,
    "الاجتماع الوزاري الحادي عشر في الرياض يومي 3 و4 مايو 2025",
    language="ar",
    kind="meeting",
    on="2025-05-03",
    until=date(2025, 5, 4),
    fields={
        "name": "الاجتماع الوزاري الحادي عشر",
        "city": "Riyadh",
        "country": "SA",
        "from": "2025-05-03",
        "to": "2025-05-04",
        "held": "past",
        "attendance": 45,
    },
    names=_states("SA"),
)
KARIM = entry(
    6,
    "We will keep up the pressure until the last cell is gone, and 12 towns are safe today",
    kind="quote",
    fields={"form": "direct", "speaker_name": "Karim Haddad", "party": "IQ"},
    actor=_KARIM,
    names=_states("IQ"),
    outlet="Harbour Wire",
)
SARA = entry(
    7,
    "سنواصل دعم العائدين حتى يعود آخر نازح إلى بيته",
    language="ar",
    kind="quote",
    fields={"form": "direct", "speaker_name": "سارة منصور", "party": "JO"},
    actor=_SARA,
    names=_states("JO"),
)
TRAINING = entry(
    8,
    "la Belgique formera 400 policiers irakiens d’ici à mars 2027",
    language="fr",
    kind="quote",
    fields={"form": "indirect", "speaker_name": "Government of BE", "party": "BE"},
    actor=_STATES["BE"],
    names=_states("BE", "IQ"),
)
RETURNS = entry(
    9,
    "about 750,000 displaced people returned to Mosul",
    fields={"value": 750000, "bound": "about", "unit": "person", "place": "IQ"},
    value=7.5e5,
    bound="about",
    unit="person",
    names=_states("IQ"),
)
DONORS = entry(
    10,
    "Entre 20 et 30 États ont répondu à l’appel",
    language="fr",
    fields={"value": 20, "high": 30, "bound": "exact", "unit": "country"},
    value=20.0,
    high=30.0,
    bound="exact",
    unit="country",
)
SCHOOLS = entry(
    11,
    "12 schools and two hospitals were reopened in three months",
    fields={"value": 12, "bound": "exact", "unit": "school"},
    value=12.0,
    bound="exact",
    unit="school",
)
FUNDS = entry(
    12,
    "pledges of more than $601 million",
    on="2023-06-08",
    fields={"value": 601000000, "bound": "more_than", "unit": "USD"},
    value=6.01e8,
    bound="more_than",
    unit="USD",
)
FAMILIES = entry(
    13,
    "83 % des familles ont retrouvé leur maison, contre 79 % en 2024",
    language="fr",
    fields={"value": 83, "bound": "exact", "unit": "percent", "baseline": 79},
    value=83.0,
    bound="exact",
    unit="percent",
)
KENYA = entry(
    14,
    "Kenya joined the Global Coalition on 10 November 2026",
    kind="membership",
    on="2026-11-10",
    fields={"event": "joined", "who": ["KE"], "count": None, "as_of": "2026-11-10"},
    actor=_STATES["KE"],
    names=_states("KE"),
)
TRUCKS = entry(
    15,
    "at least 130 trucks crossed and 2,750 tents were handed out",
    fields={"value": 130, "bound": "at_least", "unit": "truck"},
    value=130.0,
    bound="at_least",
    unit="truck",
)
FOREIGN = entry(
    16,
    "ثلث المحتجزين، أي أقل من 9500 شخص، عادوا إلى بلدانهم",
    language="ar",
    fields={"value": 9500, "bound": "less_than", "unit": "person"},
    value=9500.0,
    bound="less_than",
    unit="person",
)
REGISTER = (
    MEMBERS,
    FREED,
    TERRITORY,
    PLEDGE,
    MEETING,
    KARIM,
    SARA,
    TRAINING,
    RETURNS,
    DONORS,
    SCHOOLS,
    FUNDS,
    FAMILIES,
    KENYA,
    TRUCKS,
    FOREIGN,
)


class Sentence(NamedTuple):
    """A sentence that its entries bear, and what spoils it."""

    entries: tuple[int, ...]
    text: str
    spoilt: tuple[tuple[str, ...], ...] = ()


def _s(entries, text, *spoilt):
    return Sentence(entries, text, spoilt)


ENGLISH = (
    _s((1,), "The Global Coalition counts 83 members.", ("83", "84"), ("83", "eighty"), ("members", "villages"),
       ("The Global Coalition", "NATO", NAME)),
    _s((1,), "Eighty-three members now stand together in the Coalition.",
       ("Eighty-three", "Eighty-four"), ("Eighty-three", "More than 83")),
    _s((1, 14), "With Kenya, the Global Coalition has 83 members.",
       ("Kenya", "Ghana", NAME), ("83", "38")),
    _s((1,), "As of 15 November 2026, the Coalition had 83 members.",
       ("15 November", "16 November"), ("2026", "2025"), ("83", "at least 83")),
    _s((2,), "More than 7.7 million people have been freed.",
       ("million", "billion"), ("7.7", "7.9"), ("More than", "Less than"),
       ("More than 7.7", "Some 7.7"), ("More than 7.7", "7.7")),
    _s((2,), "Over 7,700,000 people no longer live under Daesh.",
       ("7,700,000", "7,070,000"), ("Over", "About"), ("Daesh", "Al-Shabaab", NAME)),
    _s((3,), "Daesh has lost 98% of the territory that it held.",
       ("98%", "99%"), ("98%", "98"), ("98%", "nearly all, 97.5%,")),
    _s((3,), "Ninety-eight per cent of the land is free.",
       ("Ninety-eight", "Eighty-nine"), ("per cent", "villages")),
    _s((4,), "France will pay 22.5 million euros by 30 June 2027.",
       ("France", "Germany", NAME), ("22.5", "25.2"), ("euros", "dollars"),
       ("30 June", "31 July"), ("2027", "2028")),
    _s((4,), "Paris pledged €22.5 million.", ("€", "$"), ("22.5", "2.25"),
       ("million", "billion"), ("Paris", "Berlin", NAME)),
    _s((5,), "The eleventh ministerial meeting was held in Riyadh on 3 and 4 May 2025.",
       ("eleventh", "tenth"), ("Riyadh", "Doha", NAME), ("3 and 4 May", "5 and 6 May"), ("2025", "2024")),
    _s((5,), "Forty-five delegations came to the 11th meeting in May 2025.",
       ("Forty-five", "Fifty-four"), ("11th", "12th"), ("May", "March")),
    _s((6,), "“We will keep up the pressure until the last cell is gone,” said Karim Haddad.",
       ("gone", "found", QUOTATION), ("will", "shall", QUOTATION),
       ("Karim Haddad", "Nadia Saleh", NAME), ("the last", "the", QUOTATION)),
    _s((6,), "Iraq's Karim Haddad told Harbour Wire that 12 towns are safe.",
       ("12", "21"), ("Iraq", "Syria", NAME), ("towns", "million towns")),
    _s((6,), "Haddad promised to “keep up the pressure […] and 12 towns are safe today”.",
       ("12 towns", "13 towns", QUOTATION), ("keep up", "keep", QUOTATION)),
    _s((7,), "Sara Mansour of Jordan promised to stand by those who return.",
       ("Sara Mansour", "Lina Mansour", NAME), ("Jordan", "Lebanon", NAME)),
    _s((8,), "Belgium said it would train 400 Iraqi police officers by March 2027.",
       ("400", "40"), ("Belgium", "Sweden", NAME), ("March", "May"), ("400", "four thousand")),
    _s((9,), "Nearly three quarters of a million people returned to Mosul.",
       ("three quarters of a million", "half a million"), ("a million", "a billion"),
       ("Nearly", "More than"), ("Mosul", "Raqqa", NAME)),
    _s((9,), "About 750,000 displaced Iraqis have gone home.",
       ("750,000", "570,000"), ("About", "At least"), ("750,000", "750 million")),
    _s((10,), "Between 20 and 30 states answered the appeal.",
       ("30", "40"), ("20", "10"), ("Between 20 and 30", "More than 30")),
    _s((11,), "Twelve schools and two hospitals reopened within three months.",
       ("Twelve", "Twenty"), ("three months", "three weeks"), ("two", "seven"),
       ("schools", "hospitals")),
    _s((11,), "A dozen schools reopened.", ("A dozen", "Two dozen")),
    _s((12,), "Donors pledged more than $601 million on 8 June 2023.",
       ("601", "610"), ("$", "£"), ("more than ", ""), ("8 June", "9 July")),
    _s((13,), "83% of families are home, up from 79% in 2024.",
       ("83%", "93%"), ("79%", "69%"), ("2024", "2014")),
    _s((14,), "Kenya joined the Global Coalition on Tuesday 10 November.",
       ("Tuesday", "Monday"),
       ("Kenya", "Chad", NAME), ("10 November", "11 November"), ("10 November", "10 October")),
    _s((15,), "At least 130 trucks crossed, and 2,750 tents were handed out.",
       ("130", "113"), ("At least", "At most"), ("2,750", "2,570"), ("2,750", "27,500")),
    _s((15,), "No fewer than one hundred and thirty trucks crossed.",
       ("one hundred and thirty", "one hundred and forty"), ("No fewer than", "More than")),
    _s((16,), "One third of those held, fewer than 9,500 people, went home.",
       ("One third", "Two thirds"), ("9,500", "9,600"), ("fewer than", "over")),
    _s((1, 3), "One of the aims of all 83 members is met: 98 percent of the land is free.",
       ("98", "89"), ("83", "88")),
)  # fmt: skip

FRENCH = (
    _s((1,), "La Coalition mondiale compte 83 membres.", ("83", "84"), ("83", "soixante-trois"),
       ("Coalition mondiale", "Ligue arabe", NAME)),
    _s((1,), "Quatre-vingt-trois membres forment désormais la Coalition.",
       ("Quatre-vingt-trois", "Quatre-vingt-treize"), ("Quatre-vingt-trois", "Plus de 83")),
    _s((1, 14), "Avec le Kenya, la Coalition mondiale rassemble 83 membres.",
       ("le Kenya", "le Ghana", NAME), ("83", "38")),
    _s((1,), "Au 15 novembre 2026, la Coalition comptait 83 membres.",
       ("15 novembre", "25 novembre"), ("2026", "2016"), ("83", "au moins 83")),
    _s((2,), "Plus de 7,7 millions de personnes ont été libérées.",
       ("millions", "milliards"), ("7,7", "7,1"), ("Plus de", "Moins de"), ("Plus de 7,7", "7,7"),
       ("Plus de", "Environ")),
    _s((2,), "Plus de 7 700 000 personnes ne vivent plus sous Daech.",
       ("7 700 000", "7 070 000"), ("Plus de", "Quelque"), ("Daech", "Boko Haram", NAME)),
    _s((3,), "Daech a perdu 98 % du territoire qu’il tenait.",
       ("98 %", "96 %"), ("98 %", "9,8 %"), ("98 %", "plus de 98 %")),
    _s((3,), "Quatre-vingt-dix-huit pour cent du territoire est libre.",
       ("Quatre-vingt-dix-huit", "Quatre-vingt-huit")),
    _s((4,), "La France versera 22,5 millions d’euros d’ici au 30 juin 2027.",
       ("La France", "L’Espagne", NAME), ("22,5", "25,2"), ("d’euros", "de dollars"),
       ("30 juin", "30 juillet"), ("2027", "2029")),
    _s((4,), "Vingt-deux millions et demi d’euros : c’est la promesse de Paris.",
       ("Vingt-deux", "Trente-deux"), ("millions", "milliards"), ("Paris", "Madrid", NAME)),
    _s((5,), "La onzième réunion ministérielle s’est tenue à Riyad les 3 et 4 mai 2025.",
       ("onzième", "dixième"), ("Riyad", "Doha", NAME), ("3 et 4 mai", "4 et 5 mai"), ("2025", "2023")),
    _s((5,), "Quarante-cinq délégations ont assisté à la 11e réunion en mai 2025.",
       ("Quarante-cinq", "Cinquante-quatre"), ("11e", "12e"), ("mai", "mars")),
    _s((6,), "« We will keep up the pressure until the last cell is gone », a dit Karim Haddad.",
       ("gone", "found", QUOTATION), ("Karim Haddad", "Nadia Saleh", NAME),
       ("We will keep up the pressure", "Nous maintiendrons la pression", QUOTATION)),
    _s((6,), "L’Irakien Karim Haddad a déclaré à Harbour Wire que 12 villes sont sûres.",
       ("12", "22"), ("L’Irakien", "Le Syrien", NAME), ("Harbour Wire", "Reuters", NAME)),
    _s((7,), "La Jordanienne Sara Mansour promet d’aider ceux qui rentrent.",
       ("Sara Mansour", "Rania Mansour", NAME), ("Jordanienne", "Libanaise", NAME)),
    _s((8,), "La Belgique formera 400 policiers irakiens d’ici à mars 2027.",
       ("400", "4 000"), ("La Belgique", "La Suède", NAME), ("mars", "mai"),
       ("irakiens", "syriens", NAME), ("400", "quarante")),
    _s((8,), "Selon la Belgique, quatre cents policiers seront formés.",
       ("quatre cents", "cinq cents"), ("la Belgique", "la Norvège", NAME)),
    _s((9,), "Près de trois quarts de million de personnes sont revenues à Mossoul.",
       ("trois quarts de million", "un demi-million"), ("de million", "de milliard"),
       ("Près de", "Plus de"), ("Mossoul", "Raqqa", NAME)),
    _s((9,), "Environ 750 000 déplacés irakiens sont rentrés.",
       ("750 000", "570 000"), ("Environ", "Au moins"), ("750 000", "750 millions de")),
    _s((10,), "Entre 20 et 30 États ont répondu.", ("30", "40"), ("20", "10"),
       ("Entre 20 et 30", "Plus de 30")),
    _s((11,), "Douze écoles et deux hôpitaux ont rouvert en trois mois.",
       ("Douze", "Treize"), ("trois mois", "trois semaines"), ("Douze écoles", "Douze ponts"), ("deux hôpitaux", "dix hôpitaux")),
    _s((11,), "Une douzaine d’écoles ont rouvert.", ("douzaine", "vingtaine")),
    _s((12,), "Les promesses atteignaient plus de 601 millions de dollars le 8 juin 2023.",
       ("601", "610"), ("dollars", "euros"), ("8 juin", "9 juin")),
    _s((12,), "Plus de 601 millions de dollars ont été promis en juin 2023.",
       ("Plus de 601", "601"), ("juin", "juillet"), ("millions", "milliards")),
    _s((13,), "83 % des familles ont retrouvé leur maison, contre 79 % en 2024.",
       ("83 %", "93 %"), ("79 %", "69 %"), ("2024", "2014")),
    _s((14,), "Le Kenya a rejoint la Coalition mardi 10 novembre.", ("mardi", "jeudi"),
       ("Le Kenya", "Le Tchad", NAME), ("10 novembre", "11 novembre"), ("10 novembre", "10 mars")),
    _s((15,), "Au moins 130 camions sont passés et 2 750 tentes ont été distribuées.",
       ("130", "113"), ("Au moins", "Au plus"), ("2 750", "2 570"), ("2 750", "27 500")),
    _s((16,), "Un tiers des détenus, soit moins de 9 500 personnes, sont repartis.",
       ("Un tiers", "Deux tiers"), ("9 500", "9 600"), ("moins de", "plus de")),
    _s((1, 3), "L’un des buts des 83 membres est atteint : 98 % du territoire est libre.",
       ("98", "89"), ("83", "88")),
)  # fmt: skip

ARABIC = (
    _s((1,), "يضم التحالف الدولي 83 عضوا.", ("83", "84"), ("عضوا", "قرية"), ("83", "ثمانين"),
       ("التحالف الدولي", "الاتحاد الأوروبي", NAME)),
    _s((1,), "بلغ عدد أعضاء التحالف ثلاثة وثمانين عضوا.", ("ثلاثة وثمانين", "أربعة وثمانين"),
       ("ثلاثة وثمانين", "أكثر من ثلاثة وثمانين")),
    _s((1,), "ارتفع عدد أعضاء التحالف الدولي إلى ٨٣ عضوا.", ("٨٣", "٨٤"), ("٨٣", "٣٨")),
    _s((1, 14), "بعد انضمام كينيا صار في التحالف 83 عضوا.", ("كينيا", "غانا", NAME), ("83", "93")),
    _s((1,), "كان التحالف يضم 83 عضوا حتى 15 تشرين الثاني/نوفمبر 2026.",
       ("15", "16"), ("2026", "2025"), ("83", "ما لا يقل عن 83")),
    _s((2,), "تحرر أكثر من 7.7 ملايين شخص من قبضة داعش.", ("ملايين", "مليارات"), ("7.7", "7.9"),
       ("أكثر من", "أقل من"), ("أكثر من 7.7", "نحو 7.7"), ("داعش", "تنظيم القاعدة", NAME)),
    _s((2,), "أكثر من سبعة ملايين وسبعمئة ألف إنسان باتوا أحرارا.",
       ("وسبعمئة", "وستمئة"), ("سبعة ملايين", "تسعة ملايين"), ("أكثر من", "نحو")),
    _s((3,), "خسر داعش 98 في المئة من الأراضي التي سيطر عليها.", ("98", "99"), ("98", "89"),
       ("98", "أكثر من 98")),
    _s((3,), "تحررت ثمانية وتسعون بالمئة من الأرض.", ("ثمانية وتسعون", "ثمانية وسبعون"),
       ("بالمئة", "قرية")),
    _s((4,), "تعهدت فرنسا بدفع 22.5 مليون يورو قبل 30 يونيو/حزيران 2027.",
       ("فرنسا", "ألمانيا", NAME), ("22.5", "25.2"), ("يورو", "دولار"),
       ("30 يونيو/حزيران", "30 يوليو/تموز"), ("2027", "2028"), ("مليون", "مليار")),
    _s((4,), "تدفع باريس اثنين وعشرين مليونا ونصف المليون يورو.",
       ("اثنين وعشرين", "اثنين وثلاثين"), ("باريس", "مدريد", NAME)),
    _s((5,), "عُقد الاجتماع الوزاري الحادي عشر في الرياض يومي 3 و4 أيار/مايو 2025.",
       ("الحادي عشر", "العاشر"), ("الرياض", "الدوحة", NAME), ("3 و4", "5 و6"), ("2025", "2024")),
    _s((5,), "حضر الاجتماع الحادي عشر خمسة وأربعون وفدا في مايو 2025.",
       ("خمسة وأربعون", "أربعة وخمسون"), ("الحادي عشر", "الثاني عشر"), ("مايو", "مارس")),
    _s((6,), "قال كريم حداد: “We will keep up the pressure until the last cell is gone”.",
       ("gone", "found", QUOTATION), ("كريم حداد", "سمير صالح", NAME)),
    _s((6,), "قال كريم حداد من العراق إن 12 بلدة باتت آمنة.", ("12", "21"),
       ("العراق", "سوريا", NAME)),
    _s((7,), "قالت سارة منصور: «سنواصل دعم العائدين حتى يعود آخر نازح إلى بيته».",
       ("سنواصل", "سنبدأ", QUOTATION), ("آخر نازح", "كل نازح", QUOTATION),
       ("سارة منصور", "رانيا منصور", NAME), ("بيته", "داره", QUOTATION)),
    _s((7,), "تعهدت الأردنية سارة منصور بـ«دعم العائدين حتى يعود آخر نازح إلى بيته».",
       ("الأردنية", "اللبنانية", NAME), ("دعم", "إغاثة", QUOTATION)),
    _s((8,), "قالت بلجيكا إنها ستدرب 400 شرطي عراقي بحلول مارس 2027.",
       ("400", "4000"), ("بلجيكا", "السويد", NAME), ("مارس", "مايو"), ("عراقي", "سوري", NAME),
       ("400", "أربعين")),
    _s((8,), "ستدرب بلجيكا أربعمئة شرطي.", ("أربعمئة", "خمسمئة"), ("بلجيكا", "هولندا", NAME)),
    _s((9,), "عاد نحو ثلاثة أرباع المليون نازح إلى الموصل.",
       ("ثلاثة أرباع المليون", "نصف مليون"), ("المليون", "المليار"), ("نحو", "أكثر من"),
       ("الموصل", "الرقة", NAME)),
    _s((9,), "عاد نحو 750 ألف نازح عراقي إلى ديارهم.", ("750", "570"), ("نحو", "ما لا يقل عن"),
       ("ألف", "مليون")),
    _s((10,), "استجابت للنداء ما بين 20 و30 دولة.", ("30", "40"), ("20", "10"),
       ("ما بين 20 و30", "أكثر من 30")),
    _s((11,), "أعيد فتح اثنتي عشرة مدرسة ومستشفيين في ثلاثة أشهر.",
       ("اثنتي عشرة", "ثلاث عشرة"), ("ثلاثة أشهر", "ثلاثة أسابيع"), ("ومستشفيين", "وسبعة مستشفيات")),
    _s((12,), "تعهد المانحون بأكثر من 601 مليون دولار في 8 يونيو 2023.",
       ("601", "610"), ("دولار", "يورو"), ("8 يونيو", "9 يوليو"), ("بأكثر من", "بنحو")),
    _s((13,), "استعاد 83% من الأسر بيوتها مقابل 79% في عام 2024.",
       ("83%", "93%"), ("79%", "69%"), ("2024", "2014")),
    _s((14,), "انضمت كينيا إلى التحالف يوم الثلاثاء 10 نوفمبر.", ("الثلاثاء", "الأربعاء"), ("كينيا", "تشاد", NAME),
       ("10 نوفمبر", "11 نوفمبر"), ("10 نوفمبر", "10 أكتوبر")),
    _s((15,), "عبرت 130 شاحنة على الأقل ووزعت 2750 خيمة.", ("130", "113"), ("2750", "2570"),
       (" على الأقل", ""), ("2750", "27500")),
    _s((16,), "عاد ثلث المحتجزين، أي أقل من 9500 شخص، إلى بلدانهم.",
       ("ثلث", "ثلثا"), ("9500", "9600"), ("أقل من", "أكثر من")),
    _s((1, 3), "تحقق أحد أهداف الأعضاء الثلاثة والثمانين، إذ تحررت 98% من الأراضي.",
       ("98", "89"), ("والثمانين", "والتسعين")),
)  # fmt: skip
SENTENCES = {"ar": ARABIC, "en": ENGLISH, "fr": FRENCH}

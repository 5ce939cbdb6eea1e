"""The words that begin, end and part the name of an Arabic speaker."""

from marsad.reading.quotations.arabic_cues import THAT, THAT_PRONOUN

# Words that end the subject's noun phrase: prepositions, relatives, time, clauses.
BREAKERS = (THAT | THAT_PRONOUN).union(
    ("\n", ":", "،", ",", ".", "«", '"', "“", "(", "-", "–", "ل", "ب"),
    """في خلال امام عبر بعد قبل عقب علي هامش امس اليوم الذي التي الذين عن مع الي ان اثناء
    حول ردا تعليقا لدي منذ ضمن بشان وفي حيث اذ كما من لو اذا الاثنين الثلاثاء الاربعاء
    الخميس الجمعه السبت الاحد التاكيد بما لما مما""".split(),
)
NOT_NOUNS = frozenset(
    """قوله قولها قولهم تعبيره تعبيرها تعبيرهم وصفه وصفها وصفهم رايه رايها زعمه تقديره
    روايته كلامه النظر الانتباه الاهتمام فيه فيها له لها لهم منه منها عنه عنها به بها اليه اليها عليه عليها لي لنا بذلك بهذا
    قد لم لن لا ما هل نحن هذا هذه ذلك تلك هناك هنا لقد ليس ليست كان كانت هو هي هم انهم سعادته معاليه
    سموه فخامته جلالته دولته سيادته""".split()
)
CLAUSE_HEADS = frozenset(
    ("\n", "،", ",", ".", ";", "؛", ":", *"ان فان لكن ولكن بينما فيما كما حيث".split())
)
PREPOSITIONS = frozenset(
    """في علي عن من الي حول بشان بخصوص مع ضد بين لدي ل ب وحول وعن وفي وبشان وردا
    وعلي""".split()
)
RELATIVES = frozenset("الذي التي الذين".split())
NO_HOUSES = frozenset(
    """موتمر موتمره بيان بيانه بيانها بيانهم حيثيات كلمتهم تصريح تصريحات كلمه كلمته كلمتها مقابله حديث حديثه حوار لقاء اجتماع
    جلسه خطاب خطابه تغريده تدوينه رساله ختام مداخله ندوه اتصال منشور تقرير تقريره تقريرها سياق السياق
    اطار هذا هذه ذلك وقت معرض مستهل رد رده اعقاب اشاره نفس ذات اليوم يوم ايجاز احاطه افتتاح بدايه نهايه
    حفل زياره جوله مقطع تسجيل برنامج حساب حسابه صفحته صفحه موقع موقعه جانبه جانبها جهته جهتها ان""".split()
)
# After «وفق» and «حسب» these give a rule or a measure, not a source.
NO_SOURCES = frozenset(
    """القانون الحاجه الاقتضاء الظروف التوقيت الدستور الماده الخطه البرنامج الاتفاق الاصول
    المعايير مقتضيات مبدا نظام اولويات الطلب الفصل المناطق العمر الجنس الامكانيات الامكانات
    القوانين التشريعات الاجراءات المقاييس الصيغ التراتيب الشروط الاليات المواصفات البرمجه
    الرزنامه الروزنامه المقاربه الرويه الاستراتيجيه الجدول النسق القاعده القواعد الاعراف
    الضوابط الاهداف الحاجيات الحاجات المنهجيه التقسيم الطاقه القدره القدرات الرغبه الضروره
    الاتفاقيه العقد المعاهده الصلاحيات الاختصاص الاختصاصات الترتيب التسلسل النوع الحاله
    الحالات الفيات الحجم الكميه السن الموقع الجهات القطاعات الولايات امكانيات امكانات رويه
    مقاربه استراتيجيه خطه برنامج جدول معايير شروط ضوابط قواعد اليات مبادي اسس منهج منهجيه
    صيغه شكل نمط نسق رزنامه روزنامه عقد احكام بنود مواد قواعد حاجيات حاجات طاقه ترتيب""".split()
)
NO_OFFICES = frozenset(
    """sources source officials ministers participants experts analysts observers police
    authorities government ministry agency newspaper channel organisation committee company
    court authority association delegation newspapers reports broadcaster residents activists
    researchers body leaders authors diplomats doctors prosecution eyewitnesses""".split()
)
NOT_SUBJECT_AFTER = frozenset(
    """ل ب لصحيفه لقناه لوكاله لموقع لمجله لاذاعه مع الي ضد عن من بين حول برياسه بحضور نظيره نظيرته نظيرها لقاء امام بقياده الذي
    التي""".split()
)
TURNS = frozenset(("جهته", "جهتها", "جانبه", "جانبها", "بدوره", "بدورها", "كما", "ثم"))
TO_OTHERS = frozenset("مع الي ضد عن بين علي لدي امام من".split())
# An office that does something with these names nobody but the other side behind them.
OCCASIONS = frozenset("سوال اسيله اتصال لقاء اجتماع زياره رساله طلب".split())
QUANTIFIERS = frozenset("عدد العديد عددا احد احدي بعض كل مجموعه كثير الكثير".split())
ADVERBS = frozenset(
    """ضاحكا ضاحكه مبتسما مبتسمه ساخرا ساخره مازحا غاضبا غاضبه باكيا باكيه حرفيا بحسره بحزن بغضب
    متحسرا متحسره ممازحا ايضا كذلك بدوره بدورها مجددا قايلا قايله امس رسميا لاحقا""".split()
)
DOCUMENTS = frozenset(("statement", "report", "document", "study", "letter"))
# Whoever holds these is not named, but whom he speaks for may be.
UNNAMED_OFFICES = frozenset(
    """متحدث متحدثه ناطق ناطقه مصدر مصادر مصدران مسوول مسووله مسوولون مسوولين موظف مقرب مقربون
    مساعد مستشار مستشاره محام""".split()
)
ON_BEHALF = frozenset(("باسم", "بمكتب", "مكتب", "ديوان", "بديوان", "من"))
ISSUED = frozenset("صادر صادره الصادر الصادره صدر صدرت صادرا".split())
HOUSED = frozenset(("في", "لدي", "من"))
AFTER_HOUSE = THAT | THAT_PRONOUN | set(':،,«"“')
BEFORE_CONTENT = THAT | THAT_PRONOUN | set(':،,«"“')
# After a subject this begins the object: «استقبل الوزير نظيره …».
COUNTERPARTS = frozenset("نظيره نظيرها نظيرته نظيرتها نظراءه نظراءها".split())
OPENERS = frozenset('"«“{')
# What may stand between «وفق» and the source: «وفق ما جاء في …»، «وفق ما صرح به …».
WHAT = frozenset(("ما", "لما"))
IN_IT = frozenset("به فيه عنه بها فيها عليه عليها في علي لسان اليوم امس".split())
WITHIN = frozenset(("في", "من", "لدي", "الي", "عن"))
SET_OFF = frozenset("،,.\n؟!;؛")
# «على متن الطائرة», «على صفحته»: where it was said.
PLACES = frozenset(
    """متن هامش لسان موقع موقعه موقعها صفحته صفحتها صفحه حسابه حسابها حساب صفحات اثير امواج قناه
    شاشه خلفيه غرار سبيل اثر ضوء صعيد حد مواقع وسايل تويتر فيسبوك فايسبوك الفايسبوك انستغرام
    تلغرام يوتيوب الهواء درجه مستوي راس خط""".split()
)
REPLIES = frozenset("ردا تعليقا جوابا تعقيبا اجابه رد بناء اعتمادا تعليق جواب".split())
THEIRS = ("ه", "ها", "هم", "هما")
ADJUNCT_HEADS = frozenset(
    "في خلال عقب اثر بعد لدي اثناء عند وفي ضمن اثناء بمناسبه قبل قبيل غداه".split()
)
NOT_BA = frozenset(
    """بذلك بهذا بهذه بها به بهم بنفسه بنفسها بعد بين بدوره بدورها بشان بحسب بينما بيان باسم بلاده بلادها بلدان بعض بعدما بنك
    بالاجماع بالتوافق باغلبيه بالاغلبيه بالتنسيق بالاشتراك بالتعاون بالاضافه بالتزامن بالمقابل
    بالنسبه بالفعل بالكامل بالضبط بالتالي بالخصوص بالاساس بالذات بشكل بصفه بصوره بطريقه بشده
    بقوه بوضوح بصراحه باستمرار بحضور بمناسبه برفقه بمشاركه بخصوص بموجب بمقتضي بداعي بتهمه بغض
    بهدف بغيه بسبب بفضل بواسطه بالرغم برغم بقطع بمعيه بحسبه بشانه بشانها بخصوصه""".split()
)
# After a comma these begin a clause that no noun holds.
NEW_CLAUSES = frozenset(
    """لكن لكنه لكنها لكنهم ولكن ولكنه ولكنها اذ حيث بينما وبينما فيما وفيما
    مما وقد وكان وكانت كما وكما فقد""".split()
)
LONGEST_COMPLEMENT = 14
BY_WORDS = "named by the subject's words"

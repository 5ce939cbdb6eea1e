"""The coalition and its parts, as names of groupings; who is a member is for people."""

from django.db import migrations

# key, parent, kind, the readers' name, and the names in Arabic, English and French.
GROUPINGS = (
    (
        "coalition", None, "coalition", "Global Coalition",
        "التحالف الدولي ضد داعش",
        "Global Coalition against Daesh",
        "Coalition mondiale contre Daech",
    ),
    (
        "military", "coalition", "line", "",
        "دعم الشركاء عسكريا",
        "Military support to partners",
        "Soutien militaire aux partenaires",
    ),
    (
        "finance", "coalition", "line", "",
        "تجفيف موارد داعش المالية",
        "Countering Daesh's finances",
        "Lutte contre le financement de Daech",
    ),
    (
        "fighters", "coalition", "line", "",
        "وقف تدفق المقاتلين الأجانب",
        "Stopping the flow of foreign fighters",
        "Arrêt du flux de combattants étrangers",
    ),
    (
        "relief", "coalition", "line", "",
        "الدعم الإنساني وإرساء الاستقرار",
        "Humanitarian support and stabilisation",
        "Soutien humanitaire et stabilisation",
    ),
    (
        "communications", "coalition", "line", "",
        "الاتصالات الاستراتيجية",
        "Strategic communications",
        "Communication stratégique",
    ),
    (
        "small", "coalition", "small_group", "Global Coalition Small Group",
        "المجموعة المصغرة",
        "Small Group",
        "Groupe restreint",
    ),
    (
        "finance-group", "finance", "group", "Counter-ISIS Finance Group",
        "مجموعة عمل مكافحة التمويل",
        "Counter-finance working group",
        "Groupe de travail sur le financement",
    ),
    (
        "fighters-group", "fighters", "group", "",
        "مجموعة عمل المقاتلين الأجانب",
        "Foreign fighters working group",
        "Groupe de travail sur les combattants étrangers",
    ),
    (
        "relief-group", "relief", "group", "",
        "مجموعة عمل الاستقرار",
        "Stabilisation working group",
        "Groupe de travail sur la stabilisation",
    ),
    (
        "communications-group", "communications", "group",
        "Communications Working Group",
        "مجموعة عمل الاتصالات",
        "Communications working group",
        "Groupe de travail sur la communication",
    ),
    (
        "cell", "communications", "group", "Coalition Communications Cell",
        "خلية الاتصالات الاستراتيجية",
        "Strategic Communications Cell",
        "Cellule de communication stratégique",
    ),
    (
        "africa", "coalition", "group", "Africa Focus Group",
        "مجموعة التركيز على أفريقيا",
        "Africa Focus Group",
        "Groupe Afrique",
    ),
)  # fmt: skip


def seed(apps, schema_editor):
    Grouping = apps.get_model("memberships", "Grouping")
    made = {None: None}
    for key, parent, kind, canonical, ar, en, fr in GROUPINGS:
        made[key] = Grouping.objects.create(
            kind=kind,
            parent=made[parent],
            canonical=canonical,
            name_ar=ar,
            name_en=en,
            name_fr=fr,
            # That they exist is public.
            marking=0,
        )


class Migration(migrations.Migration):
    dependencies = [("memberships", "0001_initial")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]

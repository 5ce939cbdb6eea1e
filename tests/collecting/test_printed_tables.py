"""Tables of printed pages: found by their white columns, prose and lists left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collecting.printed import read_pdf
from marsad.collecting.printed_tables import barred, tables_of

ROWS = {
    "en": (
        ("Province", "Returnees (2020)", "Camps closed"),
        ("Anbar", "12,400", "3"),
        ("Nineveh Governorate", "45,210", "7"),
        ("Salah al-Din", "8,000", "0"),
    ),
    "fr": (
        ("Pays", "Aide en 2020", "Part du total"),
        ("France", "120", "24 %"),
        ("Allemagne", "310", "62 %"),
        ("Total", "430", "100 %"),
    ),
    "ar": (
        ("المحافظة", "العائدون (2020)", "المخيمات المغلقة"),
        ("الأنبار", "12,400", "3"),
        ("نينوى", "45,210", "7"),
        ("صلاح الدين", "8,000", "0"),
    ),
}
PROSE = {
    "en": ("The ministers met in Rome.", "They will meet again by June 2022."),
    "fr": ("Les ministres se sont réunis à Rome.", "Ils se reverront en juin 2022."),
    "ar": ("التقى الوزراء في روما.", "سيجتمعون مرة أخرى في حزيران 2022."),
}


def pdf(tmp_path, language, rows, prose):
    typst = pytest.importorskip("typst", reason="needs the documents extra")
    cells = ",".join(f"[{cell}]" for row in rows for cell in row)
    source = tmp_path / "report.typ"
    source.write_text(
        f'#set text(lang: "{language}", font: "DejaVu Sans")\n{prose[0]}\n\n'
        f"#table(columns: {len(rows[0])}, {cells})\n\n{prose[1]}\n"
    )
    return typst.compile(str(source))


@pytest.mark.parametrize("language", ROWS)
def test_a_table_of_a_pdf_is_read_as_rows_between_bars(tmp_path, language):
    raw = pdf(tmp_path, language, ROWS[language], PROSE[language])

    text, _ = read_pdf(raw, subject="a.pdf")

    assert text.split("\n") == [
        PROSE[language][0],
        *(f"| {' | '.join(row)} |" for row in ROWS[language]),
        PROSE[language][1],
    ]


def test_a_list_of_numbers_is_no_table(tmp_path):
    typst = pytest.importorskip("typst", reason="needs the documents extra")
    source = tmp_path / "report.typ"
    source.write_text("The cell has:\n- 83 members\n- 12 observers\n- 3 groups\n")

    text, _ = read_pdf(typst.compile(str(source)), subject="a.pdf")

    assert "|" not in text


def test_a_cell_that_goes_on_in_the_next_line_is_one():
    lines = [
        "Country               Aid        Share",
        "France                120           24",
        "Democratic Republic   1,250         62",
        "of the Congo          (est.)          ",
        "Total                 1,370        100",
    ]

    (table,) = tables_of(lines)

    row = ("Democratic Republic of the Congo", "1,250 (est.)", "62")
    assert row in table.rows


def test_two_columns_of_prose_are_no_table():
    lines = [
        "The ministers met in Rome   and said that the coalition",
        "on 28 June 2021, where 83   had grown to 83 members in",
        "members were present, and   seven years, and that they",
        "agreed on a common plan.    would meet again in 2022.",
    ]

    assert list(tables_of(lines)) == []


@given(st.lists(st.text(alphabet="ab 12|\u0627\u0628", max_size=60), max_size=12))
def test_any_lines_give_rows_of_one_width_within_the_page(lines):
    for table in tables_of(lines):
        assert 0 <= table.first < table.last <= len(lines)
        assert len({len(row) for row in table.rows}) == 1
        assert all(barred(row).startswith("| ") for row in table.rows)

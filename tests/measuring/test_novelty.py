"""What is new: wording that more accounts use than before."""

from marsad.measuring.novelty import Said, rising

OLD = [
    Said(account, "شوربة العدس لذيذة في الشتاء مع الخبز والليمون")
    for account in range(300)
]
NEW_WORDS = "وصفة الكشري الجديدة من مطبخ الحي"


def now(count, words=NEW_WORDS):
    """A week in which so many accounts say something that nobody said before."""
    said = [Said(account, f"{words} رقم {account}") for account in range(count)]
    return said + OLD[: 300 - count]


def test_wording_that_many_accounts_begin_to_use_is_new():
    found = rising(now(40), OLD)

    assert "وصفة الكشري الجديدة من مطبخ الحي رقم" in {one.words for one in found}
    assert all(one.low > 1 for one in found)


def test_a_longer_run_stands_for_those_inside_it():
    found = {one.words for one in rising(now(40), OLD)}

    assert "الكشري الجديدة" not in found


def test_wording_of_nine_accounts_is_not_told():
    assert rising(now(9), OLD) == ()


def test_one_account_that_says_a_thing_a_hundred_times_says_it_once():
    shouting = [Said(1, NEW_WORDS)] * 100

    assert rising(shouting + OLD, OLD) == ()


def test_what_was_said_before_is_not_new():
    assert rising(OLD, OLD) == ()


def test_without_a_time_before_nothing_is_new():
    assert rising(now(40), []) == ()


def test_english_and_french_runs_are_found_in_any_case_and_accent():
    before = [Said(account, "The soup is good in winter") for account in range(200)]
    said = ["La recette du Couscous d'été", "la recette du couscous d’Eté"]
    after = [Said(account, said[account % 2]) for account in range(60)]

    found = rising(after + before[:140], before)

    assert any("recette du couscous" in one.words.lower() for one in found)

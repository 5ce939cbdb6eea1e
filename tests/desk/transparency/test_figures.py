"""Every figure of a report can be told by hand from the rows of its period."""

import pytest

from desk.transparency import made_rows as made
from marsad.desk.transparency.figures import TABLES, canonical, figures, hash_of
from marsad.desk.transparency.shares import Share, times
from marsad.desk.transparency.shown import tidy


@pytest.fixture(scope="module")
def told():
    """Table -> row -> cells, of the made-up period."""
    return by_table(made.period())


def by_table(rows):
    return {
        table["key"]: {" / ".join(row["of"]): row["cells"] for row in table["rows"]}
        for table in figures(rows)["tables"]
    }


def share(count, of, low, high):
    return {
        "count": count,
        "of": of,
        "share": round(count / of, 4),
        "low": low,
        "high": high,
    }


class TestPosts:
    """What was taken in, and what matched."""

    def test_a_language_of_few_posts_is_hidden_with_what_would_give_it_away(self, told):
        assert told["posts"] == {
            "telegram / ar": [1200],
            # 1243 - 1200 - 40 would tell the three that are hidden.
            "telegram / en": ["hidden"],
            "telegram / fr": ["hidden"],
            "telegram / total": [1243],
            "x / ": [12],
            "x / ar": [88],
            "x / total": [100],
            "total / total": [1343],
        }

    def test_a_platform_of_few_posts_is_hidden_whole(self):
        told = by_table(made.period(posts={("x", "ar"): 3, ("telegram", "ar"): 9}))

        assert set(map(str, told["posts"]["x / total"])) == {"hidden"}
        assert told["posts"]["x / ar"] == ["hidden"]
        assert told["matched"]["x"] == ["hidden"]
        # Nor can it be worked out by taking the others away.
        assert "hidden" in (
            told["posts"]["total / total"] + told["posts"]["telegram / total"]
        )

    def test_matches_are_of_posts_that_were_taken_in(self, told):
        assert told["matched"]["x"] == [share(11, 100, 0.0625, 0.1863)]

    def test_matches_are_strong_weak_or_nearer_to_something_harmless(self, told):
        assert told["matches"] == {
            "pdq": [0, 7, 0],
            "wording": [30, 12, 4],
            "total": [30, 19, 4],
        }

    def test_what_was_taken_away_is_told_and_so_is_nought(self, told):
        assert told["purges"] == {"retention": [900, 700, 120], "demand": [0, 0, 0]}


class TestCases:
    """What readers found."""

    def test_a_context_is_counted_like_any_verdict(self, told):
        assert told["verdicts"]["refer"] == [4, 2]
        assert told["verdicts"]["journalism"] == [3, 1]
        assert told["verdicts"]["documentation"] == [0, 0]
        assert told["verdicts"]["mixed"] == [0, 1]
        assert told["verdicts"]["total"] == [11, 5]

    def test_cases_are_begun_and_decided_under_what_they_are(self, told):
        assert told["cases_by_category"] == {
            "soup": [3, 3, 2, 1],
            "stew": [1, 2, 0, 2],
            "total": [4, 5, 2, 3],
        }

    def test_a_bank_that_is_not_public_is_counted_without_its_name(self, told):
        assert told["cases_by_bank"][""] == [1, 2, 0, 2]
        assert told["cases_by_bank"]["وصفات معروفة"] == [3, 3, 2, 1]

    def test_agreement_is_of_the_first_two_readers(self, told):
        same, alpha, low, high = told["agreement"]["refer_or_not"]

        assert (same["count"], same["of"]) == (4, 5)
        # Ten values, three of which would refer; one pair of five differs: 1 - 9 * 2 / 42.
        assert alpha == pytest.approx(1 - 9 * 2 / (2 * 3 * 7), abs=0.001)
        assert low <= alpha <= high

    def test_precision_is_of_cases_that_readers_were_not_split_on(self, told):
        assert told["precision"]["وصفات معروفة"][0]["of"] == 3
        assert told["precision"][""] == [share(0, 1, 0.0, 0.7935)]


class TestNotices:
    """What was asked of platforms and what came of it."""

    def test_what_came_of_them_adds_up_to_what_was_sent(self, told):
        came = {name: cells[0]["count"] for name, cells in told["outcomes"].items()}

        assert sum(came.values()) == 5
        assert {name for name, count in came.items() if count} == {
            "removed", "disabled", "refused", "restored", "silent",
        }  # fmt: skip
        assert told["outcomes"]["removed"][1:] == [0, 1]
        assert told["outcomes"]["disabled"][1:] == [1, 0]

    def test_by_platform(self, told):
        # Written, sent, acted on, left as it was, not decided, withdrawn.
        assert told["notices_by_platform"] == {
            "telegram": [5, 4, 1, 2, 1, 1],
            "x": [1, 1, 1, 0, 0, 0],
            "total": [6, 5, 2, 2, 1, 1],
        }

    def test_by_language_route_and_ground_with_noughts(self, told):
        assert told["notices_by_language"]["ar"] == [2, 1, 0, 0, 1, 0]
        assert told["notices_by_route"]["api"] == [0] * 6
        assert told["notices_by_ground"]["incites"] == [1, 1, 0, 0, 1, 0]
        assert told["notices_by_ground"]["recruits"] == [0] * 6

    def test_times_are_told_by_their_quartiles(self, told):
        assert told["times"]["to_reading"] == [4, 1.8, 2.5, 4.8]
        assert told["times"]["to_notice"] == [5, 4.0, 4.0, 4.0]
        # First replies after 1, 2, 9 and 30 hours.
        assert told["times"]["to_reply"] == [4, 1.8, 5.5, 14.2]
        assert told["times"]["to_removal"] == [3, 11.0, 20.0, 25.0]

    def test_how_often_we_were_wrong_stands_with_its_denominator(self, told):
        wrong = {
            name: (cells[0]["count"], cells[0]["of"])
            for name, cells in told["errors"].items()
        }

        assert wrong == {
            "second_looks": (1, 4),
            "wrong_signal": (1, 4),
            "left": (2, 4),
            "overturned": (1, 5),
            "withdrawn": (1, 5),
            "upheld": (1, 2),
        }


class TestAnswers:
    """What the cell answers for."""

    def test_appeals_by_what_became_of_them(self, told):
        assert told["appeals"] == {
            "lodged": [4], "upheld": [1], "rejected": [1], "not_ours": [1], "waiting": [1],
        }  # fmt: skip

    def test_an_appeal_that_is_overdue_counts_as_late_before_it_is_answered(self, told):
        assert told["in_time"]["in_time"][0]["count"] == 2
        assert told["in_time"]["in_time"][0]["of"] == 4

    def test_openings_of_accounts_by_their_ground(self, told):
        assert told["reveals"] == {
            "court": [3, 0, 1, 2, 0],
            "total": [3, 0, 1, 2, 0],
        }

    def test_doubts_of_people_and_of_machines_are_told_apart(self, told):
        assert told["signals"] == {
            "added": [14, None, None, None],
            "doubted": [1, 0, 1, 0],
            "set_aside": [2, 2, 0, 0],
        }


class TestFrozen:
    """What is frozen."""

    def test_the_same_rows_give_the_same_figures(self):
        one, other = (canonical(figures(made.period())) for _ in range(2))

        assert hash_of(one) == hash_of(other)

    def test_a_period_in_which_nothing_happened_has_every_table(self):
        rows = made.PeriodRows(begins=made.BEGINS, ends=made.ENDS, as_of=made.AS_OF)

        assert len(figures(rows)["tables"]) == len(TABLES)
        assert "NaN" not in canonical(figures(rows))

    def test_as_lines_each_number_stands_alone(self):
        lines = set(tidy(figures(made.period())))

        assert ("posts", "telegram / fr", "posts", "hidden") in lines
        assert ("outcomes", "removed", "notices.count", 1) in lines
        assert ("outcomes", "removed", "notices.of", 5) in lines
        assert (
            "outcomes",
            "removed",
            "dsa",
            "DECISION_VISIBILITY_CONTENT_REMOVED",
        ) in lines
        assert not [one for one in lines if isinstance(one[3], dict)]


class TestShares:
    """Shares and times."""

    @pytest.mark.parametrize(
        ("count", "of", "interval"),
        [
            # Newcombe 1998, table I, method 3.
            pytest.param(81, 263, (0.2553, 0.3662), id="as Newcombe has it"),
            pytest.param(15, 148, (0.0624, 0.1605), id="another of his"),
            pytest.param(0, 20, (0.0, 0.1611), id="none of twenty"),
            pytest.param(1, 29, (0.0061, 0.1718), id="one of twenty-nine"),
            pytest.param(20, 20, (0.8389, 1.0), id="all of twenty"),
        ],
    )
    def test_an_interval_is_wilsons(self, count, of, interval):
        assert Share(count, of).interval == pytest.approx(interval, abs=0.0001)

    def test_of_nothing_there_is_no_share(self):
        assert Share(0, 0).cells() == {
            "count": 0, "of": 0, "share": None, "low": None, "high": None,
        }  # fmt: skip

    def test_one_time_is_its_own_median_and_of_none_there_is_none(self):
        assert times([3.0])["median"] == 3.0
        assert times([])["median"] is None

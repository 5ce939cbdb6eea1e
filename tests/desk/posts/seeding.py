"""Fill an empty site with people and two streams: python -m desk.posts.seeding."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

import django

from desk.seeding import ROOT, seed_people

SAMPLES = ROOT / "examples" / "posts"


def main():
    """People, a stream that has posts, and one whose legal basis is over."""
    django.setup()
    from desk.content_makers import in_days, make_stream
    from marsad.desk.posts.take_file import Filed, take_file
    from marsad.desk.safeguards.acts import Worker

    seed_people()
    forum = make_stream("forum-soup", platform="forum", title="منتدى الشوربة")
    make_stream("telegram-weather", theme="weather", until=in_days(-1))
    for name in ("own.jsonl", "table.csv"):
        filed = Filed(SAMPLES / name)
        take_file(forum, filed, by=Worker("a test"), because="an example")


if __name__ == "__main__":
    main()

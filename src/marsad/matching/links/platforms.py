"""Big platforms: the many addresses under which each shows one and the same page.

Two tables of our own, read from the top. FORMS bring an address to one form and keep who
published it, so that a pattern can name an account. PAGES leave the account out: a post
has one number, whoever's name stands before it.
"""

import re
from typing import Final, NamedTuple

# Other names of one house, mirrors that show the same pages included.
HOSTS: Final = {
    **dict.fromkeys(
        "twitter.com fxtwitter.com vxtwitter.com fixupx.com fixvx.com twittpr.com".split(),
        "x.com",
    ),
    **dict.fromkeys("telegram.me telegram.dog".split(), "t.me"),
    **dict.fromkeys(
        "music.youtube.com youtube-nocookie.com yewtu.be".split(), "youtube.com"
    ),
    **dict.fromkeys(
        "fb.com web.facebook.com touch.facebook.com".split(), "facebook.com"
    ),
    **dict.fromkeys("instagr.am ddinstagram.com".split(), "instagram.com"),
    **dict.fromkeys(
        "old.reddit.com new.reddit.com np.reddit.com".split(), "reddit.com"
    ),
    **dict.fromkeys("te.legra.ph graph.org".split(), "telegra.ph"),
    **dict.fromkeys(
        "archive.is archive.today archive.li archive.fo archive.md archive.vn".split(),
        "archive.ph",
    ),
    "discordapp.com": "discord.com",
    "vkontakte.ru": "vk.com",
    "m.ok.ru": "ok.ru",
    "odnoklassniki.ru": "ok.ru",
}


class Form(NamedTuple):
    """A way of writing an address, and the one form; `name` and `also` lose their case."""

    pattern: re.Pattern[str]
    form: str

    def apply(self, address: str) -> str | None:
        """The address in the one form, or nothing where it is written otherwise."""
        found = self.pattern.match(address)
        if not found:
            return None
        parts = {name: part or "" for name, part in found.groupdict().items()}
        parts["name"] = parts.get("name", "").lower()
        return self.form.format(**parts)


def _forms(*written: tuple[str, str]) -> tuple[Form, ...]:
    return tuple(
        Form(re.compile(f"^{pattern}$", re.DOTALL), form) for pattern, form in written
    )


_REST: Final = r"(?:[/?#].*)?"
_ASKED: Final = r"(?:.*&)?"
_MORE: Final = r"(?:&.*|#.*)?"
# Pages of the platform itself, where the name of an account would stand.
_NOT_X: Final = r"(?!(?:i|search|hashtag|intent|share|home|explore|settings)(?:[/?]|$))"
_NOT_TELEGRAM: Final = (
    r"(?!(?:s|c|share|iv|proxy|socks|login|joinchat|addlist)(?:[/?]|$))"
)

FORMS: Final = _forms(
    # X
    (rf"x\.com/i/(?:web/)?status(?:es)?/(?P<id>\d+){_REST}", "x.com/i/status/{id}"),
    (
        rf"x\.com/(?P<name>\w+)/status(?:es)?/(?P<id>\d+){_REST}",
        "x.com/{name}/status/{id}",
    ),
    (
        rf"x\.com/intent/(?:user|follow)\?{_ASKED}screen_name=(?P<name>\w+){_MORE}",
        "x.com/{name}",
    ),
    (
        rf"x\.com/{_NOT_X}(?P<name>\w{{1,15}})(?:/(?:with_replies|media|likes))?(?:\?.*)?",
        "x.com/{name}",
    ),
    # Telegram
    (rf"t\.me/(?:joinchat/|\+|%2B|%20)(?P<id>[\w-]+){_REST}", "t.me/+{id}"),
    (r"t\.me/c/(?P<id>\d+(?:/\d+){0,2})(?:\?.*)?", "t.me/c/{id}"),
    (
        rf"t\.me/(?:s/)?{_NOT_TELEGRAM}(?P<name>\w+)(?P<id>(?:/\d+){{0,2}})(?:\?.*)?",
        "t.me/{name}{id}",
    ),
    (r"(?P<name>\w{4,})\.t\.me(?P<id>(?:/\d+){0,2})(?:\?.*)?", "t.me/{name}{id}"),
    (
        rf"web\.telegram\.org/(?:[akz]/?)?#(?:!/im\?p=)?@(?P<name>\w+){_REST}",
        "t.me/{name}",
    ),
    # YouTube
    (r"youtu\.be/(?P<id>[\w-]{11})(?:[/?#&].*)?", "youtube.com/watch?v={id}"),
    (
        rf"youtube\.com/watch\?{_ASKED}v=(?P<id>[\w-]{{11}}){_MORE}",
        "youtube.com/watch?v={id}",
    ),
    (
        r"youtube\.com/(?:embed|v|e|shorts|live|watch)/(?P<id>[\w-]{11})(?:[/?#&].*)?",
        "youtube.com/watch?v={id}",
    ),
    (
        rf"youtube\.com/playlist\?{_ASKED}list=(?P<id>[\w-]+){_MORE}",
        "youtube.com/playlist?list={id}",
    ),
    (rf"youtube\.com/@(?P<name>[^/?#]+){_REST}", "youtube.com/@{name}"),
    (rf"youtube\.com/channel/(?P<id>[\w-]+){_REST}", "youtube.com/channel/{id}"),
    # Facebook
    (
        rf"facebook\.com/watch\?{_ASKED}v=(?P<id>\d+){_MORE}",
        "facebook.com/watch?v={id}",
    ),
    (
        r"facebook\.com/(?P<name>[\w.]+)/videos/(?:[^/?#]+/)?(?P<id>\d+)(?:[/?#].*)?",
        "facebook.com/{name}/videos/{id}",
    ),
    (r"facebook\.com/reel/(?P<id>\d+)(?:[/?#].*)?", "facebook.com/watch?v={id}"),
    (
        rf"facebook\.com/(?:story|permalink)\.php\?{_ASKED}id=(?P<name>\d+)&{_ASKED}story_fbid=(?P<id>\w+){_MORE}",
        "facebook.com/{name}/posts/{id}",
    ),
    (
        r"facebook\.com/(?P<name>[\w.]+)/posts/(?:[^/?#]+/)?(?P<id>\w+)(?:[/?#].*)?",
        "facebook.com/{name}/posts/{id}",
    ),
    (
        rf"facebook\.com/photo(?:\.php)?\?{_ASKED}fbid=(?P<id>\d+){_MORE}",
        "facebook.com/photo?fbid={id}",
    ),
    (
        rf"facebook\.com/profile\.php\?{_ASKED}id=(?P<name>\d+){_MORE}",
        "facebook.com/{name}",
    ),
    # Instagram, TikTok, Reddit, Dailymotion, Vimeo
    (
        r"instagram\.com/(?:p|reels?|tv)/(?P<id>[\w-]+)(?:[/?#].*)?",
        "instagram.com/p/{id}",
    ),
    (
        r"instagram\.com/(?P<name>[\w.]+)/(?:p|reels?|tv)/(?P<id>[\w-]+)(?:[/?#].*)?",
        "instagram.com/{name}/p/{id}",
    ),
    (
        r"tiktok\.com/@(?P<name>[\w.-]+)/(?:video|photo)/(?P<id>\d+)(?:[/?#].*)?",
        "tiktok.com/@{name}/video/{id}",
    ),
    (
        r"tiktok\.com/(?:v|embed(?:/v2)?|video)/(?P<id>\d+)(?:[./?#].*)?",
        "tiktok.com/video/{id}",
    ),
    (r"redd\.it/(?P<id>\w+)(?:[/?#].*)?", "reddit.com/comments/{id}"),
    (
        r"reddit\.com/(?:gallery|comments)/(?P<id>\w+)(?:/[^/?#]*)?(?:[?#].*)?",
        "reddit.com/comments/{id}",
    ),
    (
        r"reddit\.com/r/(?P<name>\w+)/comments/(?P<id>\w+)(?:/[^/?#]*)?(?:[?#].*)?",
        "reddit.com/r/{name}/comments/{id}",
    ),
    (
        r"(?:dai\.ly|(?:geo\.)?dailymotion\.com/(?:embed/)?video)/(?P<id>[a-zA-Z0-9]+)(?:[_/?#].*)?",
        "dailymotion.com/video/{id}",
    ),
    (r"(?:player\.)?vimeo\.com/(?:video/)?(?P<id>\d+)(?:[/?#].*)?", "vimeo.com/{id}"),
    # Files in the cloud, archives, invitations
    (
        r"(?:drive|docs)\.google\.com/(?:u/\d+/)?file/d/(?P<id>[\w-]+)(?:[/?#].*)?",
        "drive.google.com/file/d/{id}",
    ),
    (
        rf"(?:drive|docs)\.google\.com/(?:open|uc)\?{_ASKED}id=(?P<id>[\w-]+){_MORE}",
        "drive.google.com/file/d/{id}",
    ),
    (
        r"docs\.google\.com/(?P<also>document|spreadsheets|presentation|forms)/(?:u/\d+/)?d/(?P<id>(?:e/)?[\w-]+)(?:[/?#].*)?",
        "docs.google.com/{also}/d/{id}",
    ),
    (
        r"drive\.google\.com/drive/(?:u/\d+/|mobile/)?folders/(?P<id>[\w-]+)(?:[/?#].*)?",
        "drive.google.com/drive/folders/{id}",
    ),
    (r"mega(?:\.co)?\.nz/#!(?P<id>\w+)(?:!.*)?", "mega.nz/file/{id}"),
    (r"mega(?:\.co)?\.nz/#F!(?P<id>\w+)(?:!.*)?", "mega.nz/folder/{id}"),
    (r"mega\.nz/(?P<also>file|folder)/(?P<id>\w+)(?:[/?#].*)?", "mega.nz/{also}/{id}"),
    (
        r"archive\.org/(?:details|embed|stream)/(?P<id>[^/?#]+)(?:[?#].*)?",
        "archive.org/details/{id}",
    ),
    (r"discord\.gg/(?P<id>[\w-]+)(?:[/?#].*)?", "discord.com/invite/{id}"),
    (r"discord\.com/invite/(?P<id>[\w-]+)(?:[/?#].*)?", "discord.com/invite/{id}"),
    (
        r"chat\.whatsapp\.com/(?:invite/)?(?P<id>\w{10,})(?:[/?#].*)?",
        "chat.whatsapp.com/{id}",
    ),
)

PAGES: Final = _forms(
    (r"x\.com/\w+/status/(?P<id>\d+)", "x.com/i/status/{id}"),
    (r"tiktok\.com/@[\w.-]+/video/(?P<id>\d+)", "tiktok.com/video/{id}"),
    (r"instagram\.com/[\w.]+/p/(?P<id>[\w-]+)", "instagram.com/p/{id}"),
    (r"facebook\.com/[\w.]+/videos/(?P<id>\d+)", "facebook.com/watch?v={id}"),
    (r"reddit\.com/r/\w+/comments/(?P<id>\w+)", "reddit.com/comments/{id}"),
)


def in_one_form(address: str) -> str:
    """The one form of an address (without its scheme) on a platform that has several."""
    return _first(FORMS, address)


def page_of(address: str) -> str:
    """The page itself, without the account that stands before it."""
    return _first(PAGES, address)


def _first(forms: tuple[Form, ...], address: str) -> str:
    for form in forms:
        if (found := form.apply(address)) is not None:
            return found
    return address

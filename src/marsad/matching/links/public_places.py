"""Houses where everybody writes: no pattern may take in the whole of one."""

from typing import Final

# Each has millions of pages by people who have nothing to do with one another.
PLATFORMS: Final = frozenset(
    "t.me x.com facebook.com instagram.com threads.net youtube.com tiktok.com vk.com ok.ru "
    "reddit.com discord.com whatsapp.com chat.whatsapp.com snapchat.com pinterest.com "
    "linkedin.com tumblr.com medium.com wordpress.com blogspot.com blogger.com substack.com "
    "livejournal.com telegra.ph justpaste.it pastebin.com rentry.co paste.ee ghostbin.com "
    "archive.org web.archive.org archive.ph ghostarchive.org perma.cc arquivo.pt "
    "google.com drive.google.com docs.google.com sites.google.com photos.google.com "
    "translate.google.com mega.nz mediafire.com dropbox.com wetransfer.com 4shared.com "
    "onedrive.live.com 1drv.ms icloud.com box.com yandex.ru disk.yandex.ru yandex.com "
    "mail.ru cloud.mail.ru github.com gitlab.com github.io soundcloud.com dailymotion.com "
    "vimeo.com rumble.com odysee.com bitchute.com twitch.tv streamable.com imgur.com "
    "flickr.com giphy.com wikipedia.org wikimedia.org commons.wikimedia.org quora.com "
    "mastodon.social bsky.app truthsocial.com gab.com minds.com element.io matrix.to "
    "rocket.chat amazon.com apple.com microsoft.com live.com bing.com yahoo.com "
    "cloudflare.com workers.dev pages.dev netlify.app vercel.app herokuapp.com weebly.com "
    "wixsite.com wix.com ipfs.io dweb.link bit.ly t.co tinyurl.com".split()
)
# On these, capital letters make no other name.
CASELESS: Final = frozenset(
    "t.me x.com facebook.com instagram.com tiktok.com threads.net".split()
)
# Steps of a path that say what sort of page it is, and not whose.
SORTS_OF_PAGE: Final = frozenset(
    "s c i status statuses watch embed v shorts live channel user users groups group pages "
    "people profile.php posts post p reel reels tv video videos photo photos story stories "
    "details download stream web wayback newest file files folder folders d u open uc document "
    "documents spreadsheets presentation forms drive r comments hashtag tag tags search "
    "explore joinchat invite invites a article articles questions wiki w index.php en ar fr "
    "category topic topics channels playlist results home feed about + @ public share".split()
)

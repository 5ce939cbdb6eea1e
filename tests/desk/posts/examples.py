"""What stands in the addresses of posts, for the table of rights."""

EXAMPLES = {
    "stream": lambda w: {"pk": w.stream},
    "stream-change": lambda w: {"pk": w.stream},
    "stream-end": lambda w: {"pk": w.stream},
    "stream-purge": lambda w: {"pk": w.stream},
    "stream-take": lambda w: {"pk": w.stream},
    "stream-posts": lambda w: {"pk": w.stream},
    "post-account": lambda w: {"pk": w.post.account},
    "account-ask": lambda w: {"pk": w.post.account},
    "reveal-grant": lambda w: {"pk": w.reveal},
    "reveal-refuse": lambda w: {"pk": w.reveal},
    "reveal-show": lambda w: {"pk": w.reveal},
    "api:bring_posts": lambda w: {"code": w.stream.code},
}
ONES_OWN = {}
# By the marking of a post of theirs.
HIDDEN_BY_ANOTHER = frozenset(
    (
        "post-account",
        "account-ask",
        "reveal-grant",
        "reveal-refuse",
        "reveal-show",
    )
)
# Only a program with a token is answered, and no browser.
ALWAYS_MISSING = frozenset()
SENT = {}

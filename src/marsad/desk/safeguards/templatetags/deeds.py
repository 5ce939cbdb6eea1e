"""How an act of the trail is called in a page."""

from django import template

from marsad.desk.safeguards.act_words import words_of_act

register = template.Library()


@register.filter
def act_words(name: str) -> str:
    """An act in the reader's language: Confirm findings, for register.confirm."""
    return words_of_act(name)

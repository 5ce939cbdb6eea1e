"""The blocks that a brief is written with; a fact stands in one that cites entries."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from marsad.desk.briefs.choosers import EntryBlock, GroupingBlock, IndicatorBlock

# The standing sections of the cell's briefs, in their order.
SECTIONS: Final = (
    ("new", _("What is new")),
    ("efforts", _("Lines of effort")),
    ("failures", _("The adversary's failures")),
    ("statements", _("Statements")),
    ("figures", _("Facts and figures")),
    ("commitments", _("Commitments")),
    ("meetings", _("Meetings")),
    ("members", _("Members")),
    ("partners", _("News of partners")),
)


class SectionBlock(blocks.StructBlock):
    """A heading; what stands below it up to the next one is its section."""

    key = blocks.ChoiceBlock(choices=SECTIONS, label=_("Section"))
    text = blocks.CharBlock(label=_("Heading"), max_length=200)

    class Meta:
        icon = "title"
        label = _("Section")


class StatementBlock(blocks.StructBlock):
    """Sentences, each borne by the entries."""

    text = blocks.TextBlock(label=_("Sentences"), rows=3)
    entries = blocks.ListBlock(EntryBlock(), label=_("Entries"), min_num=0)

    class Meta:
        icon = "pilcrow"
        label = _("Statement")


class FigureBlock(blocks.StructBlock):
    """A figure writ large, and a sentence on it."""

    text = blocks.TextBlock(label=_("Sentence"), rows=2)
    entry = EntryBlock(label=_("Figure"), required=False)

    class Meta:
        icon = "order"
        label = _("Figure")


class QuotationBlock(blocks.StructBlock):
    """The exact words of a statement, and a sentence on who says them."""

    text = blocks.TextBlock(label=_("Who says it"), rows=2, required=False)
    entry = EntryBlock(label=_("Statement"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")


class MeetingBlock(blocks.StructBlock):
    """A meeting, held or to come."""

    text = blocks.TextBlock(label=_("Sentence"), rows=2)
    entry = EntryBlock(label=_("Meeting"), required=False)

    class Meta:
        icon = "calendar-alt"
        label = _("Meeting")


class ChartBlock(blocks.StructBlock):
    """An indicator over time, as far as its values may reach the audience."""

    indicator = IndicatorBlock(label=_("Indicator"), required=False)
    text = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "arrows-up-down"
        label = _("Chart")


class RollBlock(blocks.StructBlock):
    """Who is a member of a grouping on a day."""

    grouping = GroupingBlock(label=_("Grouping"), required=False)
    as_of = blocks.DateBlock(label=_("As of"), required=False)
    text = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "group"
        label = _("Members")


class ImageBlock(blocks.StructBlock):
    """A picture with whom to thank for it, its licence, and what it shows."""

    image = ImageChooserBlock(label=_("Image"), required=False)
    text = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)
    alternative = blocks.CharBlock(
        label=_("What it shows"), required=False, max_length=500
    )
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=200)
    licence = blocks.CharBlock(label=_("Licence"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Image")


class VideoBlock(blocks.StructBlock):
    """A film that stands elsewhere: a picture of it, its address, what is said in it."""

    address = blocks.URLBlock(label=_("Address of the film"), required=False)
    image = ImageChooserBlock(label=_("Picture of it"), required=False)
    text = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)
    alternative = blocks.CharBlock(
        label=_("What it shows"), required=False, max_length=500
    )
    transcript = blocks.TextBlock(label=_("What is said in it"), required=False, rows=3)
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=200)
    licence = blocks.CharBlock(label=_("Licence"), required=False, max_length=200)

    class Meta:
        icon = "media"
        label = _("Film")


class RemarkBlock(blocks.StructBlock):
    """Words that claim nothing: a greeting, a way from one part to the next."""

    text = blocks.TextBlock(label=_("Words without a claim"), rows=2)

    class Meta:
        icon = "comment"
        label = _("Remark")


BLOCKS: Final = (
    ("section", SectionBlock()),
    ("statement", StatementBlock()),
    ("figure", FigureBlock()),
    ("quotation", QuotationBlock()),
    ("meeting", MeetingBlock()),
    ("chart", ChartBlock()),
    ("roll", RollBlock()),
    ("image", ImageBlock()),
    ("video", VideoBlock()),
    ("remark", RemarkBlock()),
)

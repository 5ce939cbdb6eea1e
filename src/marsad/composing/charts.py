"""The charts of a brief, as Vega-Lite specifications."""

from marsad.composing.chart_style import Chart
from marsad.composing.drafting import Drafter
from marsad.composing.figures_chart import figures_chart
from marsad.composing.members_chart import members_chart
from marsad.composing.outline import Outline

# Every chart, in one visible place.
CHARTS = (figures_chart, members_chart)


def draw(outline: Outline, drafter: Drafter) -> tuple[Chart, ...]:
    """The charts that the outline has data for."""
    drawn = (chart(outline, drafter) for chart in CHARTS)
    return tuple(one for one in drawn if one is not None)

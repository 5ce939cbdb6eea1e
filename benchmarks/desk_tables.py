"""The tables of a made-up site, and the columns of them that are filled."""

from desk_writing import Rows

from marsad.desk.chronicles import models as chronicles
from marsad.desk.commitments import models as commitments
from marsad.desk.contradictions import models as contradictions
from marsad.desk.documents import models as documents
from marsad.desk.entities import models as entities
from marsad.desk.indicators import models as indicators
from marsad.desk.memberships import models as memberships
from marsad.desk.register import models as register
from marsad.desk.safeguards import models as safeguards
from marsad.desk.sources import models as sources


def tables() -> dict[str, Rows]:
    """Every table that is written, by a short name, with the columns that are told."""
    written = {
        "people": (safeguards.Person, "id password username name clearance is_active joined_at"),
        "places": (safeguards.Place, "id person_id group"),
        "entities": (entities.Entity, "id marking kind canonical name_ar name_en name_fr office folded mention_count added_at"),
        "names": (entities.Name, "id marking kind canonical text folded language entity_id mention_count"),
        "followings": (entities.Following, "id person_id entity_id since"),
        "sources": (sources.Source, "id name language grade"),
        "captures": (documents.Capture, "id sha256 size name kept_at"),
        "stories": (
            documents.Story,
            "id title language first_day last_day began_at document_count source_count marking",
        ),
        "documents": (
            documents.Document,
            "id marking capture_id part text_sha256 title language published day outlet "
            "source_id story_id taken_at read_with finding_count open_count",
        ),
        "texts": (documents.DocumentText, "document_id text"),
        "custody": (documents.Custody, "id document_id event at by version because"),
        "findings": (
            register.Finding,
            "id marking document_id key kind start end quote fields reader score why "
            "is_doubtful day name_id series status entry_id",
        ),
        "decisions": (register.Decision, "id act by_id at because"),
        "entries": (
            register.Entry,
            "id marking kind state words language fields actor_id day series value bound "
            "unit expires_on due_on source_grade information_grade version entered_at changed_at",
        ),
        "citations": (register.Citation, "id entry_id document_id finding_id start end quote"),
        "keys": (register.EntryKey, "id entry_id key day"),
        "versions": (register.EntryVersion, "id entry_id number decision_id at snapshot kind state day actor_id"),
        "changes": (register.FindingChange, "id finding_id decision_id before after"),
        "months": (entities.MonthCount, "id name_id month marking count"),
        "counted": (entities.Counted, "document_id month marking is_standing counts"),
        "indicators": (indicators.Indicator, "id marking key title_en unit"),
        "contradictions": (
            contradictions.Contradiction,
            "id marking key about series day one_id other_id why compared found_at state",
        ),
        "outcomes": (commitments.Outcome, "id entry_id status address by_id because at"),
        "concerns": (chronicles.Concern, "id entry_id canonical field day"),
        "members": (memberships.Member, "id marking grouping_id entity_id since"),
        "watermarks": (safeguards.Watermark, "follower number"),
        "trail": (
            safeguards.AuditRecord,
            "number at act outcome by person_id because subject touched details "
            "previous_hash hash",
        ),
    }  # fmt: skip
    return {name: Rows(model, columns) for name, (model, columns) in written.items()}

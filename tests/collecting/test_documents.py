import hashlib
from dataclasses import FrozenInstanceError

import pytest

from marsad.collecting.documents import Document


def test_the_hash_of_a_document_is_that_of_its_exact_utf8_text():
    text = "أعلن التحالف أن 98% من الأراضي حُررت.\r\n"

    digest = hashlib.sha256(text.encode()).hexdigest()

    assert Document("a", text).sha256 == digest


def test_two_spellings_that_look_alike_have_two_hashes():
    composed, decomposed = Document("a", "\u0622لن"), Document("a", "\u0627\u0653لن")

    assert composed.sha256 != decomposed.sha256


def test_a_document_does_not_change():
    with pytest.raises(FrozenInstanceError):
        Document("a", "نص").text = "نص آخر"  # type: ignore[misc]

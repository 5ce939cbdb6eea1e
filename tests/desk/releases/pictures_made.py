"""Blocks with pictures, as the editor keeps them."""

import io
from uuid import uuid4

from django.core.files.images import ImageFile


def image_block(image):
    """A picture with all that the check asks of one."""
    value = {
        "image": image.pk,
        "text": "",
        "alternative": "A wide hall with rows of empty seats",
        "credit": "Amina Testa",
        "licence": "CC BY 4.0",
    }
    return {"type": "image", "value": value, "id": str(uuid4())}


def as_file(raw, name="hall.png"):
    """Bytes as the file of a picture."""
    return ImageFile(io.BytesIO(raw), name=name)

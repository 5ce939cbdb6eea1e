"""What is done to a picture at the upload: measured, cleaned of what it tells of people.

A photograph carries where and when it was taken and with whose camera. All of that is
taken out before the file is kept: its pixels are written anew into an empty file.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from PIL import Image as Pixels
from PIL import ImageOps, ImageSequence
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.images.forms import BaseImageForm

# Format -> what a file of it is called, and how it is written anew.
_FORMATS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "JPEG": ("jpg", {"quality": 92, "optimize": True}),
    "PNG": ("png", {"optimize": True}),
    "WEBP": ("webp", {"quality": 92}),
    "GIF": ("gif", {}),
}
# Enough for a print of 60 cm; a small file that unfolds into more is an attack.
MOST_PIXELS: Final = 60_000_000


# What the editor would also ask of a picture, and nothing here reads.
_UNASKED: Final = (
    "tags",
    "collection",
    "description",
    "focal_point_x",
    "focal_point_y",
    "focal_point_width",
    "focal_point_height",
)
_UNREADABLE: Final = (OSError, SyntaxError, ValueError, Pixels.DecompressionBombError)


class PictureForm(BaseImageForm):  # type: ignore[misc]
    """A picture with a title; what it shows is said in each brief, in its language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in _UNASKED:
            self.fields.pop(name, None)
        title, file = self.fields["title"], self.fields["file"]
        title.label = _("Title")
        title.help_text = _("So that others find it; readers do not see it.")
        file.label = _("File")
        file.to_python = _in_words(file.to_python)

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 (Wagtail's own)
        """Keep a new picture; an index of words, which the editor would write, we have none."""
        self.instance._set_image_file_metadata()
        # Past the editor's own saving, to that of the form below it.
        return super(BaseImageForm, self).save(commit=commit)

    def clean_file(self) -> Any:
        """The same pixels in a file of ours that tells nothing else."""
        file = self.cleaned_data.get("file")
        if file is None or "file" not in self.changed_data:
            return file
        return cleaned(file)


def cleaned(file: Any) -> SimpleUploadedFile:
    """A picture without anything but its pixels, turned as it was meant to be seen."""
    file.seek(0)
    try:
        with Pixels.open(file) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(_too_large(picture))
            name, raw = _anew(picture)
    except _UNREADABLE as error:
        raise ValidationError(_unreadable()) from error
    return SimpleUploadedFile(name, raw, f"image/{name.rpartition('.')[2]}")


def _in_words(opened: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same, but a file that cannot be opened is a fault of the file, said in words."""

    def to_python(sent: Any) -> Any:
        try:
            return opened(sent)
        except _UNREADABLE as error:
            raise ValidationError(_unreadable()) from error

    return to_python


def _unreadable() -> str:
    return _("This file is no picture that can be read.")


def _too_large(picture: Pixels.Image) -> str:
    return _(
        "This picture has %(pixels)s million pixels; make it smaller than %(most)s million."
    ) % {
        "pixels": picture.width * picture.height // 1_000_000,
        "most": MOST_PIXELS // 1_000_000,
    }


def _anew(picture: Pixels.Image) -> tuple[str, bytes]:
    ending, how = _FORMATS[picture.format or ""]
    written = BytesIO()
    if getattr(picture, "n_frames", 1) > 1:
        _moving(picture, written, how)
    else:
        _bare(ImageOps.exif_transpose(picture)).save(written, picture.format, **how)
    # Not the name of the file either: it may be somebody's.
    return f"{uuid4().hex}.{ending}", written.getvalue()


def _moving(picture: Pixels.Image, written: BytesIO, how: dict[str, Any]) -> None:
    frames = [_bare(one.convert("RGBA")) for one in ImageSequence.Iterator(picture)]
    frames[0].save(
        written,
        picture.format,
        save_all=True,
        append_images=frames[1:],
        duration=picture.info.get("duration", 100),
        loop=picture.info.get("loop", 0),
        **how,
    )


def _bare(picture: Pixels.Image) -> Pixels.Image:
    """A new picture with the same pixels and palette: what else it carried stays behind."""
    bare = Pixels.new(picture.mode, picture.size)
    if picture.mode == "P" and picture.palette is not None:
        bare.putpalette(picture.palette)
        if "transparency" in picture.info:
            bare.info["transparency"] = picture.info["transparency"]
    bare.paste(picture)
    return bare


class PicturesAsked(BaseFilterForm):  # type: ignore[misc]
    """What the list of pictures is narrowed by: words of their titles."""

    q = forms.CharField(
        label=_lazy("Words of the title"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto"}),
    )

    def __init__(self, *args: Any, collections: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def filter(self, objects: Any) -> Any:
        """The pictures whose titles have the words."""
        words = self.cleaned_data.get("q", "").strip()
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        return objects.filter(title__icontains=words)

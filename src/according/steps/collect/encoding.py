"""Bytes to text: byte order marks, UTF-8, and what is left of older encodings."""

import codecs
import re

from according.model.report import RejectionKind
from according.steps.collect.shown import CannotReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65536
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_HIGH = bytes(range(128, 256))
_META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")


def decode_bytes(data: bytes, *, is_html: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return the text of the bytes, and a note if they are not clean UTF-8.

    Raises:
        CannotReadError: if the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :] if encoding == "utf-8" else data
            return decode_with(body, encoding), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text or not data:
        _refuse_binary(data)
        return text, ()
    encoding = guess_encoding(data[:_SAMPLE], is_html=is_html)
    return decode_with(data, encoding), (f"It is not clean UTF-8 and was read as {encoding}.",)


def guess_encoding(sample: bytes, *, is_html: bool = False) -> str:
    """Guess the encoding of bytes that are not clean UTF-8.

    Raises:
        CannotReadError: if the bytes are no text.
    """
    wide = _guess_wide(sample)
    if wide is not None:
        return wide
    _refuse_binary(sample)
    declared = _META.search(sample[:4096]) if is_html else None
    if declared is not None:
        try:
            return codecs.lookup(declared[1].decode("ascii")).name
        except LookupError:
            pass
    high = len(sample) - len(sample.translate(None, _HIGH))
    if sum(len(match) for match in _MULTIBYTE.findall(sample)) * 2 > high:
        return "utf-8"
    if high * 20 < len(sample):  # stray quotation marks and accents of a western text
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def decode_with(data: bytes, encoding: str) -> str:
    """Decode; bytes that the encoding does not know are read as Windows-1252, then Latin-1."""
    codecs.register_error("according.debris", _read_debris)
    return data.decode(encoding, errors="according.debris")


def _read_debris(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.encoding.startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
        return "\ufffd", error.end
    debris = error.object[error.start : error.end]
    return "".join(_read_byte(byte) for byte in debris), error.end


def _read_byte(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _guess_wide(sample: bytes) -> str | None:
    """Recognise UTF-16 without a byte order mark: every other byte of western text is zero."""
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls * 50 > len(sample) or (0 in sample and controls * 500 > len(sample)):
        raise CannotReadError(RejectionKind.UNREADABLE, "It holds binary data and no text.", "Give a text, HTML, PDF, Word or table file.")

"""Which language a text is in, and whether there are rules for it."""

import re

SUPPORTED = frozenset({"en"})
_NAMES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
    "fr": "French",
    "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "my": "Burmese",
    "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pcm": "Nigerian Pidgin", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "rw": "Kinyarwanda",
    "sk": "Slovak",
    "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
# Frequent, and words of no other language in Latin letters.
_ENGLISH = frozenset(
    "about after against and are at been but by for from had has have his into it its not of said that "
    "the their them they this to were which "
    "who with would".split()
)
_ENOUGH_WORDS = 20
_SAMPLE = 6000  # characters


def identify_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of a text; English for a text too short to tell, if it is in Latin letters."""
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if not words:
        return "en"
    share = sum(map(_ENGLISH.__contains__, words)) / len(words)
    if share >= 0.15 or (len(words) < _ENOUGH_WORDS and (share > 0 or sample.isascii())):
        return "en"
    import py3langid

    language, _ = py3langid.classify(sample)
    return str(language)


def name_language(code: str) -> str:
    """Return the English name of a language."""
    return _NAMES.get(code, f"a language with the code '{code}'")

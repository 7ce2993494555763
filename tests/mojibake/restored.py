"""What the certain repairs make of a text."""

from awesomelint.mojibake import detect, restore


def certain(text: str) -> str:
    """The text with all that is certain restored."""
    parts = []
    position = 0
    for line in restore(text, detect(text)):
        for run in line.damage.runs if line.evidence else ():
            parts += [text[position : run.span.start], run.restored]
            position = run.span.end
    return "".join([*parts, text[position:]])

#!/usr/bin/env python3
"""Makes the faces of PDFs from the web fonts of the same families. Run by hand, once for each new version of a family.

    npm pack @fontsource-variable/archivo @fontsource-variable/inter @fontsource/jetbrains-mono   # and unpack each
    make-fonts.py ARCHIVO_DIR INTER_DIR JETBRAINS_DIR        # writes *.ttf beside this script; needs fonttools and brotli

A PDF needs static TrueType with one cmap and without layout tables, because nothing that makes the PDF reads those. So each
face is one weight of the variable font, its subsets merged; its digits are the tabular ones, as on the pages; and it has a
box for characters that no face has.
"""
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

BOX = 0x25A1
KEPT = {"GlyphOrder", "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post"}


def tabular(font):
    """Maps the digits to their tabular forms."""
    if "GSUB" not in font:
        return
    table = font["GSUB"].table
    wanted = {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    swap = {}
    for index in wanted:
        for sub in table.LookupList.Lookup[index].SubTable:
            swap.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    for cmap in font["cmap"].tables:
        cmap.cmap = {code: swap.get(name, name) if chr(code).isdigit() else name for code, name in cmap.cmap.items()}


def box(font):
    """Adds the box that stands for a character without a glyph."""
    unit, pen = font["head"].unitsPerEm / 1000, TTGlyphPen(None)
    for left, foot, right, top in ((80, 0, 620, 680), (130, 50, 570, 630)):
        corners = [(left, foot), (left, top), (right, top), (right, foot)]
        for i, (x, y) in enumerate(corners if left == 80 else corners[::-1]):
            (pen.moveTo if i == 0 else pen.lineTo)((round(x * unit), round(y * unit)))
        pen.closePath()
    font.setGlyphOrder(font.getGlyphOrder() + ["missing"])
    font["glyf"]["missing"] = pen.glyph()
    font["hmtx"]["missing"] = (round(700 * unit), round(80 * unit))
    for cmap in font["cmap"].tables:
        cmap.cmap[BOX] = "missing"


def face(target, family, style, parts, weight=None):
    """Writes one face from its subsets."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, part in enumerate(parts):
            font = TTFont(part)
            if weight is not None:
                instantiateVariableFont(font, {"wght": weight}, inplace=True)
            tabular(font)
            for tag in set(font.keys()) - KEPT:
                del font[tag]
            font.flavor = None
            paths.append(f"{folder}/{number}.ttf")
            font.save(paths[-1])
        options = Options()
        merged = Merger(options).merge(paths) if len(paths) > 1 else TTFont(paths[0])
    box(merged)
    merged["name"].names = []
    for name_id, text in ((0, "SIL Open Font License 1.1; see OFL.txt beside the source"), (1, family), (2, style), (4, f"{family} {style}"), (6, f"{family}-{style}".replace(" ", ""))):
        merged["name"].setName(text, name_id, 3, 1, 0x409)
    merged["post"].formatType = 3.0
    merged["head"].modified = merged["head"].created = 0
    merged.recalcTimestamp = False
    merged.save(target)
    print(target.name, target.stat().st_size, len(merged.getBestCmap()))


def main(archivo, inter, mono):
    here = Path(__file__).parent
    for slope, styles in (("normal", ("Regular", "SemiBold")), ("italic", ("Italic", "SemiBoldItalic"))):
        parts = [f"{archivo}/files/archivo-{subset}-wght-{slope}.woff2" for subset in ("latin", "latin-ext", "vietnamese")]
        for style, weight in zip(styles, (400, 640)):
            face(here / f"Archivo-{style}.ttf", "Archivo", style, parts, weight)
    parts = [f"{inter}/files/inter-{subset}-wght-normal.woff2" for subset in ("greek", "cyrillic", "cyrillic-ext")]
    for style, weight in (("Regular", 400), ("SemiBold", 620)):
        face(here / f"Inter-{style}.ttf", "Inter", style, parts, weight)
    parts = [f"{mono}/files/jetbrains-mono-{subset}-400-normal.woff2" for subset in ("latin", "latin-ext", "greek", "cyrillic")]
    face(here / "JetBrainsMono-Regular.ttf", "JetBrains Mono", "Regular", parts)


main(*sys.argv[1:4])

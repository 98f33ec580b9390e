#!/usr/bin/python3
"""Damages a sound file in every way the judge is to notice, and sees whether it does.

Usage: controls.py FILE [--list]

Each control changes one thing and names the clause that must then fail. Prints the controls that
nobody noticed, then a line that begins with `controlled`; exit status 0 where all were noticed.
"""

import io
import re
import sys
import tempfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from structure import Judge

CONTROLS = []


def control(clause):
    """A damage done to the open file."""
    def enter(damage):
        CONTROLS.append((clause, damage.__name__, damage, None))
        return damage
    return enter


def on_bytes(clause, name, pattern, replacement, count=1):
    """A damage done to the bytes as they stand."""
    CONTROLS.append((clause, name, None, lambda data: re.sub(pattern, replacement, data, count=count, flags=re.S)))


def on_content(clause, name, pattern, replacement):
    """A damage done to the content of the first page on which there is what it needs."""
    def damage(pdf):
        for page in pdf.pages:
            data = page.Contents.read_bytes()
            changed = re.sub(pattern, replacement, data, count=1, flags=re.S)
            if changed != data:
                page.Contents.write(changed)
                return
        raise LookupError(pattern)
    CONTROLS.append((clause, name, damage, None))


def on_metadata(clause, name, pattern, replacement):
    def damage(pdf):
        stream = pdf.Root.Metadata
        data = stream.read_bytes()
        changed = re.sub(pattern, replacement, data, flags=re.S)
        assert changed != data, pattern
        stream.write(changed)
    CONTROLS.append((clause, name, damage, None))


# Where to find things.

def elements(pdf, *kinds):
    return [each for each in pdf.objects if isinstance(each, Dictionary) and "/P" in each
            and str(each.get("/S", "")) in ["/" + kind for kind in kinds]]


def holders(pdf, *kinds):
    """Elements of a kind that hold content of their own."""
    return [each for each in elements(pdf, *kinds) if "/K" in each and any(isinstance(k, int) for k in listed(each.K))]


def listed(value):
    return list(value) if isinstance(value, Array) else [value]


def streams(pdf, subtype):
    return [each for each in pdf.objects if isinstance(each, Stream) and each.get("/Subtype") == Name("/" + subtype)]


def fonts(pdf, subtype):
    return [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == Name.Font
            and each.get("/Subtype") == Name("/" + subtype)]


def simple(pdf):
    return (fonts(pdf, "Type1") + fonts(pdf, "TrueType"))[0]


def link(pdf):
    return next(each for page in pdf.pages for each in page.get("/Annots", []))


def attached(pdf):
    return pdf.Root.AF[0]


def named(name, damage):
    damage.__name__ = name
    return damage


def setting(clause, name, find, key, value):
    def damage(pdf):
        found = find(pdf)
        (found[0] if isinstance(found, list) else found)[key] = value() if callable(value) else value
    CONTROLS.append((clause, name, damage, None))


def removing(clause, name, find, key):
    def damage(pdf):
        found = find(pdf)
        del (found[0] if isinstance(found, list) else found)[key]
    CONTROLS.append((clause, name, damage, None))


def root(pdf):
    return pdf.Root


def numbers(pdf):
    """Labels of notes."""
    return [each for each in elements(pdf, "Lbl") if str(each.P.P.get("/S")) == "/Note"]


def first_page(pdf):
    return pdf.pages[0].obj


# Bytes.
on_bytes("A 6.1.2", "header of another kind", rb"^%PDF-1\.7", b"%PDF-2.0")
on_bytes("A 6.1.2", "no comment of high bytes", rb"\n%[\x80-\xff]{4}", b"\n%abcd")
on_bytes("A 6.1.3", "bytes after the end", rb"$", b"more")
on_bytes("A 6.1.7.1", "a length too short", rb"/Length (\d+)>>\nstream", lambda m: b"/Length %d>>\nstream" % (int(m.group(1)) - 1))
on_bytes("A 6.1.7.1", "no line end before endstream", rb"\nendstream", b" endstream")
on_bytes("A 6.1.7.1", "data that seem to end with their line", rb"/Length (\d+)>>\nstream\n(.*?)\nendstream",
         lambda m: b"/Length %d>>\nstream\n%s\r\nendstream" % (int(m.group(1)) + 1, m.group(2)))
on_bytes("A 6.1.9", "an object on the line of its number", rb" 0 obj\n<<", b" 0 obj <<")
on_bytes("A 6.1.9", "endobj on the line before", rb"\nendobj", b" endobj")
on_bytes("PDF 7.5.8", "startxref beside the table", rb"startxref\n(\d+)", lambda m: b"startxref\n%d" % (int(m.group(1)) - 1))


def in_object_streams(pattern, replacement):
    """Rewrites what is packed, keeping every length that the packing needs."""
    def damage(data):
        for match in re.finditer(rb"<</Type/ObjStm[^>]*/Length (\d+)>>\nstream\n", data):
            start, end = match.end(), match.end() + int(match.group(1))
            text = zlib.decompress(data[start:end])
            changed = re.sub(pattern, replacement, text, count=1, flags=re.S)
            if changed != text and len(changed) == len(text):
                packed = zlib.compress(changed, 9)
                head = match.group(0).replace(b"/Length " + match.group(1), b"/Length %d" % len(packed))
                return data[:match.start()] + head + packed + data[end:]
        raise LookupError(pattern)
    return damage


CONTROLS.append(("A 6.1.6", "a string of odd digits", None, in_object_streams(rb"<FEFF([0-9A-F]+)[0-9A-F]>", rb"<FEFF\1 >")))
CONTROLS.append(("A 6.1.8", "a name that is no text", None, in_object_streams(rb"/ModDate", b"/#FFDate")))
CONTROLS.append(("A 6.1.13", "a name without end", None, in_object_streams(
    rb"/Widths\[[0-9 ]{130,}\]", lambda match: b"/Widths/" + b"x" * (len(match.group()) - 8))))

# The catalogue.
removing("UA 7.1-10", "no title shown", root, "/ViewerPreferences")
removing("UA 7.2-2", "no language", root, "/Lang")
setting("UA 7.2-29/A 6.7.4", "a language that is none", root, "/Lang", lambda: String("français de France"))
setting("UA 7.1-4", "suspects", lambda pdf: pdf.Root.MarkInfo, "/Suspects", True)
setting("UA 6.2/A 6.7.2.1", "not marked", lambda pdf: pdf.Root.MarkInfo, "/Marked", False)
removing("UA 7.1-11", "no structure", root, "/StructTreeRoot")
removing("UA 5/A 6.6.2.1", "no metadata", root, "/Metadata")
removing("A 6.2.3", "no output intent", root, "/OutputIntents")
setting("UA 7.10", "content that may be hidden", root, "/OCProperties", lambda: Dictionary(OCGs=Array([]), D=Dictionary()))
setting("UA 7.15", "a form in XML", root, "/AcroForm", lambda: Dictionary(XFA=Array([]), Fields=Array([])))
for key in ("/AA", "/OpenAction", "/Requirements", "/NeedsRendering", "/Perms"):
    setting("A 6.1.12/6.5", f"{key} in the catalogue", root, key, lambda: Dictionary())
setting("A 6.5.1", "alternate presentations", lambda pdf: pdf.Root.Names, "/AlternatePresentations", lambda: Dictionary())
removing("PDF 12.4.2", "no page labels", root, "/PageLabels")
setting("PDF 12.4.2", "page labels from the second page", root, "/PageLabels",
        lambda: Dictionary(Nums=Array([1, Dictionary(S=Name.D)])))
setting("PDF 12.4.2", "page labels backwards", root, "/PageLabels",
        lambda: Dictionary(Nums=Array([0, Dictionary(S=Name.D), 2, Dictionary(), 1, Dictionary()])))
setting("PDF 7.7.2", "another version in the catalogue", root, "/Version", Name("/2.0"))


@control("A 6.2.3")
def a_profile_for_other_colours(pdf):
    stream = pdf.Root.OutputIntents[0].DestOutputProfile
    stream.write(stream.read_bytes().replace(b"RGB ", b"CMYK", 1))


@control("ICC 8.3")
def a_profile_whose_primaries_are_off(pdf):
    stream = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(stream.read_bytes())
    at = next(132 + k * 12 for k in range(9) if data[132 + k * 12:136 + k * 12] == b"rXYZ")
    place = int.from_bytes(data[at + 4:at + 8], "big")
    data[place + 10] ^= 0x40
    stream.write(bytes(data))


setting("A 6.2.3", "a profile of four colours", lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile, "/N", 4)

# Metadata.
on_metadata("UA 7.1-9", "no dc:title", rb"<dc:title>.*?</dc:title>", b"")
on_metadata("UA 5", "part two of PDF/UA", rb"<pdfuaid:part>1<", b"<pdfuaid:part>2<")
on_metadata("A 6.6.4", "another part of PDF/A", rb"<pdfaid:part>\d<", b"<pdfaid:part>1<")
on_metadata("A 6.6.4", "another level", rb"<pdfaid:conformance>A", b"<pdfaid:conformance>B")
on_metadata("A 6.6.4/UA 5-3", "another prefix", rb"pdfuaid", b"ua")
on_metadata("A 6.6.2.1", "no XML", rb"</rdf:RDF>", b"</rdf:RDP>")
on_metadata("A 6.6.2.1", "bytes in the header", rb"<\?xpacket begin=", b'<?xpacket bytes="9" begin=')
on_metadata("A 6.6.2.1", "no end of the packet", rb"<\?xpacket end=.*", b"")
on_metadata("A 6.6.2.3.1", "no extension schema", rb"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", b"")
on_metadata("A 6.6.2.3.1", "an unknown property", rb"<dc:format>", b"<dc:flavour>x</dc:flavour><dc:format>")
on_metadata("A 6.6.2.3.1", "a title in the wrong form", rb"rdf:Alt>", b"rdf:Bag>")
on_metadata("A 6.6.2.3.1", "a property that no schema explains", rb"pdfaProperty:name>part<", b"pdfaProperty:name>other<")
on_metadata("A 6.6.2.3.3", "a schema without a category", rb"<pdfaProperty:category>internal</pdfaProperty:category>", b"")
on_metadata("A 6.6.2.3.3", "a category that is none", rb"internal", b"infernal")
on_metadata("A 6.6.3", "another producer", rb"<pdf:Producer>", b"<pdf:Producer>x")
on_metadata("A 6.6.3", "another day", rb"<xmp:CreateDate>\d", b"<xmp:CreateDate>3")
on_metadata("A 6.6.2.1", "a day that is none", rb"<xmp:CreateDate>\d+", b"<xmp:CreateDate>soon")

# Pages and content.
on_content("UA 7.1-3", "content without a mark", rb"/Artifact<</Type/Layout>>BDC", b"/Other BMC")
on_content("UA 7.1-3", "a mark of nobody's", rb"$", b"\n/P<</MCID 999>>BDC 0 0 1 1 re f EMC\n")
on_content("UA 7.1-1", "an artifact inside content", rb"(/P<</MCID \d+>>BDC)", rb"\1 /Artifact BMC EMC ")
on_content("UA 7.1-2", "content inside an artifact", rb"(/P<</MCID \d+>>BDC)(.*?EMC)", rb"/Artifact BMC \1\2 EMC")
on_content("UA 7.8", "a running head of an unknown kind", rb"/Subtype/(Header|Footer)", b"/Subtype/Ornament")
on_content("UA 7.10/A 6.9", "a mark of optional content", rb"/Artifact<</Type/Layout>>BDC", b"/OC<<>>BDC")
on_content("UA 7.2-29/A 6.7.4", "a mark in no language", rb"/Artifact<</Type/Layout>>BDC", b"/Artifact<</Lang(in French)>>BDC")
on_content("A 6.2.11.7.3", "private letters in a mark", rb"/Artifact<</Type/Layout>>BDC", b"/Artifact<</ActualText<FEFFE000>>>BDC")
on_content("A 6.2.2", "an operator that is none", rb"$", b"\n1 2 griot\n")
on_content("A 6.2.2", "a font that is not there", rb"/f-\d+-\d+ ", b"/f-99-99 ")
on_content("A 6.2.4.3", "ink", rb"$", b"\n0 0 0 1 k\n")
on_content("A 6.2.6", "an intent that is none", rb"$", b"\n/Beautiful ri\n")
on_content("A 6.1.13", "thirty states of graphics", rb"$", b"\n" + b"q " * 30 + b"Q " * 30)
on_content("A 6.1.13", "a number too large", rb"$", b"\n99999999999 0 m n\n")
on_content("A 6.1.13", "a number too small", rb"$", b"\n0." + b"0" * 40 + b"1 0 m n\n")
on_content("A 6.2.8", "an image in the line that is smoothed", rb"$",
           b"\n/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /I true ID \x00 EI EMC\n")
on_content("A 6.1.10", "an image in the line packed with LZW", rb"$",
           b"\n/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID \x00\x00 EI EMC\n")
on_content("UA 7.8", "words that nobody hears", rb"$",
           b"\n/Artifact BMC BT /f-0-0 9 Tf (Xylophones quietly judge vexed zebras) Tj ET EMC\n")
on_content("PDF 8.4.2", "a state that is not given back", rb"$", b"\nq\n")
on_content("PDF 14.6", "a mark left open", rb"$", b"\n/Artifact BMC\n")
on_content("PDF 14.7.4.4", "marks out of order", rb"/MCID 1>>", b"/MCID 7>>")
setting("UA 7.18.3", "no order of tabs", lambda pdf: [p.obj for p in pdf.pages if "/Annots" in p], "/Tabs", Name.R)
setting("A 6.5.2", "actions of a page", first_page, "/AA", lambda: Dictionary())
setting("A 6.10", "a presentation", first_page, "/PresSteps", lambda: Dictionary())
setting("A 6.1.13", "a page too small", first_page, "/MediaBox", lambda: Array([0, 0, 2, 2]))
setting("A 6.1.13", "a page too large to crop", first_page, "/CropBox", lambda: Array([0, 0, 15000, 500]))
setting("PDF 14.11.2", "a trim outside the sheet", first_page, "/TrimBox", lambda: Array([0, 0, 5000, 5000]))


@control("A 6.2.2")
def resources_from_elsewhere(pdf):
    page = pdf.pages[0].obj
    page.Parent.Resources = page.Resources
    del page["/Resources"]


@control("A 6.2.10")
def a_group_of_other_colours(pdf):
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Array([Name.Lab, Dictionary()]))


# Images and drawings.
def image(pdf):
    return streams(pdf, "Image")


setting("A 6.2.8", "a smoothed image", image, "/Interpolate", True)
setting("A 6.2.8", "other images in its place", image, "/Alternates", lambda: Array([]))
setting("A 6.2.8", "bits that are none", image, "/BitsPerComponent", 3)
setting("A 6.2.6", "an image with an intent that is none", image, "/Intent", Name.Beautiful)
setting("A 6.2.4.3", "an image of inks", image, "/ColorSpace", Name.DeviceCMYK)
setting("A 6.2.4", "an image in unknown colours", image, "/ColorSpace", Name.Pattern)
setting("A 6.1.7.1", "data outside the file", image, "/F", lambda: String("x.jpg"))
setting("A 6.2.8", "a JPEG of other channels", lambda pdf: [i for i in image(pdf) if i.get("/Filter") == Name.DCTDecode],
        "/ColorSpace", Name.DeviceGray)


def form(pdf, **entries):
    new = Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), **entries)
    resources = pdf.pages[0].obj.Resources
    if "/XObject" not in resources:
        resources.XObject = Dictionary()
    resources.XObject["/xtra"] = pdf.make_indirect(new)
    return new


CONTROLS += [
    ("A 6.2.9", "a form of PostScript", named("", lambda pdf: form(pdf, Resources=Dictionary(), PS=Dictionary())), None),
    ("A 6.2.9/UA 7.20-1", "a form from another file", lambda pdf: form(pdf, Resources=Dictionary(), Ref=Dictionary()), None),
    ("A 6.2.2", "a form without resources", lambda pdf: form(pdf), None),
    ("UA 7.20-2", "marks inside a form",
     lambda pdf: form(pdf, Resources=Dictionary()).write(b"/P<</MCID 0>>BDC EMC"), None),
    ("A 6.1.7.2", "a stream packed with LZW",
     lambda pdf: form(pdf, Resources=Dictionary()).write(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", filter=Name.LZWDecode), None),
]
for clause, key, value in [
    ("A 6.2.5", "TR", Name.Identity), ("A 6.2.5", "TR2", Name.Identity), ("A 6.2.5", "HTP", Array([0, 0])),
    ("A 6.2.5", "HT", Dictionary(HalftoneType=6)), ("A 6.2.6", "RI", Name.Beautiful), ("A 6.2.10", "BM", Name.Beautiful),
]:
    def damage(pdf, key=key, value=value):
        resources = pdf.pages[0].obj.Resources
        if "/ExtGState" not in resources:
            resources.ExtGState = Dictionary()
        resources.ExtGState["/xtra"] = Dictionary({"/Type": Name.ExtGState, "/" + key: value})
    CONTROLS.append((clause, f"a state of graphics with {key}", damage, None))

# Fonts.
removing("A 6.2.11.3.2/UA 7.21.3.2", "no CIDToGIDMap", lambda pdf: fonts(pdf, "CIDFontType2"), "/CIDToGIDMap")
removing("A 6.2.11.3.1/UA 7.21.3.1", "no CIDSystemInfo",
         lambda pdf: fonts(pdf, "CIDFontType2") + fonts(pdf, "CIDFontType0"), "/CIDSystemInfo")
setting("A 6.2.11.3.3", "another encoding", lambda pdf: fonts(pdf, "Type0"), "/Encoding", Name("/Identity-V"))
removing("A 6.2.11.7/UA 7.21.7", "no letters behind codes", lambda pdf: fonts(pdf, "Type0"), "/ToUnicode")
removing("PDF 9.10.3", "no map to Unicode", simple, "/ToUnicode")
setting("A 6.2.11.2", "a font without a type", simple, "/Type", Name.Fond)
setting("A 6.2.11.2", "a font of an unknown kind", simple, "/Subtype", Name.Type7)
setting("A 6.2.11.2", "too few widths", simple, "/LastChar", 255)
setting("A 6.2.11.4.2", "a list of glyphs", lambda pdf: simple(pdf).FontDescriptor, "/CharSet", lambda: String("/A"))
setting("PDF 9.8.2", "letters and symbols at once", lambda pdf: simple(pdf).FontDescriptor, "/Flags", 36)
removing("A 6.2.11.2", "a descriptor without a box", lambda pdf: simple(pdf).FontDescriptor, "/FontBBox")
setting("A 6.2.11.3", "a name without the tag of a subset", simple, "/BaseFont", Name.Plain)


@control("A 6.2.11.4.2")
def a_set_of_glyphs(pdf):
    (fonts(pdf, "CIDFontType2") + fonts(pdf, "CIDFontType0"))[0].FontDescriptor.CIDSet = Stream(pdf, b"\x80")


@control("A 6.2.11.4.1/UA 7.21.4.1")
def a_font_that_is_not_embedded(pdf):
    descriptor = simple(pdf).FontDescriptor
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


@control("A 6.2.11.5/UA 7.21.5")
def widths_that_are_not_those_of_the_font(pdf):
    font = simple(pdf)
    font.Widths = Array([float(width) + 20 for width in font.Widths])


@control("A 6.2.11.2")
def a_program_of_an_unknown_kind(pdf):
    simple(pdf).FontDescriptor.FontFile3 = Stream(pdf, b"", Subtype=Name.Type9)


def in_letters(value):
    def damage(pdf):
        for font in fonts(pdf, "Type0"):
            text = font.ToUnicode.read_bytes()
            changed = re.sub(rb"(beginbfchar\n<[0-9A-Fa-f]+> *)<[0-9A-Fa-f]+>", rb"\1<" + value + b">", text)
            if changed != text:
                font.ToUnicode.write(changed)
    return damage


CONTROLS += [
    ("A 6.2.11.7/UA 7.21.7-2", "letters that are nought", in_letters(b"0000"), None),
    ("A 6.2.11.7/UA 7.21.7-2", "a mark of byte order for a letter", in_letters(b"0041FEFF"), None),
    ("A 6.2.11.7.3", "private letters", in_letters(b"E000"), None),
]


@control("UA 7.21.8")
def a_missing_glyph(pdf):
    for page in pdf.pages:
        data = page.Contents.read_bytes()
        composite = {str(name)[1:].encode() for name, font in page.Resources.Font.items() if font.Subtype == Name.Type0}
        for name in composite:
            changed = re.sub(rb"(/" + re.escape(name) + rb" \S+ Tf.*?)<[0-9a-fA-F]{4}", rb"\1<0000", data, count=1, flags=re.S)
            if changed != data:
                return page.Contents.write(changed)
    raise LookupError("no glyph to take away")


@control("A 6.2.11.6/UA 7.21.6-2")
def a_truetype_font_without_an_encoding(pdf):
    font = fonts(pdf, "CIDFontType2")[0]
    program = font.FontDescriptor.FontFile2
    descriptor = Dictionary({**dict(font.FontDescriptor.items()), "/Flags": 32})
    name = font.BaseFont
    pdf.pages[0].obj.Resources.Font["/xtra"] = Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=name, FirstChar=32, LastChar=32, Widths=Array([0]),
        FontDescriptor=pdf.make_indirect(descriptor))
    assert program is not None


@control("A 6.2.11.6/UA 7.21.6-3")
def a_font_of_symbols_with_an_encoding(pdf):
    a_truetype_font_without_an_encoding(pdf)
    font = pdf.pages[0].obj.Resources.Font["/xtra"]
    font.FontDescriptor.Flags = 4
    font.Encoding = Name.WinAnsiEncoding


# The tree.
def make(pdf, kind, parent, **entries):
    element = pdf.make_indirect(Dictionary(S=Name("/" + kind), P=parent, **entries))
    kids = listed(parent.get("/K", Array([])))
    parent.K = Array(kids + [element])
    return element


def retyping(clause, name, old, new):
    setting(clause, name, lambda pdf: elements(pdf, *old.split()), "/S", Name("/" + new))


retyping("UA 7.1-5/A 6.7.3.4", "an unknown type", "P", "Paragraph")
retyping("UA 7.2/TR", "a paragraph among cells", "TD", "P")
retyping("UA 7.2/LI", "a paragraph in an item", "LBody", "P")
retyping("UA 7.2/L", "a paragraph in a list", "LI", "P")
retyping("UA 7.4.4", "a heading without a level", "H2", "H")
retyping("UA 7.4.2-1", "a heading that skips levels", "H2", "H5")
retyping("UA 7.18.5-1", "a link read as something else", "Link", "Span")
setting("PDF 14.8.4.4.2", "a link in a link", lambda pdf: elements(pdf, "Link")[0].P, "/S", Name.Link)
setting("UA 7.18.5-2", "a link that is called by what is no letter", link, "/Contents",
        lambda: String("\ufffc"))
retyping("PDF 14.8.4.2", "a document in a document", "Sect Div P", "Document")
retyping("UA 7.9-1", "a note without a name", "Reference", "Note")
setting("PDF 14.8.4.4.1", "a note without its number", lambda pdf: numbers(pdf), "/S", Name.Span)
setting("UA 7.1-7", "a standard type said to be another", lambda pdf: pdf.Root.StructTreeRoot, "/RoleMap", lambda: Dictionary(P=Name.H1))
setting("UA 7.1-6", "types that are each other", lambda pdf: pdf.Root.StructTreeRoot, "/RoleMap",
        lambda: Dictionary(A=Name.B, B=Name.A))
removing("UA 7.3-1", "a figure without words", lambda pdf: elements(pdf, "Figure"), "/Alt")
removing("PDF 14.8.5.4.3", "a figure without a box", lambda pdf: elements(pdf, "Figure"), "/A")
setting("UA 7.1", "a description that says nothing", lambda pdf: elements(pdf, "Figure"), "/Alt", lambda: String(" "))
setting("UA 7.2-29/A 6.7.4", "a passage in no language", lambda pdf: elements(pdf, "P"), "/Lang", lambda: String("12"))
setting("UA 7.2", "a description in private letters", lambda pdf: elements(pdf, "Figure"), "/Alt", lambda: String("\ue000"))
removing("UA 7.5-1", "a header without scope", lambda pdf: elements(pdf, "TH"), "/A")
setting("PDF 14.8.5", "attributes of nobody", lambda pdf: elements(pdf, "P"), "/A", lambda: Dictionary(O=Name.Nobody))
setting("PDF 14.8.5.5", "a list that counts in stars", lambda pdf: elements(pdf, "L"), "/A",
        lambda: Dictionary(O=Name.List, ListNumbering=Name.Stars))
setting("PDF 14.8.5.7", "a span of nothing", lambda pdf: elements(pdf, "TD"), "/A", lambda: Dictionary(O=Name.Table, ColSpan=0))
setting("UA 7.2-15", "a row longer than the others", lambda pdf: elements(pdf, "TD"), "/A", lambda: Dictionary(O=Name.Table, ColSpan=2))
setting("UA 7.2-42", "a cell longer than its table", lambda pdf: elements(pdf, "TD")[-1], "/A",
        lambda: Dictionary(O=Name.Table, RowSpan=9))
setting("UA 7.5-2", "a header that is nowhere", lambda pdf: elements(pdf, "TD"), "/A",
        lambda: Dictionary(O=Name.Table, Headers=Array([String("x")])))
removing("PDF 14.7.2", "an element without a parent", lambda pdf: elements(pdf, "P"), "/P")
removing("PDF 14.7.2", "no names of notes", lambda pdf: pdf.Root.StructTreeRoot, "/IDTree")
setting("PDF 14.7.4.4", "a page with another's key", first_page, "/StructParents", 1)
setting("UA 7.18.1", "a link with another's key", link, "/StructParent", 0)


@control("UA 7.5")
def a_table_without_headers(pdf):
    for cell in elements(pdf, "TH"):
        cell.S = Name.TD
        if "/A" in cell:
            del cell["/A"]


setting("UA 7.5", "words in the place of cells", lambda pdf: elements(pdf, "Table"), "/Alt", lambda: String("a table"))


@control("UA 7.9")
def notes_that_nothing_refers_to(pdf):
    for each in elements(pdf, "Reference"):
        each.S = Name.Span


@control("UA 7.9-2")
def two_notes_of_one_name(pdf):
    note = elements(pdf, "Note")[0]
    elements(pdf, "P")[0].ID = note.ID


@control("PDF 14.8.4.3")
def a_paragraph_in_a_paragraph(pdf):
    parent, child = holders(pdf, "P")[:2]
    child.P.K = Array([k for k in listed(child.P.K) if not (isinstance(k, Dictionary) and k.objgen == child.objgen)])
    child.P = parent
    parent.K = Array(listed(parent.K) + [child])


@control("UA 7.1")
def words_for_nothing(pdf):
    make(pdf, "P", elements(pdf, "Document")[0], ActualText=String("nothing"))


@control("PDF 14.8.2.3.3")
def words_that_are_read_backwards(pdf):
    for each in elements(pdf, "Span", "P"):
        if "/ActualText" in each:
            del each["/ActualText"]


@control("PDF 14.9.4")
def other_words_than_are_drawn(pdf):
    for each in elements(pdf, "Span", "P"):
        if "/ActualText" in each:
            each.ActualText = String("hello")


@control("UA 7.2-3")
def two_captions(pdf):
    table = elements(pdf, "Table")[0]
    make(pdf, "Caption", table)
    make(pdf, "Caption", table)


@control("UA 7.2-19")
def a_caption_at_the_end_of_a_list(pdf):
    make(pdf, "Caption", elements(pdf, "L")[0])


@control("UA 7.2-11")
def two_heads(pdf):
    make(pdf, "THead", elements(pdf, "Table")[0])
    make(pdf, "THead", elements(pdf, "Table")[0])


@control("UA 7.2-14")
def a_head_without_a_body(pdf):
    for body in elements(pdf, "TBody"):
        body.S = Name.TFoot


@control("PDF 14.7.4")
def a_mark_of_two_owners(pdf):
    element = holders(pdf, "P")[0]
    other = holders(pdf, "P")[1]
    number = next(kid for kid in listed(element.K) if isinstance(kid, int))
    other.K = Array(listed(other.K) + [Dictionary(Type=Name.MCR, Pg=element.Pg, MCID=number)])


# Links, the outline, attached files.
removing("UA 7.18.5-2", "a link without a description", link, "/Contents")
setting("A 6.3.2", "a link that is not printed", link, "/F", 0)
setting("A 6.3.2", "a hidden link", link, "/F", 6)
setting("A 6.3.1", "a film", link, "/Subtype", Name.Movie)
setting("A 6.5.1", "a link that starts a program", link, "/A", lambda: Dictionary(S=Name.Launch))
setting("A 6.5.1", "a link that runs a script", link, "/A", lambda: Dictionary(S=Name.JavaScript, JS=String("x")))
setting("RFC 3986", "an address that is none", link, "/A", lambda: Dictionary(S=Name.URI, URI=String("not an address")))
setting("PDF 12.5.2", "a link without an area", link, "/Rect", lambda: Array([9, 9, 9, 9]))
setting("PDF 12.3.3", "an outline that forgets its parent", lambda pdf: pdf.Root.Outlines.First, "/Parent", lambda: Dictionary())
setting("A3 6.8", "a file of no type", lambda pdf: attached(pdf).EF.F, "/Subtype", Name.yaml)
for key in ("/F", "/UF", "/AFRelationship", "/Desc"):
    removing("A3 6.8", f"a file without {key}", attached, key)
setting("A3 6.8", "a file without a name", attached, "/UF", lambda: String(""))
removing("A3 6.8", "files that belong to nothing", root, "/AF")
setting("A3 6.8", "a relationship that is none", attached, "/AFRelationship", Name.Cousin)
setting("PDF 7.11.4", "a sum that is not the file's", lambda pdf: attached(pdf).EF.F.Params, "/CheckSum", lambda: String("x"))
removing("A3 E.1", "a file of no day", lambda pdf: attached(pdf).EF.F.Params, "/ModDate")
setting("PDF 7.11.4", "a day that is none", lambda pdf: attached(pdf).EF.F.Params, "/ModDate", lambda: String("soon"))


@control("PDF 12.3.2")
def an_outline_that_leads_nowhere(pdf):
    pdf.Root.Outlines.First.Dest[0] = pdf.make_indirect(Dictionary(Type=Name.Page))


def damaged(data, damage, change):
    if change is not None:
        changed = change(data)
        assert changed != data, "nothing to change"
        return changed
    pdf = pikepdf.open(io.BytesIO(data), inherit_page_attributes=False)
    damage(pdf)
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.preserve, compress_streams=False, fix_metadata_version=False,
             stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def failures(data):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        judge = Judge(file.name, {"ua-1", "a-3a"})
        judge.run()
        return {line.split(": ")[0] for line in judge.failed}


def main(arguments):
    data = open(arguments[0], "rb").read()
    if failures(data):
        print("the file is not sound to begin with:", failures(data))
        return 1
    # What saving it again with another program changes is no damage.
    usual = failures(damaged(data, lambda pdf: None, None))
    unnoticed = 0
    for clause, name, damage, change in CONTROLS:
        name = name.replace("_", " ")
        try:
            found = failures(damaged(data, damage, change))
        except (LookupError, AssertionError, StopIteration, AttributeError, KeyError) as error:
            found = None
            print(f"{clause}: {name}: cannot be done: {error!r}")
        if found is None or clause not in (found - usual if damage else found):
            unnoticed += 1
            if found is not None:
                print(f"{clause}: {name}: not noticed, but {sorted(found - usual)}")
        elif "--list" in arguments:
            print(f"{clause}: {name}: noticed")
    clauses = {clause for clause, *_ in CONTROLS}
    print(f"controlled {len(clauses)} clauses by {len(CONTROLS)} damages, {unnoticed} not noticed")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

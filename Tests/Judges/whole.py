"""The file as a whole: its catalogue, the colours it is meant for, every object in it."""

import re
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from content import INTENTS
from tags import LANGUAGE


class Whole:
    def file(self):
        self.ask("A 6.1.3", "/ID" in self.pdf.trailer and len(self.pdf.trailer.ID) == 2
                 and len(bytes(self.pdf.trailer.ID[0])) == 16, "file identifier")
        self.ask("A 6.1.3", not self.pdf.is_encrypted, "encryption")
        # Since pikepdf 10 it has another name.
        check = getattr(self.pdf, "check_pdf_syntax", None) or self.pdf.check
        self.ask("PDF 7.5.8", not check(), "damage found by qpdf")

    def catalogue(self):
        root = self.root
        if self.accessible:
            self.ask("UA 7.1-10", root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") == True,
                     "DisplayDocTitle")
            self.ask("UA 7.2-2", bool(str(root.get("/Lang", ""))), "language of the document")
            self.ask("UA 7.1-4", not root.get("/MarkInfo", {}).get("/Suspects", False), "Suspects")
            self.ask("UA 7.10", "/OCProperties" not in root, "content that may be hidden")
            self.ask("UA 7.15", "/XFA" not in root.get("/AcroForm", {}), "a form in XML")
        self.ask("UA 6.2/A 6.7.2.1", root.get("/MarkInfo", {}).get("/Marked") == True, "Marked")
        self.ask("UA 7.2-29/A 6.7.4", re.fullmatch(LANGUAGE, str(root.get("/Lang", ""))), "form of the language")
        self.ask("PDF 7.7.2", root.get("/Type") == Name.Catalog and "/Version" not in root, "catalogue")
        if self.archival:
            for key in ["/AA", "/OpenAction", "/OCProperties", "/Requirements", "/NeedsRendering",
                        "/AcroForm", "/Perms"]:
                self.ask("A 6.1.12/6.5", key not in root, f"{key} in the catalogue")
            names = root.get("/Names", {})
            self.ask("A 6.5.1", "/JavaScript" not in names and "/AlternatePresentations" not in names,
                     "scripts or presentations")
            self.output_intent()
        labels = root.get("/PageLabels")
        if self.ask("PDF 12.4.2", labels is not None, "no page labels"):
            nums = list(labels.get("/Nums", []))
            self.ask("PDF 12.4.2", nums and nums[0] == 0, "page labels begin with the first page")
            keys = [int(key) for key in nums[::2]]
            self.ask("PDF 12.4.2", keys == sorted(set(keys)) and keys[-1] < len(self.pdf.pages), "order of page labels")
            for label in nums[1::2]:
                self.ask("PDF 12.4.2", str(label.get("/S", "/D")) in ("/D", "/R", "/r", "/A", "/a")
                         and int(label.get("/St", 1)) >= 1, "form of a page label")

    def output_intent(self):
        intents = list(self.root.get("/OutputIntents", []))
        if not self.ask("A 6.2.3", len(intents) == 1, "one output intent"):
            return
        intent = intents[0]
        self.ask("A 6.2.3", intent.get("/S") == Name.GTS_PDFA1, "kind of the output intent")
        profile = bytes(intent.DestOutputProfile.read_bytes())
        self.ask("A 6.2.3", int.from_bytes(profile[:4], "big") == len(profile), "profile's size")
        self.ask("A 6.2.3", profile[12:20] == b"mntrRGB " and profile[36:40] == b"acsp"
                 and profile[8] in (2, 4), "profile's header")
        self.ask("A 6.2.3", intent.DestOutputProfile.get("/N") == 3, "profile's components")
        count = int.from_bytes(profile[128:132], "big")
        tags = {}
        for index in range(count):
            at = 132 + index * 12
            start, size = (int.from_bytes(profile[at + k:at + k + 4], "big") for k in (4, 8))
            tags[profile[at:at + 4]] = profile[start:start + size]
            self.ask("ICC 7.3", start % 4 == 0 and start + size <= len(profile), "profile's tags")
        for tag in b"desc cprt wtpt chad rXYZ gXYZ bXYZ rTRC gTRC bTRC".split():
            self.ask("ICC 8.3", tag in tags, f"profile without {tag.decode()}")
        total = [0, 0, 0]
        for tag in (b"rXYZ", b"gXYZ", b"bXYZ"):
            for k in range(3):
                total[k] += int.from_bytes(tags[tag][8 + 4 * k:12 + 4 * k], "big", signed=True)
        white = [0.9642, 1, 0.8249]
        self.ask("ICC 8.3", all(abs(t / 65536 - w) < 0.0002 for t, w in zip(total, white)),
                 "the profile's primaries do not add up to white")

    def objects(self):
        reached = set()
        waiting = [self.pdf.trailer]
        while waiting:
            item = waiting.pop()
            if isinstance(item, pikepdf.Object) and item.is_indirect:
                if item.objgen in reached:
                    continue
                reached.add(item.objgen)
            if isinstance(item, Stream):
                self.stream(item)
            if isinstance(item, (Dictionary, Stream)):
                self.dictionary(item)
                waiting += [value for _, value in item.items()]
            elif isinstance(item, Array):
                waiting += list(item)
            elif isinstance(item, (int, Decimal)):
                self.ask("A 6.1.13", -2 ** 31 <= item < 2 ** 31, f"number {item}")
            elif isinstance(item, pikepdf.String):
                self.ask("A 6.1.13", len(bytes(item)) <= 32767, "string's length")
        everything = set()
        for item in self.pdf.objects:
            if isinstance(item, Stream) and item.get("/Type") in (Name.ObjStm, Name.XRef):
                continue
            if item is not None and item.is_indirect:
                everything.add(item.objgen)
        lost = everything - reached
        self.ask("PDF 7.5", not lost, f"objects that nothing reaches: {sorted(lost)[:8]}")
        self.ask("A 6.1.13", len(everything) < 8388607, "number of objects")

    def stream(self, stream):
        filters = stream.get("/Filter", [])
        filters = [filters] if isinstance(filters, Name) else list(filters)
        for each in filters:
            self.ask("A 6.1.7.2", each in (Name.FlateDecode, Name.DCTDecode, Name.CCITTFaxDecode,
                                           Name.JBIG2Decode, Name.JPXDecode), f"filter {each}")
        self.ask("A 6.1.7.1", not {"/F", "/FFilter", "/FDecodeParms"} & set(stream.keys()),
                 "data outside the file")
        if stream.get("/Subtype") == Name.Image:
            self.count("images")
            self.ask("A 6.2.8", stream.get("/Interpolate", False) == False, "Interpolate")
            self.ask("A 6.2.8", not {"/Alternates", "/OPI"} & set(stream.keys()), "Alternates or OPI")
            self.ask("A 6.2.6", str(stream.get("/Intent", "/Perceptual")) in INTENTS, "intent of an image")
            self.colours(stream)
        if stream.get("/Subtype") == Name.Form:
            self.ask("A 6.2.9", not {"/OPI", "/PS", "/Subtype2"} & set(stream.keys()), "OPI or PS")
            self.ask("A 6.2.9/UA 7.20-1", "/Ref" not in stream, "Ref")
            self.ask("UA 7.20-2", b"/MCID" not in stream.read_bytes(), "marks inside a form")
            self.ask("A 6.2.2", "/Resources" in stream, "a form has its resources from elsewhere")
        self.ask("A 6.2.9", stream.get("/Subtype") != Name.PS, "PostScript")

    def colours(self, image):
        bits, space = int(image.get("/BitsPerComponent", 1)), image.get("/ColorSpace")
        if image.get("/ImageMask", False):
            return self.ask("A 6.2.8", bits == 1 and space is None, "a mask of more than one bit")
        self.ask("A 6.2.8", bits in (1, 2, 4, 8, 16), f"{bits} bits a channel")
        if image.get("/Filter") == Name.DCTDecode:
            channels = {Name.DeviceGray: 1, Name.DeviceRGB: 3}.get(space)
            self.ask("A 6.2.8", (bits, channels) == self.jpeg(image.read_raw_bytes()), "channels of a JPEG")
        kind = space[0] if isinstance(space, Array) else space
        known = [Name.DeviceRGB, Name.DeviceGray, Name.Indexed, Name.ICCBased, Name.CalRGB, Name.CalGray]
        if not self.archival:
            known += [Name.DeviceCMYK, Name.Separation]
        self.ask("A 6.2.4", kind in known, f"colours of an image: {kind}")
        if kind == Name.Indexed:
            self.ask("A 6.2.4", space[1] in known and int(space[2]) <= 255, "palette of an image")
        soft = image.get("/SMask")
        if soft is not None:
            self.ask("PDF 11.6.5.3", soft.get("/ColorSpace") == Name.DeviceGray and "/SMask" not in soft,
                     "colours of a soft mask")

    def jpeg(self, data):
        """Bits a channel, and channels, as the frame of the JPEG says."""
        at = 2
        while at + 9 < len(data) and data[at] == 0xFF:
            if data[at + 1] in (0xC0, 0xC1, 0xC2):
                return data[at + 4], data[at + 9]
            at += 2 + int.from_bytes(data[at + 2:at + 4], "big")
        return None

    def dictionary(self, item):
        if self.archival:
            for _, value in item.items():
                self.ask("A 6.2.4.3", value != Name.DeviceCMYK, "DeviceCMYK under an RGB intent")
        for key in ("/A", "/OpenAction", "/Next") if "/S" in item else ("/A", "/OpenAction"):
            action = item.get(key)
            if isinstance(action, Dictionary) and "/O" not in action:
                self.ask("A 6.5.1", action.get("/S") in (Name.GoTo, Name.URI), f"action {action.get('/S')}")
        self.ask("A 6.5.1", not {"/JS", "/JavaScript", "/AA"} & set(item.keys()), "scripts")
        self.ask("UA 7.16", "/Encrypt" not in item, "encryption")
        if item.get("/Type") == Name.Group or item.get("/S") == Name.Transparency:
            known = (Name.DeviceRGB, Name.DeviceGray) if self.archival else (Name.DeviceRGB, Name.DeviceGray, Name.DeviceCMYK)
            self.ask("A 6.2.10", item.get("/CS", Name.DeviceRGB) in known, "colours of a group")
        if item.get("/Type") == Name.ExtGState:
            self.graphics_state(item)
        for _, state in item.ExtGState.items() if isinstance(
                item.get("/ExtGState"), Dictionary) else []:
            self.graphics_state(state)

    def graphics_state(self, state):
        self.ask("A 6.2.5", "/TR" not in state and "/HTP" not in state and state.get("/TR2", Name.Default)
                 == Name.Default, "transfer functions")
        self.ask("A 6.2.10", state.get("/BM", Name.Normal) in [Name("/" + n) for n in (
            "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight"
            " SoftLight Difference Exclusion Hue Saturation Color Luminosity").split()], "blend mode")
        self.ask("A 6.2.6", str(state.get("/RI", "/Perceptual")) in INTENTS, "intent of a state")
        self.ask("A 6.2.5", "/HT" not in state, "halftones")

"""What hOCR and ALTO have to be. The rules are those of hOCR 1.2 and of the ALTO 4.4 schema as far as
vanthu writes them: which element stands in which, with which attributes, of which values."""

import re
import xml.etree.ElementTree as ElementTree

ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def number(text):
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def share(text):
    return number(text) and 0 <= float(text) <= 1


def identity(text):
    return re.fullmatch(r"[A-Za-z_][\w.-]*", text) is not None


def styles(text):
    return set(text.split()) <= {"bold", "italics", "subscript", "superscript", "smallcaps", "underline"}


def anything(_):
    return True


PLACE = {"HPOS": number, "VPOS": number, "WIDTH": number, "HEIGHT": number}

# Element: (children in their order, "+" one or more, "*" any number, "?" at most one, "|" either;
# attributes; those that must be there).
ALTO_RULES = {
    "alto": ("Description? Layout", {"SCHEMAVERSION": anything}, set()),
    "Description": ("MeasurementUnit sourceImageInformation? Processing*", {}, set()),
    "MeasurementUnit": ("", {}, set()),
    "sourceImageInformation": ("fileName?", {}, set()),
    "fileName": ("", {}, set()),
    "Processing": ("processingCategory? processingSoftware?", {"ID": identity}, {"ID"}),
    "processingCategory": ("", {}, set()),
    "processingSoftware": ("softwareName? softwareVersion?", {}, set()),
    "softwareName": ("", {}, set()),
    "softwareVersion": ("", {}, set()),
    "Layout": ("Page+", {}, set()),
    "Page": ("PrintSpace?", {"ID": identity, "PHYSICAL_IMG_NR": number, "WIDTH": number, "HEIGHT": number,
                             "PC": share, "ROTATION": number, "QUALITY": lambda q: q in ("OK", "Damaged"),
                             "LANG": anything, "PROCESSINGREFS": anything}, {"ID", "PHYSICAL_IMG_NR"}),
    "PrintSpace": ("TextBlock*", {"ID": identity, **PLACE}, set()),
    "TextBlock": ("TextLine+", {"ID": identity, **PLACE}, {"ID"}),
    "TextLine": ("(String|SP)+", {"ID": identity, **PLACE}, set(PLACE)),
    "String": ("ALTERNATIVE*", {"ID": identity, "CONTENT": anything, "WC": share, "STYLE": styles, **PLACE},
               {"CONTENT", "WC", *PLACE}),
    "ALTERNATIVE": ("", {"PURPOSE": anything}, set()),
    "SP": ("", PLACE, set()),
}


def children_fit(form, names):
    pattern = "".join(f"(?:{part[:-1]} ){part[-1]}" if part[-1] in "?*+" else f"{part} "
                      for part in form.split())
    return re.fullmatch(pattern, "".join(name + " " for name in names)) is not None


def inside(inner, outer):
    """Whether one place of ALTO lies in another, a pixel of rounding allowed."""
    x, y, w, h = (float(inner.get(key)) for key in PLACE)
    left, top, width, height = (float(outer.get(key, 0)) for key in PLACE)
    return x >= left - 1 and y >= top - 1 and x + w <= left + width + 1 and y + h <= top + height + 1


def check_alto(text):
    """The root, after every rule has been held against every element."""
    root = ElementTree.fromstring(text)
    seen = set()
    for element in root.iter():
        assert element.tag.startswith(ALTO), element.tag
        name = element.tag[len(ALTO):]
        assert name in ALTO_RULES, f"<{name}> is no element of ALTO that is written"
        form, attributes, needed = ALTO_RULES[name]
        children = [child.tag[len(ALTO):] for child in element]
        assert children_fit(form, children), f"<{name}> holds {children}"
        for key, value in element.attrib.items():
            if key.startswith("{http://www.w3.org/2001/XMLSchema-instance}"):
                continue
            assert key in attributes and attributes[key](value), f'<{name} {key}="{value}">'
        assert needed <= set(element.attrib), f"<{name}> lacks {needed - set(element.attrib)}"
        if "ID" in element.attrib:
            assert element.get("ID") not in seen, f'two elements have the ID {element.get("ID")}'
            seen.add(element.get("ID"))
    assert root.find(f"{ALTO}Description/{ALTO}MeasurementUnit").text in ("pixel", "mm10", "inch1200")
    for page in root.iter(ALTO + "Page"):
        for line in page.iter(ALTO + "TextLine"):
            assert inside(line, page), f'{line.get("ID")} lies off the page'
        for reference in page.get("PROCESSINGREFS", "").split():
            assert reference in seen, reference
    return root


def alto_words(root):
    return [string.get("CONTENT") for string in root.iter(ALTO + "String")]


def properties(element):
    """The title of an hOCR element: {property: words}."""
    parts = [part.split(None, 1) for part in element.get("title", "").split("; ")]
    return {part[0]: part[1] if len(part) > 1 else "" for part in parts if part}


# Class: (its element, the class it stands in, properties that must be there).
HOCR_CLASSES = {
    "ocr_page": ("div", None, {"image", "bbox", "ppageno"}),
    "ocr_carea": ("div", "ocr_page", {"bbox"}),
    "ocr_par": ("p", "ocr_carea", {"bbox"}),
    "ocr_line": ("span", "ocr_par", {"bbox"}),
    "ocrx_word": ("span", "ocr_line", {"bbox", "x_wconf"}),
}


def check_hocr(text):
    root = ElementTree.fromstring(text)
    assert root.tag == XHTML + "html", root.tag
    metas = {meta.get("name"): meta.get("content") for meta in root.iter(XHTML + "meta")}
    assert metas.get("ocr-system") and metas.get("ocr-langs") == "vi", metas
    offered = set(metas["ocr-capabilities"].split())
    up = {child: parent for parent in root.iter() for child in parent}
    seen, boxes = set(), {}
    for element in root.iter():
        kind = element.get("class")
        if kind is None:
            continue
        assert kind in HOCR_CLASSES and kind in offered, kind
        name, parent_kind, needed = HOCR_CLASSES[kind]
        assert element.tag == XHTML + name, (kind, element.tag)
        assert parent_kind is None or up[element].get("class") == parent_kind, kind
        assert element.get("id") not in seen, element.get("id")
        seen.add(element.get("id"))
        said = properties(element)
        assert needed <= set(said), (kind, said)
        box = [int(n) for n in said["bbox"].split()]
        assert len(box) == 4 and 0 <= box[0] < box[2] and 0 <= box[1] < box[3], (kind, box)
        boxes[element] = box
        if parent_kind:
            page = element
            while page.get("class") != "ocr_page":
                page = up[page]
            assert box[2] <= boxes[page][2] and box[3] <= boxes[page][3], (kind, box)
        if "x_wconf" in said:
            assert 0 <= float(said["x_wconf"]) <= 100, said
        if "baseline" in said:
            slope, offset = said["baseline"].split()
            assert number(slope) and number(offset) and abs(float(slope)) < 0.3, said["baseline"]
    assert len(list(root.iter(XHTML + "body"))) == 1
    return root


def hocr_words(root):
    return ["".join(element.itertext()) for element in root.iter(XHTML + "span")
            if element.get("class") == "ocrx_word"]

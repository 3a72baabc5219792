"""Makes a PDF of pages that say one line each: pages.py OUT.pdf LINE …

An empty line makes a blank page, a line between two * bars of Code 39 that nothing is printed with."""
import sys

# Bars and gaps in turn, w for a wide one (ISO/IEC 16388, table 1).
CODE_39 = {"*": "nwnnwnwnn", "P": "nnwnwnnwn", "A": "wnnnnwnnw", "T": "nnnnwnwwn", "C": "wnwnnwnnn", "H": "wnnnnwwnn",
           "-": "nwnnnnwnw", "0": "nnnwwnwnn", "1": "wnnwnnnnw", "2": "nnwwnnnnw", "4": "nnnwwnnnw"}


def bars(text):
    x, drawn = 120, []
    for sign in text:
        for place, element in enumerate(CODE_39[sign] + "n"):
            width = 3.6 if element == "w" else 1.4
            if place % 2 == 0:
                drawn.append(f"{x:.1f} 600 {width} 80 re f")
            x += width
    return "\n".join(drawn)


def main(out, lines):
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None,
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for line in lines:
        if line.startswith("*"):
            content = bars(line)
        else:
            content = f"BT /F1 24 Tf 72 700 Td ({line}) Tj ET" if line else ""
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
                       f"{len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    body += (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
             f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n")
    with open(out, "wb") as file:
        file.write(body.encode("ascii"))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

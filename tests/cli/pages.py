"""Makes a PDF of pages that say one line each; an empty line makes a blank page: pages.py OUT.pdf LINE …"""
import sys


def main(out, lines):
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None,
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for line in lines:
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

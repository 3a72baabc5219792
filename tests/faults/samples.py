"""Files that are wrong in one way each, and scans made without any library: a page of small dark
boxes looks enough like print for OCR to work on it."""

import random
import struct
import zipfile
import zlib


def _chunk(kind, data):
    return (struct.pack(">I", len(data)) + kind + data
            + struct.pack(">I", zlib.crc32(kind + data)))


def png(width, height, rows, depth=8):
    """A grey PNG of `rows`, an iterable of bytes."""
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(b"\0" + row) for row in rows) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    dots_a_metre = struct.pack(">IIB", 5906, 5906, 1)  # 150 dpi
    return (b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"pHYs", dots_a_metre)
            + _chunk(b"IDAT", data) + _chunk(b"IEND", b""))


def scan_rows(seed, width=1240, height=1754, lines=20):
    """Grey rows of an A4 page at 150 dpi with lines of boxes the size of letters."""
    chance = random.Random(seed)
    page = [bytearray(b"\xff" * width) for _ in range(height)]
    for line in range(lines):
        top = 120 + line * (height - 240) // lines
        left = 130
        while left < width - 180:
            size = chance.randint(8, 14)
            for y in range(top, top + 18):
                page[y][left:left + 3] = b"\0" * 3
                if y in (top, top + 1, top + 16, top + 17):
                    page[y][left:left + size] = b"\0" * size
            left += size + chance.choice((4, 4, 4, 4, 16))
    return [bytes(row) for row in page]


def scan_png(seed, lines=20):
    return png(1240, 1754, scan_rows(seed, lines=lines))


def huge_png():
    """60,000 x 60,000 pixels of one bit, whole and valid: 450 MB unpacked."""
    row = b"\xff" * 7500
    return png(60000, 60000, (row for _ in range(60000)), depth=1)


def pdf(pages, encrypted=False):
    """A PDF of one grey picture a page, each a list of rows."""
    objects = []
    count = len(pages)
    kids = " ".join(f"{3 + 3 * i} 0 R" for i in range(count))
    objects.append(b"<</Type/Catalog/Pages 2 0 R>>")
    objects.append(f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode())
    for i, rows in enumerate(pages):
        image = zlib.compress(b"".join(rows), 1)
        drawing = b"q 595 0 0 842 0 0 cm /I Do Q"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + 3 * i} 0 R"
            f"/Resources<</XObject<</I {5 + 3 * i} 0 R>>>>>>".encode())
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing))
        objects.append(
            b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
            b"/BitsPerComponent 8/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
            % (len(rows[0]), len(rows), len(image), image))
    out = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b""
    if encrypted:
        # A user key that belongs to no password that anybody would guess.
        key = b"<" + b"5a" * 32 + b">"
        lock = (b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O " + key
                + b"/U " + key + b">>")
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, lock, start)
    return out


def text_pdf(text, catalog=b"", more=()):
    """A PDF of one page with a line of text. catalog: entries of the catalog; more: bodies of further
    objects, numbered from 6."""
    drawing = b"BT /F 12 Tf 72 700 Td (" + text + b") Tj ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
               b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
               b"/Resources<</Font<</F 5 0 R>>>>>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", *more]
    out = [b"%PDF-1.5\n"]
    places, at = [], len(out[0])
    for number, body in enumerate(objects, 1):
        places.append(at)
        out.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        at += len(out[-1])
    out.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.extend(b"%010d 00000 n \n" % place for place in places)
    out.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, at))
    return b"".join(out)


def zip_bomb(path):
    """400 MB of nothing in 400 KB."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        with bomb.open("nothing.txt", "w") as member:
            for _ in range(400):
                member.write(bytes(1 << 20))


def letter(number):
    """A short letter as text, no two alike."""
    return f"""UBND TỈNH AN PHÚ
SỞ NGOẠI VỤ
Số: {number}/SNgV-LS
V/v đoàn công tác số {number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Phú, ngày {number % 28 + 1} tháng {number % 12 + 1} năm 2021

Kính gửi: Ủy ban nhân dân tỉnh An Phú

Sở Ngoại vụ báo cáo về đoàn công tác số {number} đi tỉnh Champasak./.

GIÁM ĐỐC

Trần Văn Minh
"""


def word_97(mark):
    """What passes for a .doc by its first bytes; `mark` tells the converter of the tests what to do."""
    def entry(name, child):
        name = name.encode("utf-16-le")
        return struct.pack("<64sHBB3I", name, len(name) + 2, 2, 1, 0xFFFFFFFF, 0xFFFFFFFF, child).ljust(128, b"\0")

    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + b"\x09".ljust(482, b"\0")
    directory = entry("Root Entry", 1) + entry("WordDocument", 0xFFFFFFFF)
    return head + directory.ljust(512, b"\0") + mark.encode() + bytes(512)


# In place of LibreOffice: hangs or dies on a file that says so, and makes letters of the others.
CONVERTER = '''#!/usr/bin/env python3
import os, signal, sys, time, zipfile
words = sys.argv[1:]
at = words.index("--outdir")
for file in words[at + 2:]:
    mark = open(file, "rb").read()
    if b"<hangs>" in mark: time.sleep(600)
    if b"<dies>" in mark: os.kill(os.getpid(), signal.SIGKILL)
    if b"<bad>" in mark: continue
    number = mark.split(b"<")[1].split(b">")[0].decode()
    os.makedirs(words[at + 1], exist_ok=True)
    name = os.path.basename(file).replace(".doc", ".docx")
    with zipfile.ZipFile(os.path.join(words[at + 1], name), "w") as made:
        made.writestr("word/document.xml", '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>S\\u1ed1: '
                      + number + '/SNgV-LS</w:t></w:r></w:p></w:body></w:document>')
'''

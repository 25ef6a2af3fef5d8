#!/usr/bin/env python3
"""Hostile files, made anew each time: make.py FOLDER

Bombs, lies, cycles, truncated and encrypted files of every format that is
read.  Prints how many it wrote.
"""
import os
import struct
import sys
import zipfile
import zlib

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
count = 0


def write(name, data):
    global count
    count += 1
    with open(os.path.join(folder, name), "wb") as out:
        out.write(data if isinstance(data, bytes) else data.encode())


def zipped(name, parts, compress=zipfile.ZIP_DEFLATED, patch=None):
    path = os.path.join(folder, name)
    with zipfile.ZipFile(path, "w", compress) as z:
        for part, data in parts:
            z.writestr(part, data)
    data = open(path, "rb").read()
    os.remove(path)
    write(name, patch(data) if patch else data)


TYPES = ("[Content_Types].xml", "<Types/>")
W = '<w:document xmlns:w="w"><w:body>%s</w:body></w:document>'
P = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"


def docx(name, body, more=(), **how):
    zipped(name, [TYPES, ("word/document.xml", body), *more], **how)


def pdf(objects, trailer=b"<</Root 1 0 R>>", head=b"%PDF-1.4\n", xref=True):
    out, places = bytearray(head), []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % i + body + b"\nendobj\n"
    start = len(out)
    if xref:
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        for at in places:
            out += b"%010d 00000 n \n" % at
    out += b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def stream(data, more=b""):
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def page(content, box=b"[0 0 595 842]", extra=b""):
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox" + box +
                b"/Contents 4 0 R/Resources<</Font<</F 5 0 R>>" + extra + b">>>>",
                content,
                b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"])


TEXT = b"BT /F 12 Tf 60 700 Td (Quyet dinh so 5) Tj ET"


def bombs():
    zeros = bytes(64 << 20)
    docx("bomb-ratio.docx", zeros)
    zipped("bomb-many.docx", [TYPES] + [("word/document.xml", zeros)] +
           [("word/footnotes.xml", zeros), ("word/endnotes.xml", zeros),
            ("word/styles.xml", zeros), ("word/numbering.xml", zeros)])
    docx("bomb-text.docx", W % (P % ("a " * (40 << 20))))
    zipped("bomb-entries.docx", [TYPES] + [("p/%d" % i, "") for i in range(66000)],
           zipfile.ZIP_STORED)
    laughs = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
        "<!ENTITY %s '%s'>" % (chr(98 + i), ("&%s;" % chr(97 + i)) * 10)
        for i in range(10)) + "]>"
    docx("xml-laughs.docx", laughs + W % (P % "&k;"))
    zipped("xml-laughs.odt", [("mimetype", "x"), ("content.xml",
           laughs + "<a><body><p>&k;</p></body></a>")])
    zipped("xml-laughs.xlsx", [TYPES, ("xl/workbook.xml", laughs + "<w>&k;</w>")])
    docx("xml-external.docx",
         "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + W % (P % "&a;"))
    docx("xml-deep.docx", "<a>" * 1000000)
    docx("xml-deep-tables.docx", W % ("<w:tbl><w:tr><w:tc>" * 60 + P % "x" +
         "</w:tc></w:tr></w:tbl>" * 60))
    docx("xml-attributes.docx", "<a " + " ".join(
        "a%d='x'" % i for i in range(200000)) + "/>")
    docx("xml-long-name.docx", "<" + "a" * (8 << 20) + "/>")
    docx("xml-paragraphs.docx", W % ("<w:p/>" * 3000000))
    zipped("rows.xlsx", [TYPES, ("xl/worksheets/sheet1.xml", "<s>" +
           "<row><c><v>1</v></c></row>" * 2000000 + "</s>")])
    zipped("strings.xlsx", [TYPES, ("xl/sharedStrings.xml",
           "<s>" + "<si><t>x</t></si>" * 2000000 + "</s>"),
           ("xl/worksheets/sheet1.xml", "<s><row><c t='s'><v>99999999999</v></c></row></s>")])


def lies():
    body = W % (P % "Điều 1")
    docx("zip-truncated.docx", body, patch=lambda d: d[: len(d) // 2])
    docx("zip-no-end.docx", body, patch=lambda d: d[:-30])
    docx("zip-size-lie.docx", body, patch=lambda d: d.replace(
        struct.pack("<I", len(body.encode())), b"\xff\xff\xff\xff"))
    docx("zip-crc.docx", body, patch=lambda d: d.replace(
        struct.pack("<I", zlib.crc32(body.encode())), b"abcd"))
    docx("zip-encrypted.docx", body, patch=lambda d: d.replace(
        b"PK\x03\x04\x14\0\0\0", b"PK\x03\x04\x14\0\1\0").replace(
        b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"))
    docx("zip-method.docx", body, patch=lambda d: d.replace(
        b"PK\x01\x02\x14\x03\x14\0\0\0\x08\0", b"PK\x01\x02\x14\x03\x14\0\0\0\x61\0"))
    zipped("zip-path.docx", [TYPES, ("../../../../tmp/tracuu-hostile", "x"),
           ("/etc/tracuu-hostile", "x"), ("word/document.xml", body)])
    zipped("zip-twice.docx", [TYPES, ("word/document.xml", body),
           ("word/document.xml", "<x>")])
    zipped("zip-no-body.docx", [TYPES, ("word/other.xml", body)])
    zipped("epub-cycle.epub", [("mimetype", "x"), ("META-INF/container.xml",
           "<c><rootfile full-path='META-INF/container.xml'/></c>")])
    zipped("epub-outside.epub", [("mimetype", "x"), ("META-INF/container.xml",
           "<c><rootfile full-path='../../etc/passwd'/></c>")])
    zipped("epub-spine.epub", [("mimetype", "x"), ("META-INF/container.xml",
           "<c><rootfile full-path='p.opf'/></c>"), ("p.opf",
           "<p><item id='a' href='a.html'/>" + "<itemref idref='a'/>" * 100000 +
           "</p>"), ("a.html", "<p>" + "x " * 100000)])
    zipped("odt-encrypted.odt", [("mimetype", "x"), ("content.xml", os.urandom(999)),
           ("META-INF/manifest.xml", "<m><encryption-data/></m>")])
    zipped("slides.pptx", [TYPES] + [("ppt/slides/slide%d.xml" % i, "<s>")
           for i in range(2000)])
    docx("numbers-cycle.docx", W % ("<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr>"
         "<w:r><w:t>x</w:t></w:r></w:p>"), more=[("word/styles.xml",
         "<s xmlns:w='w'><w:style w:styleId='a'><w:basedOn w:val='b'/></w:style>"
         "<w:style w:styleId='b'><w:basedOn w:val='a'/></w:style></s>")])
    docx("numbers-far.docx", W % ("<w:p><w:pPr><w:numPr><w:ilvl w:val='-9'/>"
         "<w:numId w:val='99999999999999'/></w:numPr></w:pPr></w:p>" + P % "chữ"))


def pdfs():
    write("pdf-text.pdf", page(stream(TEXT)))
    write("pdf-empty.pdf", b"%PDF-1.4\n")
    write("pdf-no-xref.pdf", pdf([b"<</Type/Catalog>>"], xref=False))
    write("pdf-cut.pdf", page(stream(TEXT * 100))[:700])
    write("pdf-cycle.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>",
          b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]))
    write("pdf-count.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>",
          b"<</Type/Pages/Kids[]/Count 1000000000>>"]))
    write("pdf-box.pdf", page(stream(TEXT), b"[0 0 1e9 1e9]"))
    write("pdf-box-none.pdf", page(stream(TEXT), b"[0 0 0 0]"))
    write("pdf-nested.pdf", page(stream(b"[" * 100000 + TEXT)))
    write("pdf-flate-bomb.pdf", page(stream(zlib.compress(
          b"BT /F 12 Tf (x) Tj ET\n" * 3000000, 9), b"/Filter/FlateDecode")))
    write("pdf-form-cycle.pdf", page(stream(b"/X Do"),
          extra=b"/XObject<</X 4 0 R>>"))
    write("pdf-encrypted.pdf", page(stream(TEXT)).replace(b"<</Root 1 0 R>>",
          b"<</Root 1 0 R/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O(" +
          b"x" * 32 + b")/U(" + b"y" * 32 + b")>>>>"))
    write("pdf-xref-loop.pdf", pdf([b"<</Type/Catalog>>"],
          b"<</Root 1 0 R/Prev 60>>"))
    write("pdf-font-none.pdf", page(stream(b"BT /G 12 Tf (abc) Tj ET" * 1000)))
    write("pdf-image.pdf", page(stream(b"/I Do"), extra=b"/XObject<</I<<"
          b"/Subtype/Image/Width 99999999/Height 99999999>>>>"))
    write("pdf-noise.pdf", b"%PDF-1.7\n" + os.urandom(200000))
    write("pdf-letters.pdf", page(stream(
          b"".join(b"BT /F 1 Tf %d %d Td (x) Tj ET\n" % (i % 590, i % 840)
                   for i in range(200000)))))


def others():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack(
        "<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6) + struct.pack(
        "<IIIIIIII", 0, 1, 1, 0, 4096, 0, 0, 0)
    names = [("word", "WordDocument"), ("excel", "Workbook"),
             ("slides", "PowerPoint Document"), ("locked", "EncryptedPackage")]
    for name, entry in names:
        head = ole.ljust(512, b"\xff")
        body = entry.encode("utf-16-le").ljust(128, b"\0") * 4
        write("ole-%s.doc" % name, head + b"\0" * 512 + body)
        write("ole-%s-loop.doc" % name, head + struct.pack("<I", 0) * 128 + body * 50)
        write("ole-%s-noise.doc" % name, head + body * 2 + os.urandom(100000) + body)
    write("ole-short.doc", ole[:20])
    write("rtf-deep.rtf", b"{\\rtf1" + b"{" * 3000000)
    write("rtf-close.rtf", b"{\\rtf1 a" + b"}" * 3000000)
    write("rtf-bin.rtf", b"{\\rtf1 \\bin99999999999 x}")
    write("rtf-numbers.rtf", b"{\\rtf1" + b"\\u-99999999999?\\f99999\\uc99999 " * 99999 + b"}")
    write("rtf-rows.rtf", b"{\\rtf1" + b"\\trowd\\intbl\\cell" * 500000 + b"}")
    write("rtf-cut.rtf", b"{\\rtf1{\\fonttbl{\\f0 .Vn")
    write("html-open.html", "<div>" * 2000000)
    write("html-line.html", "x" * (32 << 20))
    write("html-attributes.html", "<p " + "a=b " * 3000000)
    write("html-entities.html", "&#" * 5000000)
    boundary = "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
    write("eml-deep.eml", boundary * 20000)
    write("eml-parts.eml", boundary + "--B\n\nx\n" * 500000)
    write("eml-head.eml", "Subject: x\nFrom: y\n" + " x\n" * 3000000)
    write("eml-base64.eml", "Subject: x\nFrom: y\nContent-Transfer-Encoding: base64\n\n" +
          "A" * (20 << 20))
    write("eml-words.eml", "Subject: " + "=?utf-8?b?" * 200000 + "\nFrom: y\n\nx")
    write("text-nul.txt", bytes(1 << 20))
    write("text-noise.txt", os.urandom(1 << 20))
    write("text-surrogates.txt", b"\xff\xfe" + b"\x00\xd8" * 500000)
    write("text-marks.txt", "e" + "\u0301" * 2000000)
    write("text-line.txt", "Điều 1 " * 4000000)


bombs()
lies()
pdfs()
others()
print(count)

# Rows as workbooks: numbers as numbers, days as days, columns in the reader's language.
vanthu import -q "$LETTERS" "$LETTERS/../plans/ke-hoach.txt"
vanthu delegations --format xlsx
echo $?
vanthu delegations --format xlsx --out no/such/folder.xlsx
echo $?
export VANTHU_LANG=vi
for command in delegations conferences figures partners deadlines reconcile export 'search an phu' 'cite 35/KH-UBND' \
    'delegations --sum year'; do
  name=${command%% *}
  vanthu $command --format xlsx --out "$name.xlsx" && echo "$command"
  cat > read.py <<'PYTHON'
import sys, zipfile
import xml.etree.ElementTree as xml
ns = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
book = zipfile.ZipFile(sys.argv[1])
shared = ["".join(t.text or "" for t in s.iter("{%s}t" % ns["m"]))
          for s in xml.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", ns)]
rows = []
for row in xml.fromstring(book.read("xl/worksheets/sheet1.xml")).findall(".//m:row", ns):
    cells = []
    for cell in row.findall("m:c", ns):
        value = cell.find("m:v", ns)
        if value is not None:
            cells.append(repr(shared[int(value.text)]) if cell.get("t") == "s" else value.text)
    rows.append(" | ".join(cells))
print(*[row for row in rows if row][:4], sep="\n")
PYTHON
  python3 read.py "$name.xlsx"
done

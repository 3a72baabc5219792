# Letters in one PDF are parted where one begins after the other's foot and at separator sheets, which may bear nothing
# but bars; blank pages are left out. Pages keep their numbers.
corpus="$LETTERS/../../../corpus/letters"
"$(dirname "$(command -v vanthu)")/corpus/corpus_print" --out . --forms pdf "$corpus"/0[12]-*.letter \
  "$corpus"/07-*.letter > /dev/null 2>&1
python3 "$LETTERS/../pages.py" sheets.pdf PATCHT '' 'Trang mot' 'PATCH T'
qpdf --empty --pages pdf/01*.pdf pdf/02*.pdf pdf/07*.pdf -- three.pdf
qpdf --empty --pages sheets.pdf 1 pdf/01*.pdf sheets.pdf 2,4,3,1 -- sorted.pdf
python3 "$LETTERS/../pages.py" bars.pdf '*PATCHT*' '*2024-014*'
qpdf --empty --pages bars.pdf 1 pdf/01*.pdf bars.pdf 2 pdf/02*.pdf -- barred.pdf
vanthu extract three.pdf sorted.pdf barred.pdf > letters.jsonl
python3 - <<'P'
import json
for line in open("letters.jsonl"):
    letter = json.loads(line)
    source, codes = letter["source"], ("letter_begins", "separator_sheet", "blank_page")
    print(source["name"], f"{source['letter']}/{source['letters']}",
          [page["page"] for page in letter["pages"]], (letter["number"] or {}).get("normalized"),
          [(d["code"], d["page"], d["message"].partition(": ")[2]) for d in letter["diagnostics"] if d["code"] in codes])
P
vanthu import three.pdf
vanthu reextract
vanthu extract --format text three.pdf | grep -c 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'

# One scan of several letters: each is a letter of its own, with the pages of the file.
cat "$LETTERS/cong-van.txt" > two.txt
printf '\f' >> two.txt
cat "$LETTERS/bao-cao.txt" >> two.txt
printf '%s\n\fPATCHT\n\f%s\n' 'Trang thứ nhất' 'Trang thứ hai' > parted.txt
vanthu extract two.txt parted.txt > letters.jsonl
python3 - <<'P'
import json
for line in open("letters.jsonl"):
    letter = json.loads(line)
    source = letter["source"]
    print(source["name"], source["letter"], source["letters"], [p["page"] if "page" in p else p["number"] for p in letter["pages"]],
          (letter["number"] or {}).get("raw"),
          [(d["code"], d["page"]) for d in letter["diagnostics"] if d["code"] in ("letter_begins", "separator_sheet")])
P
vanthu import -q two.txt
vanthu search --format csv 'bao cao' | cut -d, -f1,2,3
vanthu reextract

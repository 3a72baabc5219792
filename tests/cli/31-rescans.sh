# A paper that was scanned twice: named at import and listed, never merged.
vanthu import -q "$LETTERS/cong-van.txt"
sed 's/tổ chức đoàn/tổ chức các đoàn/; s/^Số: /Số : /' "$LETTERS/cong-van.txt" > ban-quet-2.txt
vanthu import ban-quet-2.txt
VANTHU_LANG=vi vanthu import --mode force ban-quet-2.txt
vanthu rescans
vanthu rescans --format csv | tr -d '\r'
vanthu rescans --format json | python3 -c '
import json, sys
for pair in json.load(sys.stdin):
    print(pair["number"], pair["year"], pair["first"]["id"], pair["second"]["source"],
          [d["field"] for d in pair["differences"]])'

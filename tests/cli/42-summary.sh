# A year of delegations beside the year before: a plan, its amended plan, a report.
vanthu import -q "$LETTERS/../plans/ke-hoach.txt" "$LETTERS/../summary"
vanthu summary --year 2021
vanthu summary --year 2022 --lang vi
vanthu summary --year 2021 --direction out --format csv | tr -d '\r'
vanthu summary --year 2021 --format json | python3 -c '
import json, sys
for row in json.load(sys.stdin)[:1]:
    print(json.dumps(row, ensure_ascii=False))'
vanthu summary --year 2021 --issuer "Hà Giang"
vanthu summary --year 2021 --format xlsx --out 2021.xlsx && python3 -m zipfile -l 2021.xlsx | grep -c sheet1.xml
vanthu summary
echo $?

# The main job in small.
mkdir letters
cp "$LETTERS"/*.txt letters
vanthu import letters
vanthu search 214/SNgV-LS
vanthu search champasak --format json | python3 -c '
import json, sys
for row in json.load(sys.stdin):
    print(row["source"], row["number"], row["issue_date"], row["doc_type"], "<mark>" in row["snippet"])'
vanthu search 'không có gì ở đây' --format json
vanthu show 1 --format json | python3 -c '
import json, sys
print(json.load(sys.stdin)["number"]["normalized"])'
vanthu show 1 --format text | head -3
vanthu show 2 --original copy.txt && cmp copy.txt letters/cong-van.txt && echo same
vanthu show 2 --original copy.txt
echo $?
vanthu show 99
echo $?

# json is the default, one line a letter.
cp "$LETTERS"/*.txt .
vanthu extract cong-van.txt bao-cao.txt > letters
wc -l < letters
python3 - <<'P'
import json
for line in open("letters"):
    letter = json.loads(line)
    date = letter["issue_date"]
    print(letter["source"]["name"], letter["source"]["letter"], letter["source"]["letters"],
          letter["doc_type"]["code"], letter["number"]["normalized"],
          date["year"], date["month"], date["day"], letter["issuer"]["name"], letter["signer"]["name"])
P

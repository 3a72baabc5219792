# What a match is made of, letters like a letter, queries kept under a name.
vanthu import -q "$LETTERS"
vanthu search đoàn --counts
vanthu search đoàn --counts --limit 1 --format json
vanthu search --counts --format csv | head -2 | tr -d '\r'
vanthu show 2 --similar --format json | python3 -c '
import json, sys
for row in json.load(sys.stdin):
    print(row["id"], row["source"], 0 < row["score"] <= 1, row["near"])'
vanthu show 2 --similar --limit 0 --format csv | tr -d '\r'
vanthu search --save 'Đi Lào' champasak --format csv | cut -d, -f1,2 | tr -d '\r'
vanthu search --saved 'đi  lào' --format csv | cut -d, -f1,2 | tr -d '\r'
vanthu search --list-saved --format json | python3 -c '
import json, sys
for row in json.load(sys.stdin): print(row["name"], row["query"])'
vanthu search --forget 'đi lào'
vanthu search --list-saved --format json
for wrong in '--saved không_có' '--forget không_có' '--save tên' '' '--saved a b' '--list-saved b' '--limit -1 b'; do
  vanthu search $wrong
  echo "search $wrong: $?"
done
vanthu show 2 --similar --format text
echo $?
vanthu show 99 --similar
echo $?

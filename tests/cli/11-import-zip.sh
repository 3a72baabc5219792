# What is in a ZIP is named PATH!MEMBER.
mkdir -p in/thư
cp "$LETTERS/cong-van.txt" "in/thư/công văn.txt"
cp "$LETTERS/bao-cao.txt" in/b.txt
: > in/empty.txt
(cd in && python3 -m zipfile -c ../all.zip b.txt empty.txt thư)
vanthu import all.zip --format jsonl
echo $?
vanthu search Attapeu --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["source"])'
ls archive

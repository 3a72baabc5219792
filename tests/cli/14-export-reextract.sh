# All letters out; the same rules change nothing.
vanthu import -q "$LETTERS"
vanthu export --format csv | cut -d, -f1-5 | tr -d '\r'
vanthu export --out all.jsonl
wc -l < all.jsonl
vanthu reextract --format csv | tr -d '\r'
vanthu export | cmp - all.jsonl && echo same
vanthu export --out /none/all.jsonl
echo $?

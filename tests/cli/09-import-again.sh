# The same bytes are taken once, under whatever name.
mkdir letters
cp "$LETTERS/cong-van.txt" letters/a.txt
vanthu import letters -q
cp letters/a.txt letters/b.txt
vanthu import letters
vanthu import --mode force letters/a.txt
vanthu export | wc -l
find archive/originals -type f | wc -l

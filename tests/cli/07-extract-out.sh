# Many files, each to a file of its own; equal names of different folders stay apart.
mkdir -p a/b
cp "$LETTERS/cong-van.txt" a/thư.txt
cp "$LETTERS/bao-cao.txt" a/b/thư.txt
vanthu extract --format text --out texts a
vanthu extract --out jsons a -q
ls texts jsons
head -2 texts/thư.txt
vanthu extract --format csv --out texts a
echo $?

# Files go out of the way once the archive holds them; what failed stays, and nothing is written over.
mkdir -p in/2021 done/in
cp "$LETTERS/cong-van.txt" in/2021
cp "$LETTERS/bao-cao.txt" in
: > in/empty
python3 -c 'import zipfile
z = zipfile.ZipFile("in/all.zip", "w")
z.write("in/bao-cao.txt", "same.txt")
z.writestr("other.txt", "Số: 5/BC-UBND\n")'
vanthu import -q --move done in
find in done -type f | sort
cp done/bao-cao.txt in
vanthu import --move done in
find in done -type f | sort

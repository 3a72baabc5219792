# A sound archive; one of which a file is broken, one is missing and one belongs to nothing; a broken database.
vanthu import -q "$LETTERS"
vanthu verify
echo $?
cd archive/originals
files=(*/*)
chmod u+w "${files[@]}"
printf x >> "${files[0]}"
rm "${files[1]}"
echo stray > stray
cd ../..
vanthu verify --format csv | tr -d '\r' | sed 's/[0-9a-f]\{62\}/REST/'
vanthu verify -q --format json > damages.json
echo $?
python3 -c 'import json; print([row["reason"] for row in json.load(open("damages.json"))])'
vanthu verify --lang vi > /dev/null
rm archive/archive.db-* 2> /dev/null
printf 'broken to bits' | dd of=archive/archive.db conv=notrunc status=none
vanthu verify
echo $?

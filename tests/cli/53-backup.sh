# Copies of an archive, and an archive of a copy.
vanthu import -q "$LETTERS"
vanthu backup kho2
vanthu import -q "$LETTERS/../plans/ke-hoach.txt"
vanthu rm 1
vanthu backup kho2 --lang vi
vanthu restore kho2
echo $?
vanthu restore kho2 --archive moi
vanthu verify --archive moi
vanthu verify --archive kho2
vanthu search --archive moi 214/SNgV-LS --format csv | cut -d, -f1-2 | tr -d '\r'
vanthu trash --archive moi --format csv | cut -d, -f1,4 | tr -d '\r'
# What is something else is not written over.
mkdir ghi && touch ghi/chu.txt
vanthu backup ghi
echo $?
vanthu backup archive
echo $?
vanthu backup kho3 --archive none
echo $?
vanthu restore none --archive moi2
echo $?
# A broken file is named.
file=$(find kho2/originals -type f | sort | head -1)
printf x >> $file
vanthu restore kho2 --archive moi3 2>&1 | sed 's/[0-9a-f]\{62\}/REST/'
ls moi3/archive.db

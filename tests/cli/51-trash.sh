# Letters go to the trash and come back; an import is taken back; what is emptied is gone.
export VANTHU_USER=lan
cp -r "$LETTERS" in
vanthu import in
vanthu import --list-runs --format json | python3 -c '
import json, sys
for run in json.load(sys.stdin):
    print(run["run"], run["letters"], run["summary"])'
vanthu rm 1
vanthu search 'báo cáo' --format csv | cut -d, -f1-2 | tr -d '\r'
vanthu show 1
echo $?
vanthu trash --format csv | cut -d, -f1,3- | tr -d '\r'
vanthu import in/bao-cao.txt 2>&1 | sed 's/[0-9]*-[0-9]*-[0-9]*;/DAY;/'
vanthu import --lang vi --mode force in 2>&1 | sed 's/[0-9]*-[0-9]*-[0-9]*;/DAY;/'
vanthu import --dry-run in 2>&1 | sed 's/[0-9]*-[0-9]*-[0-9]*;/DAY;/'
vanthu trash --restore 1
vanthu search 87/BC-UBND --format csv | cut -d, -f1-2 | tr -d '\r'
vanthu import --undo 1
vanthu search 'báo cáo'
vanthu trash --empty
vanthu trash --empty --older-than 0 --lang vi
vanthu trash
find archive/originals -type f | wc -l
vanthu verify
vanthu import in
vanthu log --format csv | cut -d, -f3- | tr -d '\r'
# What cannot be.
vanthu rm 9
echo $?
vanthu trash --restore 9
echo $?
vanthu trash --older-than 3
echo $?
vanthu import --undo 99
echo $?
vanthu import
echo $?

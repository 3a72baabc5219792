# What an import did, as JSON and as a page; written as well where files failed.
mkdir in
cp "$LETTERS"/*.txt in
printf 'Xin chào.\n' > in/no-letter.txt
: > in/empty
cp in/bao-cao.txt in/same.txt
vanthu import -q --report report.json in
echo $?
python3 - <<'P'
import json
report = json.load(open("report.json"))
print(report["status"], report["files"], report["letters"], report["pages"])
for row in report["failed"] + report["skipped"]:
    print(row)
for row in report["doubtful"]:
    print(row["file"], row["id"], [(d["code"], d["field"]) for d in row["doubts"]])
P
rm -r archive
vanthu --lang vi import -q --report report.html in
grep -o '<h1>.*</h1>\|<html[^>]*>\|<b>[0-9]*</b>[^<]*' report.html
grep -c 'http' report.html

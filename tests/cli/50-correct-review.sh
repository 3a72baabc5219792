# What a person puts right stays, is found and shown, and can be taken back; what is doubtful comes first.
export VANTHU_USER=lan
mkdir in
sed 's/^GIÁM ĐỐC$//; s/^Trần Văn Minh$//' "$LETTERS/cong-van.txt" > in/thieu.txt
cp "$LETTERS/bao-cao.txt" in
vanthu import -q in
vanthu review
vanthu review --format json | python3 -c '
import json, sys
for row in json.load(sys.stdin):
    print(row["letter_id"], row["score"], row["missing"])'
id=$(vanthu search 214/SNgV-LS --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')
vanthu correct $id signer 'Trần Văn Minh'
vanthu correct $id issue_date 13/4/2021
vanthu correct $id subject 'tổ chức đoàn đi Attapeu' --lang vi
vanthu correct $id subject 'tổ chức đoàn đi Attapeu'
vanthu search 'nguoiky:minh ngay:2021-04-13' --format csv | cut -d, -f1-3 | tr -d '\r'
vanthu import -q --mode force in
vanthu reextract
vanthu show $id --format json | python3 -c '
import json, sys
letter = json.load(sys.stdin)
letter = letter.get("letter", letter)
for field in "subject", "signer", "issue_date":
    value = letter[field]
    print(field, value.get("value") or value.get("name") or value.get("day"), value["rule"], value["score"], value["raw"])'
vanthu review --below 0.5
vanthu correct $id subject --undo
vanthu correct $id urgency ''
vanthu log --format csv | cut -d, -f3- | tr -d '\r'
# What cannot be.
vanthu correct $id issue_date 31/2/2021
echo $?
vanthu correct $id màu đỏ
echo $?
vanthu correct $id place --undo
echo $?
vanthu correct $id place
echo $?
vanthu correct 99 place Huế
echo $?

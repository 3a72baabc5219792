# What came in: numbers of arrival, due dates, what answers it; who entered what.
export VANTHU_USER=lan VANTHU_OFFICE='Sở Ngoại vụ tỉnh An Phú; Ủy ban nhân dân tỉnh An Phú'
vanthu import -q "$LETTERS" "$LETTERS/../plans/ke-hoach.txt"
mkdir hoi
cat > hoi/hoi.txt <<'T'
BỘ NGOẠI GIAO
Số: 1523/BNG-CNV
V/v báo cáo công tác đối ngoại

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 02 tháng 6 năm 2021

Kính gửi: Ủy ban nhân dân tỉnh An Phú

Đề nghị quý Ủy ban báo cáo kết quả công tác đối ngoại 6 tháng đầu năm.

Nơi nhận:
- Như trên;
- Lưu: VT.

BỘ TRƯỞNG
Phạm Văn Hải
T
sed 's/1523/1600/; s/02 tháng 6/05 tháng 6/' hoi/hoi.txt > hoi/hoi2.txt
vanthu import -q hoi
id=$(vanthu search 1523/BNG-CNV --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')
other=$(vanthu search 1600/BNG-CNV --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')
echo $id $other
vanthu arrive $id --number 41 --date 2021-06-04 --to 'Phòng Tổng hợp' --due 30/6/2021
vanthu arrive $other --number 41 --date 2021-06-08
echo $?
vanthu arrive $other --next --date 2021-06-08 --due 2021-06-20
vanthu arrive $other --lang vi --next
vanthu incoming
vanthu incoming --overdue --format csv | tr -d '\r'
vanthu incoming --open --year 2021 --format json
vanthu show $id | grep -E '^(direction|arrival|unit|due|state|answered)'
vanthu answer $other --none
vanthu incoming --open
vanthu answer $other 1
vanthu incoming --format csv | cut -d, -f1,2,10- | tr -d '\r'
vanthu answer $other --undo
vanthu answer $other
echo $?
# Wrong days and numbers.
for words in "--due 31/2/2021" "--date 2021" "--number mười" ""; do
  vanthu arrive $id $words
  echo "$words: $?"
done
vanthu arrive 99 --number 1
echo $?
# Taken back; the log tells of all.
vanthu arrive $id --due ''
vanthu dispatch 1 --copies 20 --keeper VT --to 'Bộ Ngoại giao'
vanthu show 1 --format json | python3 -c '
import json, sys
print(json.load(sys.stdin)["office"])'
vanthu import -q --mode force hoi
vanthu reextract -q
vanthu show $id | grep -E '^(arrival|unit)'
vanthu log --format csv | cut -d, -f2- | tr -d '\r'
vanthu log $other --format json | python3 -c '
import json, sys
for event in json.load(sys.stdin):
    print(event["who"], event["what"], event["letter_id"], event["old"], event["new"])'

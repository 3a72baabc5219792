# Dossiers, tags and notes; found by search; their list as a workbook.
export VANTHU_USER=lan VANTHU_OFFICE='UBND tỉnh An Phú'
vanthu import -q "$LETTERS"
vanthu dossier new 05/ĐN --title 'Công tác đối ngoại năm 2021' --retention '20 năm'
vanthu dossier new 05/đn --title khác
echo $?
vanthu dossier add 05/ĐN 1 2
vanthu dossier list
vanthu dossier show 05/ĐN
vanthu dossier show 05/ĐN --format csv | tr -d '\r'
vanthu dossier show 05/ĐN --format json | python3 -c '
import json, sys
dossier = json.load(sys.stdin)
print(dossier["start"], dossier["end"], dossier["letters"], dossier["pages"], len(dossier["documents"]))'
vanthu dossier show 05/ĐN --out muc-luc.xlsx
test -s muc-luc.xlsx && echo written
vanthu dossier edit 05/ĐN --title 'Công tác đối ngoại' --creator 'Lê Thị Lan'
vanthu dossier remove 05/ĐN 2
vanthu dossier list --format csv | tr -d '\r'
vanthu tag 1 'cần theo dõi' Lào
vanthu tag 1 Lào --remove
vanthu note 1 'Đã báo lãnh đạo'
vanthu show 1 | grep -E '^(tags|note|dossiers)'
vanthu search 'hoso:05/ĐN' --format json | grep -o '"id":[0-9]*'
vanthu search 'nhan:"can theo doi"' --format json | grep -o '"id":[0-9]*'
vanthu search 'doi ngoai -nhan:"cần theo dõi"' --format json | grep -o '"id":[0-9]*'
vanthu dossier show 06
echo $?
vanthu dossier remove 05/ĐN
vanthu dossier list
vanthu log 1 --format csv | cut -d, -f2- | tr -d '\r'
vanthu dossier
echo $?
vanthu dossier new --help | head -1

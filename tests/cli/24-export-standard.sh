# Handed over: files with the metadata of the decree.
export VANTHU_USER=lan VANTHU_OFFICE='UBND tỉnh An Phú' VANTHU_OFFICE_ID=000.00.00.H99
vanthu import -q "$LETTERS"
vanthu arrive 2 --number 45 --date 2021-04-15 --to 'Phòng Nội chính' --due 2021-05-01
vanthu dispatch 1 --copies 1200
vanthu dossier new 05/ĐN --title 'Công tác đối ngoại' --retention '20 năm'
vanthu dossier add 05/ĐN 1
vanthu export --standard
echo $?
vanthu export --standard --out ra
(cd ra && find . -type f | LC_ALL=C sort && sha256sum -c --quiet SHA256SUMS && echo intact)
cat ra/vanban/1/metadata.xml ra/vanban/2/metadata.xml ra/hoso/1.xml
python3 -c '
import json
print(json.load(open("ra/vanban/1/metadata.json"))["FileCode"])'
vanthu export --standard --out ra --lang vi
echo $?
vanthu export --standard --dossier 05/ĐN --out mot
find mot -name metadata.xml
rm -r archive/originals/*
vanthu export --standard --out lost
echo $?

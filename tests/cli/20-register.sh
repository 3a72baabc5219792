# Registers of outgoing and incoming letters: as rows, as a workbook, as a PDF.
export VANTHU_USER=lan
vanthu import -q "$LETTERS"
vanthu register --year 2021 --direction out
echo $?
export VANTHU_OFFICE='UBND tỉnh An Phú'
vanthu register --year 2021 --direction out
vanthu register --year 2021 --direction out --format csv | tr -d '\r'
vanthu arrive 2 --number 45 --date 15/4/2021 --to 'Phòng Nội chính' --remark 'gấp'
vanthu register --year 2021 --direction in --format csv | tr -d '\r'
vanthu register --year 2021 --direction in --format json
vanthu register --year 2021 --direction out --type 'kế hoạch' --format json
vanthu register --year 2021 --direction out --type xyz
vanthu register --year 2021 --direction out --lang vi --out so-di.xlsx
vanthu register --year 2021 --direction in --out so-den.pdf
vanthu register --year 2021 --direction in --out so-den.doc
echo $?
python3 - <<'P'
import re, zipfile
book = zipfile.ZipFile("so-di.xlsx")
text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
for words in ("SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm 2021", "Đơn vị, người nhận bản lưu", "87/BC-UBND", "landscape"):
    print(words, words in text)
P
pdftotext -layout so-den.pdf - | grep -oE 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN|UBND tỉnh An Phú|Năm 2021|214/SNgV-LS|1/1'

# A chain of letters that answer each other, as rows and as a picture; laws by their names.
vanthu import -q "$LETTERS/../citing"
vanthu cite 1520/BKHĐT-ĐTNN --depth 2
vanthu cite "Luật Đầu tư"
vanthu cite luat dau tu 2014
vanthu cite 640/UBND-KT --format dot --lang vi | grep -e '->' | sort
vanthu cite 640/UBND-KT --format dot --lang vi | grep -c 'không có trong kho'
vanthu cite "Luật Đầu tư" --format svg --lang vi --out luat.svg
python3 - <<'PYTHON'
import xml.etree.ElementTree as xml
texts = [t.text for t in xml.parse("luat.svg").iter("{http://www.w3.org/2000/svg}text")]
for wanted in ["Luật Đầu tư", "không có trong kho", "640/UBND-KT", "1520/BKHĐT-ĐTNN", "căn cứ", "trả lời"]:
    print(wanted, any(wanted in text for text in texts))
PYTHON
vanthu cite 1/X --format svg
PATH=${PATH%%:*} vanthu cite 640/UBND-KT --format svg
echo $?
vanthu cite 640/UBND-KT --depth 0
echo $?

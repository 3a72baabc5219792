# Text has no pages: hOCR, ALTO and PDF say so, and a picture of it is none.
for format in hocr alto pdf; do
  vanthu extract --format $format --out out "$LETTERS/cong-van.txt" 2>&1 | sed "s,$LETTERS/,,"
done
vanthu extract --format hocr "$LETTERS/cong-van.txt" "$LETTERS/bao-cao.txt"
echo $?
vanthu import -q "$LETTERS/cong-van.txt"
vanthu show 1 --image page.png
echo $?
vanthu show 1 --page 2 --image page.png
echo $?
vanthu show 1 --page 1
echo $?
ls

# Letters without pictures are read again to the same; what a person put right stays.
export VANTHU_USER=lan
vanthu import -q "$LETTERS"
vanthu correct -q 1 place Huế
vanthu reocr --format csv | tr -d '\r'
vanthu reocr 2 --dry-run --quality quick --lang vi
vanthu show 1 | grep place
vanthu reocr 9
echo $?

# Missing and double numbers of a year.
export VANTHU_USER=lan
vanthu import -q "$LETTERS" "$LETTERS/../plans/ke-hoach.txt"
sed 's/87\/BC/90\/BC/; s/30 tháng 6/02 tháng 7/' "$LETTERS/bao-cao.txt" > a.txt
sed 's/Kết quả/Kết quả chính của/' "$LETTERS/bao-cao.txt" > b.txt
vanthu import -q a.txt b.txt
vanthu gaps --year 2021
vanthu gaps --year 2021 --issuer 'UBND tỉnh An Phú' --format csv | tr -d '\r'
vanthu gaps --year 2021 --office 'UBND tỉnh An Phú' --series types --format json
vanthu gaps --year 2021 --direction in
echo $?
vanthu arrive 1 --number 3 --date 2021-07-01 --office 'Sở Ngoại vụ tỉnh An Phú'
vanthu gaps --year 2021 --direction in --office 'Sở Ngoại vụ tỉnh An Phú'
vanthu gaps --year 1999

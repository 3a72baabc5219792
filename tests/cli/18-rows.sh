# Rows over the archive, of a plan with a table of delegations.
vanthu import -q "$LETTERS/../plans/ke-hoach.txt"
vanthu delegations
vanthu delegations --country Lào --format csv | tr -d '\r'
vanthu delegations --partner champasak --year 2021 --direction out --format json | python3 -c '
import json, sys
for row in json.load(sys.stdin):
    print(row["letter_id"], row["seq"], row["countries"], row["members"], row["period"], row["page"])'
vanthu delegations --sum country
vanthu delegations --issuer 'UBND tỉnh An Phú' --sum year --format csv | tr -d '\r'
vanthu delegations --direction in
vanthu figures --unit usd --format csv | cut -d, -f1,2,5,6,8 | tr -d '\r'
vanthu figures --unit USD --sum year --format csv | tr -d '\r'
vanthu partners --country LA --format csv | tr -d '\r'
vanthu deadlines --from 1/12/2021 --to 2021-12 --format csv | cut -d, -f1,4,5 | tr -d '\r'
vanthu show 1 | grep -E '^(delegation|deadline)'

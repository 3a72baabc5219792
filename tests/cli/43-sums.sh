# Rows added up by year, agency, country and the like, and the filters by agency.
vanthu import -q "$LETTERS" "$LETTERS/../plans/ke-hoach.txt"
vanthu delegations --sum direction
vanthu conferences --sum year
vanthu figures --issuer 'an phu' --sum unit
vanthu partners --sum country
vanthu partners --sum year --issuer 'UBND tỉnh An Phú' --format csv | tr -d '\r'
vanthu deadlines --sum assignee
vanthu deadlines --sum month --format json
vanthu deadlines --issuer 'Sở Y tế' --sum year
vanthu partners --sum kind --letters
echo $?

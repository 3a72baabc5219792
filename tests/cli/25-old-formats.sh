# A Word 97 file in TCVN3 is read like any other, by its fonts; show names the kind that it came as.
vanthu import "$LETTERS/../old-letters/ke-hoach-2003.doc"
vanthu show 1 | grep -v added
vanthu show 1 --format text | head -4
vanthu delegations
vanthu show 1 --page 1 --image page.png
echo $?
# The same bytes again, under another name.
cp "$LETTERS/../old-letters/ke-hoach-2003.doc" again.rtf
vanthu import again.rtf
# Without LibreOffice the package is named, and the rest goes on.
cp "$LETTERS/cong-van.txt" .
VANTHU_SOFFICE=/none/soffice vanthu extract --format csv again.rtf cong-van.txt | cut -d, -f2-4 | tr -d '\r'

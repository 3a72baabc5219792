# A file that failed prints nothing on stdout and its reason on stderr; the rest goes on.
: > "rỗng và trắng.pdf"
vanthu extract "rỗng và trắng.pdf"
echo $?
vanthu extract --format csv none.txt "$LETTERS/cong-van.txt" "rỗng và trắng.pdf" | cut -d, -f1-5 | tr -d '\r'
vanthu extract none.txt "$LETTERS/cong-van.txt" > letters
echo $? $(wc -l < letters)
vanthu extract --lang vi none.txt

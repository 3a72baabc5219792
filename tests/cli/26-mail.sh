# A mail is unpacked like a ZIP: its text and each attachment are letters of their own.
{
  printf 'From: =?utf-8?B?U+G7nyBOZ2/huqFpIHbhu6U=?= <snv@anphu.vn>\nTo: vp@anphu.vn\nSubject: V/v =?utf-8?Q?g=E1=BB=ADi_c=C3=B4ng_v=C4=83n?=\n'
  printf 'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nKính gửi Văn phòng.\n'
  printf -- '--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n'
  printf "Content-Disposition: attachment; filename*=utf-8''C%%C3%%B4ng%%20v%%C4%%83n.txt\n\n"
  base64 "$LETTERS/cong-van.txt"
  printf -- '--b--\n'
} > thu.eml
vanthu import thu.eml
vanthu search so:214 --format csv | cut -d, -f1-4
vanthu export --format csv | cut -d, -f2 | tr -d '\r'
vanthu extract --format text thu.eml | head -6
vanthu import thu.eml

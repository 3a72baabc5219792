# What begins with a dash follows --.
vanthu import -q "$LETTERS"
vanthu search --format csv -- ngoại -Champasak | cut -d, -f2,3 | tr -d '\r'
vanthu search --format csv -- -Attapeu ngoại | cut -d, -f2,3 | tr -d '\r'

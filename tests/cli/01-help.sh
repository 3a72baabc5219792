# The whole help, and that of one command, in English.
vanthu help
vanthu help search | head -3
vanthu --help | cmp - <(vanthu help) && echo same
vanthu import --help | head -1
vanthu --version

# In Vietnamese by option, variable and locale.
vanthu help --lang vi
VANTHU_LANG=vi vanthu | head -1
LANG=vi_VN.UTF-8 vanthu help | head -1
LANG=vi_VN.UTF-8 vanthu --lang=en help | head -1

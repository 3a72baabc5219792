"""Joins tables of single nets, as train.py writes them, to the one that the program reads.

    python3 merge.py OUT NET...
"""
import sys

out, nets = sys.argv[1], sys.argv[2:]
with open(out, 'w') as table:
    table.write('# Weights of the nets for digits written by hand; made by models/handwriting/train.py and merge.py,\n'
                '# sources and format in models/handwriting/README.md. A weight is scale * value; the values\n'
                '# stand as bytes in hex, two\'s complement, in the order output, input, row, column.\n'
                '# net\tlayer\tpart\tscale\tvalues\n')
    for number, path in enumerate(nets, 1):
        for line in open(path):
            if not line.startswith('#'):
                table.write(f'{number}\t{line}')

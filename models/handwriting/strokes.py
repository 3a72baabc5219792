"""Digits as a pen writes them in Viet Nam, drawn from skeletons of our own.

School forms that digit sets from elsewhere hardly hold: 1 with a long up-stroke and a foot, 7 with a bar,
4 left open, 5 with its top bar apart, 9 with a bent tail. Coordinates: x to the right, y downward, the
digit's box is 0..1 by 0..1. A form is a list of strokes, a stroke a list of points of a smooth curve.
"""
import math
import random

from PIL import Image, ImageDraw

SIDE = 64  # pixels of a master picture; the digit fills at most 48 of them


def _arc(cx, cy, rx, ry, a0, a1, n=9):
    """Points of an elliptic arc, degrees clockwise from the right as y points down."""
    return [(cx + rx * math.cos(math.radians(a0 + (a1 - a0) * i / (n - 1))),
             cy + ry * math.sin(math.radians(a0 + (a1 - a0) * i / (n - 1)))) for i in range(n)]


def _zero(r):
    start = r.choice([-60, -90, -110])
    ring = _arc(.5, .5, .5, .5, start, start - 360 - r.uniform(-25, 30), 14)
    if r.random() < .2:  # the pen comes in, or leaves, across the top
        ring = [(r.uniform(.7, 1), r.uniform(-.08, .1))] + ring[1:]
    return [ring]


def _one(r):
    flag = r.uniform(.1, .95)  # how far down the up-stroke begins
    left = r.uniform(.1, .6) * (0.5 + flag / 2)
    strokes = [[(.6 - left, flag), (.6 - left * .45, flag * .5), (.6, 0)],
               [(.6, 0), (.6 + r.uniform(-.03, .03), .5), (.6 + r.uniform(-.05, .05), 1)]]
    if r.random() < .1:
        strokes = strokes[1:]
    kind = r.random()
    if kind < .3:
        foot = r.uniform(.15, .4)
        strokes.append([(.6 - foot, 1 + r.uniform(-.03, .03)), (.6 + r.uniform(.1, .5), 1)])
    elif kind < .5:  # a long foot, slightly bent or rising
        foot = r.uniform(.25, .8)
        rise = r.uniform(-.08, .08)
        strokes.append([(.6 - foot, 1 + r.uniform(-.03, .08)), (.6, .99), (.6 + r.uniform(.3, 1), 1 - rise)])
    return strokes


def _two(r):
    top = _arc(.45, .27, .42, .27, 190 + r.uniform(-20, 30), 380, 8)
    if r.random() < .25:  # a curl at the begin
        top = [(.3, .3), (.42, .38), (.35, .45)] + _arc(.45, .27, .44, .27, 160 + r.uniform(-20, 20), 380, 8)
    kind = r.random()
    if kind < .25:  # a wide loop, the tail rising
        tail = [(.5, .65), (.2, .9), (-.05, .95), (-.05, .8), (.15, .76), (.45, .88), (.8, .98), (1.1, .85)]
    elif kind < .45:  # a loop at the lower left
        tail = [(.45, .65), (.15, .95), (.02, .9), (.15, .8), (.4, .9), (.7, 1), (1, .92)]
    elif kind < .75:
        tail = [(.5, .6), (.2, .85), (0, 1), (.02, 1), (.5, .97), (.95, 1)]
    else:
        tail = [(.45, .65), (.1, .98), (.3, .92), (.6, .98), (1, .9)]
    return [top + tail]


def _three(r):
    if r.random() < .3:  # flat top
        return [[(.05, .03), (.5, .02), (.9, .02)],
                [(.9, .02), (.6, .25), (.4, .4)] + _arc(.45, .69, .5, .31, -70, 150, 8)]
    return [_arc(.42, .25, .42, .25, 200, 440, 8) + _arc(.42, .73, .52, .27, -75, 155, 8)]


def _four(r):
    kind = r.random()
    if kind < .55:  # open
        x = r.uniform(.6, .85)
        return [[(r.uniform(.25, .5), 0), (.15, .35), (.02, .62), (.05, .66)],
                [(.03, .66), (.5, .64), (1, r.uniform(.58, .68))],
                [(x + .03, r.uniform(.0, .45)), (x, .7), (x - r.uniform(0, .1), 1)]]
    if kind < .7:  # closed, the bar long
        out, x = r.uniform(.05, .4), r.uniform(.5, .75)
        return [[(x + .1, 0), (.3, .4), (-.1, .72), (.4, .7), (1 + out, .68)],
                [(x + .08, r.uniform(0, .3)), (x, .6), (x - .05, 1)]]
    if kind < .85:  # closed
        return [[(.7, 0), (.35, .35), (0, .68)], [(0, .68), (.5, .67), (1, .66)],
                [(.7, 0), (.7, .5), (.68, 1)]]
    return [[(.3, 0), (.1, .4), (.15, .52), (.45, .52), (.8, .45)], [(.85, 0), (.75, .5), (.7, 1)]]


def _five(r):
    gap = r.uniform(-.05, .12)
    bar_y = r.uniform(-.05, .08)
    body = [(.25, r.uniform(0, .12)), (.18, .25), (.12, .45)] + _arc(
        .4, .68, .5, .32, 230 + r.uniform(-10, 20), 500, 9)
    if r.random() < .2:  # in one go, like an S
        return [[(.95, .02), (.6, .0), (.28, .03), (.18, .25), (.12, .42)] + body[3:]]
    return [body, [(.25 + gap, bar_y + .02), (.6, bar_y), (1 + r.uniform(-.1, .15), bar_y - r.uniform(-.03, .08))]]


def _six(r):
    top = r.uniform(.45, .9)
    if r.random() < .3:  # a straight stroke, the loop small
        high = r.uniform(.5, .75)
        return [[(r.uniform(.3, 1.0), 0), (.15, .45), (.02, .8)] + _arc(
            .4, (1 + high) / 2, .38, (1 - high) / 2, 130, 130 - 330 - r.uniform(0, 60), 11)]
    return [[(top, 0), (.3, .2), (.05, .5), (.02, .72)] + _arc(
        .45, .72, .43, .28, 160, 160 - 330 - r.uniform(0, 50), 11)]


def _seven(r):
    strokes = [[(0, r.uniform(.0, .12)), (.45, .04), (.95, 0)],
               [(.95, 0), (.65, .45), (r.uniform(.35, .55), 1)]]
    if r.random() < .4:
        strokes[0] = [(.05, r.uniform(.12, .22))] + [(.05, .04)] + strokes[0][1:]
    if r.random() < .7:  # the bar
        y = r.uniform(.38, .6)
        strokes.append([(r.uniform(.05, .35), y + r.uniform(-.04, .08)), (r.uniform(.85, 1.1), y)])
    return strokes


def _eight(r):
    if r.random() < .6:  # in one go from the upper right
        return [[(.8, .12), (.5, 0), (.18, .13), (.3, .36), (.65, .55), (.85, .78), (.5, 1), (.12, .82),
                 (.35, .52), (.7, .3), (.84, .1)]]
    return [_arc(.5, .25, .36, .25, 0, 360, 11), _arc(.5, .74, .45, .26, 0, 360, 11)]


def _nine(r):
    loop = _arc(.45, .28, .43, .28, -20, -20 - 340 - r.uniform(0, 40), 11)
    if r.random() < .6:  # a bent tail
        tail = [(.9, .3), (.88, .6), (.7, .92), (.4, 1), (.1, r.uniform(.82, .98))]
    else:
        tail = [(.88, .2), (.85, .6), (r.uniform(.4, .85), 1)]
    return [loop + tail]


FORMS = [_zero, _one, _two, _three, _four, _five, _six, _seven, _eight, _nine]


def _curve(points):
    """Catmull-Rom through the points."""
    if len(points) < 3:
        return points
    out = []
    ext = [points[0]] + points + [points[-1]]
    for i in range(len(points) - 1):
        p0, p1, p2, p3 = ext[i:i + 4]
        for k in range(6):
            t = k / 6
            out.append(tuple(.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t +
                                   (3 * b - a - 3 * c + d) * t ** 3)
                             for a, b, c, d in zip(p0, p1, p2, p3)))
    out.append(points[-1])
    return out


def draw(digit, r):
    """A SIDE x SIDE picture (mode L, ink 255) of `digit` (0..9) with the random source `r`."""
    scale = 3
    side = SIDE * scale
    aspect = r.uniform(.4, .9) * (.85 if digit == 1 else 1)
    slant = r.uniform(-.1, .55)
    jitter = r.uniform(.005, .06)
    height = 44 * scale / max(1.0, aspect + abs(slant) * .8)
    width = max(2, round(r.uniform(.045, .15) * height))
    image = Image.new('L', (side, side), 0)
    pen = ImageDraw.Draw(image)
    strokes = []
    for stroke in FORMS[digit](r):
        moved = [(x + r.gauss(0, jitter), y + r.gauss(0, jitter)) for x, y in stroke]
        strokes.append([((x - .5) * aspect * height + (.5 - y) * slant * height + side / 2,
                         (y - .5) * height + side / 2) for x, y in _curve(moved)])
    for line in strokes:
        pen.line(line, fill=255, width=width, joint='curve')
        for x, y in line:
            pen.ellipse([x - width / 2, y - width / 2, x + width / 2, y + width / 2], fill=255)
    return image.resize((SIDE, SIDE), Image.BOX)

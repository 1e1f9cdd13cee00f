"""Writes tests/oracles/shared/distributions-grid.json: 10,000 points of all distributions with true values.

Every number of a row is a double; the value is that of exactly these doubles, found as a series of positive terms in
whole numbers of 70 digits more than the smaller tail has zeros, and rounded to a double at the very end. Parameters run
over up to eleven orders of magnitude; half the points have a smaller tail of 1e-10 to 0.5, half one of 1e-300 to 1e-10. One file, because
every family stands on the same two series and the same way of choosing points.
"""

import json
import math
import random
from fractions import Fraction
from pathlib import Path

import mpmath
from mpmath import mp, mpf

GUARD = 70
LN10 = math.log(10)
draw = random.Random(20261128)


def exact(value):
    """A fraction as a number of the present precision."""
    return mpf(value.numerator) / value.denominator


def log_beta_coefficient(a, b):
    return mpmath.loggamma(a + b) - mpmath.loggamma(a) - mpmath.loggamma(b)


def series(first, second, x, shift):
    """Sum from n = 0 of the products of x (second + n - 1) / (first + n), or of x / (first + n) without a second."""
    one = 1 << int((shift + 15) * 3.33)
    term, total, n = one, one, 0
    grown = x.denominator * first.denominator
    while True:
        n += 1
        above = x.numerator * first.denominator
        below = x.denominator * (first.numerator + n * first.denominator)
        if second is not None:
            above *= second.numerator + (n - 1) * second.denominator
            below *= second.denominator
        term = term * above // below
        total += term
        if term * grown < total >> int(shift * 3.33) or term == 0:
            return mpf(total) / one


def terms_of_series(a, b, x):
    """How many terms the series of a beta takes, about: they rise to a peak and fall like x to the n."""
    peak = max(0.0, (x * (a + b) - a) / (1 - x))

    def height(n):
        return n * math.log(x) + math.lgamma(a + b + n) - math.lgamma(a + 1 + n)

    top, n = height(peak), peak + 16
    while height(n) > top - 250 and n < 1e12:
        n = peak + 2 * (n - peak)
    return n


def gamma_tails(a, x):
    """P and Q of fractions, at the present precision."""
    log_term = exact(a) * mpmath.log(exact(x)) - exact(x) - mpmath.loggamma(exact(a) + 1)
    lower = mpmath.exp(log_term) * series(a, None, x, mp.dps)
    return lower, 1 - lower, mpmath.exp(log_term) * exact(a) / exact(x)


def beta_tails(a, b, x):
    """I and 1 - I of fractions, and the density."""
    y = 1 - x
    turned = terms_of_series(float(b), float(a), float(y)) < terms_of_series(float(a), float(b), float(x))
    first, second, at = (b, a, y) if turned else (a, b, x)
    power = exact(a) * mpmath.log(exact(x)) + exact(b) * mpmath.log(exact(y))
    term = mpmath.exp(power + log_beta_coefficient(exact(a), exact(b)))
    part = term / exact(first) * series(first, first + second, at, mp.dps)
    lower, upper = (1 - part, part) if turned else (part, 1 - part)
    return lower, upper, term / (exact(x) * exact(y))


def gamma_depth(a, x):
    """Signed root of twice the deviance: nearly the normal deviate of the tail. For the choice of points only."""
    ratio = x / a
    return math.copysign(math.sqrt(max(0.0, 2 * a * (ratio - 1 - math.log(ratio)))), ratio - 1)


def beta_depth(a, b, logit):
    x, y = 1 / (1 + math.exp(-logit)), 1 / (1 + math.exp(logit))
    mean = a / (a + b)
    log_x = -math.log1p(math.exp(-logit)) if logit > -700 else logit
    log_y = -math.log1p(math.exp(logit)) if logit < 700 else -logit
    deviance = 2 * (a * (math.log(mean) - log_x) + b * (math.log(b / (a + b)) - log_y))
    return math.copysign(math.sqrt(max(0.0, deviance)), x - mean if x < 0.5 else b / (a + b) - y)


def point_of(depth, low, high, wanted):
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if depth(middle) < wanted else (low, middle)
    return (low + high) / 2


def wanted_depth():
    """The deviate of a tail: half of them central, half of them far, both sides alike."""
    zeros = 10 * draw.random() ** 2 if draw.random() < 0.5 else 10 + 290 * draw.random()
    target = zeros * LN10

    def zeros_of(at):
        return -math.log(math.erfc(at / math.sqrt(2))) if at < 20 else at * at / 2 + math.log(at * 1.2533)

    z = point_of(zeros_of, 0, 40, target)
    return z if draw.random() < 0.5 else -z


def spread(low, high, digits=3):
    """Evenly over the orders of magnitude, of few digits, so that the file stays small."""
    return float(f"{math.exp(draw.uniform(math.log(low), math.log(high))):.{digits}g}")


def short(x):
    return float(f"{x:.9g}")


def continuous_row(parameters, x, tails, scale=1):
    """One row; the points of both tails, where rounding the probability moves them, follow by a step of Newton."""
    mp.dps = GUARD + 310
    lower, upper, density = tails()
    density *= scale
    small = min(lower, upper)
    if not (small >= mpf("1e-300") and density >= mpf("1e-300") and density <= mpf("1e300")):
        return None

    def point(of_lower):
        rounded = mpf(float(lower if of_lower else upper))
        moved = rounded - lower if of_lower else upper - rounded
        return float(mpf(x) + moved / density)

    row = [*parameters, x, float(lower), float(upper), float(density)]
    near = point(lower <= upper)
    far = point(lower > upper) if small > mpf("1e-3") else x
    if far != x:
        return [*row, None if near == x else near, far]
    return row if near == x else [*row, near]


def discrete_row(parameters, k, tails):
    mp.dps = GUARD + 310
    lower, upper, probability = tails()
    if not (min(lower, upper) >= mpf("1e-300") and probability >= mpf("1e-300")):
        return None
    return [*parameters, k, float(lower), float(upper), float(probability)]


def rows(count, make):
    """Draws until there are so many; a point whose tail is below 1e-300 is drawn again."""
    found = []
    while len(found) < count:
        try:
            row = make()
        except (OverflowError, ValueError, ZeroDivisionError):
            continue
        if row is not None:
            found.append(row)
    return found


def largest(usual, rare):
    """Few parameters are very large: their series take long."""
    return rare if draw.random() < 0.05 else usual


def normal_row():
    mean, sd = (0.0, 1.0) if draw.random() < 0.5 else (spread(1e-3, 1e3), spread(1e-3, 1e3))
    x = short(mean + sd * wanted_depth())

    def tails():
        z = exact((Fraction(x) - Fraction(mean)) / Fraction(sd))
        lower, upper = (mpmath.erfc(sign * z / mpmath.sqrt(2)) / 2 for sign in (-1, 1))
        return lower, upper, mpmath.npdf(z) / exact(Fraction(sd))

    return continuous_row([mean, sd], x, tails)


def t_row():
    df = spread(0.1, largest(1e7, 1e9))
    z = wanted_depth()
    odds = math.exp(-point_of(lambda logit: -beta_depth(df / 2, 0.5, -logit), -690, 690, abs(z)))
    x = short(math.copysign(math.sqrt(df / odds), z)) if draw.random() < 0.9 else short(spread(1e-8, 1))

    def tails():
        square = Fraction(x) ** 2 / Fraction(df)
        within, beyond, density = beta_tails(Fraction(1, 2), Fraction(df) / 2, square / (1 + square))
        inner, outer = 1 - beyond / 2, beyond / 2
        # d(square / (1 + square)) / dx = 2 x / df / (1 + square)^2, half of it on either side
        slope = density * exact(abs(Fraction(x)) / Fraction(df) / (1 + square) ** 2)
        return (inner, outer, slope) if x > 0 else (outer, inner, slope)

    return continuous_row([df], x, tails)


def gamma_at(shape):
    return math.exp(point_of(lambda t: gamma_depth(shape, math.exp(t)), -690, 690, wanted_depth()))


def chi_square_row():
    df = spread(0.01, largest(1e6, 1e9))
    x = short(2 * gamma_at(df / 2))
    return continuous_row([df], x, lambda: gamma_tails(Fraction(df) / 2, Fraction(x) / 2), mpf(1) / 2)


def gamma_row():
    shape, scale = spread(0.001, largest(1e6, 1e9)), 1.0 if draw.random() < 0.4 else spread(1e-4, 1e4)
    x = short(scale * gamma_at(shape))
    at = Fraction(x) / Fraction(scale)
    return continuous_row([shape, scale], x, lambda: gamma_tails(Fraction(shape), at), 1 / mpf(scale))


def f_row():
    above, below = spread(0.1, largest(1e5, 1e8)), spread(0.1, largest(1e5, 1e8))
    logit = point_of(lambda at: beta_depth(above / 2, below / 2, at), -690, 690, wanted_depth())
    x = short(math.exp(logit) * below / above)

    def tails():
        odds = Fraction(x) * Fraction(above) / Fraction(below)
        lower, upper, density = beta_tails(Fraction(above) / 2, Fraction(below) / 2, odds / (1 + odds))
        return lower, upper, density * exact(Fraction(above) / Fraction(below) / (1 + odds) ** 2)

    return continuous_row([above, below], x, tails)


def beta_row():
    a, b = spread(0.01, largest(1e5, 1e8)), spread(0.01, largest(1e5, 1e8))
    logit = point_of(lambda at: beta_depth(a, b, at), -690, 690, wanted_depth())
    x = 1 / (1 + math.exp(-logit))
    x = short(x) if x < 0.999 else x
    return continuous_row([a, b], x, lambda: beta_tails(Fraction(a), Fraction(b), Fraction(x)))


def whole_near(x, low, high):
    return min(max(math.floor(x), low), high)


def binomial_row():
    n, p = round(spread(1, largest(1e6, 1e9))), spread(1e-6, 0.5)
    p = p if draw.random() < 0.5 else 1 - p
    share = 1 / (1 + math.exp(-point_of(lambda at: binomial_depth(n, p, at), -300, 300, wanted_depth())))
    k = whole_near(n * share + 0.5, 0, n - 1)

    def tails():
        success = Fraction(p)
        upper, lower, density = beta_tails(Fraction(k + 1), Fraction(n - k), success)
        # The density of the beta is n C(n - 1, k) p^k q^(n - k - 1).
        return lower, upper, density * exact((1 - success) / (n - k))

    return discrete_row([n, p], k, tails)


def binomial_depth(n, p, logit):
    share, rest = 1 / (1 + math.exp(-logit)), 1 / (1 + math.exp(logit))
    deviance = 2 * n * (share * math.log(share / p) + rest * math.log(rest / (1 - p)))
    return math.copysign(math.sqrt(max(0.0, deviance)), share - p)


def poisson_row():
    mean = spread(0.001, largest(1e6, 1e9))
    z = wanted_depth()
    # The deviance is the gamma's with shape and point exchanged.
    k = whole_near(math.exp(point_of(lambda t: -gamma_depth(math.exp(t), mean), -60, 60, z)), 0, 2**50)

    def tails():
        upper, lower, density = gamma_tails(Fraction(k + 1), Fraction(mean))
        return lower, upper, density

    return discrete_row([mean], k, tails)


def negative_binomial_row(by_mean):
    size, chance = spread(0.01, 1e5), spread(0.01, 1e5) if by_mean else spread(1e-4, 0.5)
    chance = 1 - chance if not by_mean and draw.random() < 0.3 else chance
    p = Fraction(size) / (Fraction(size) + Fraction(chance)) if by_mean else Fraction(chance)
    logit = math.log(float(p) / float(1 - p))
    z = wanted_depth()
    k = whole_near(math.exp(point_of(lambda t: -beta_depth(size, math.exp(t) + 1, logit) * -1, -60, 60, z)), 0, 2**40)

    def tails():
        lower, upper, density = beta_tails(Fraction(size), Fraction(k + 1), p)
        # The density of the beta in p is size (size + 1) … (size + k) / k! p^(size - 1) q^k.
        return lower, upper, density * exact(p / (Fraction(size) + k))

    return discrete_row([size, chance], k, tails)


def hypergeometric_row():
    marked, others = round(spread(1, 1e5)), round(spread(1, 1e5))
    drawn = draw.randint(1, marked + others - 1)
    low, high = max(0, drawn - others), min(marked, drawn)
    if low == high:
        return None
    mean = drawn * marked / (marked + others)
    sd = math.sqrt(mean * others / (marked + others) * (marked + others - drawn) / (marked + others - 1))
    k = whole_near(mean + sd * wanted_depth() + 0.5, low, high - 1)

    def run(start, end, step):
        """Probabilities from `start` on over that of k, summed."""
        one = 1 << 1400
        term, total, at = one, 0, k
        while at != end:
            if step > 0:
                term = term * ((marked - at) * (drawn - at)) // ((at + 1) * (others - drawn + at + 1))
            else:
                term = term * (at * (others - drawn + at)) // ((marked - at + 1) * (drawn - at + 1))
            at += step
            total += term
            if term < total >> 300:
                break
        return mpf(total) / one

    def tails():
        def log_choose(n, of):
            return mpmath.loggamma(n + 1) - mpmath.loggamma(of + 1) - mpmath.loggamma(n - of + 1)

        logarithm = log_choose(marked, k) + log_choose(others, drawn - k) - log_choose(marked + others, drawn)
        probability = mpmath.exp(logarithm)
        return probability * (1 + run(k, low, -1)), probability * run(k, high, 1), probability

    return discrete_row([marked, others, drawn], k, tails)


ROOT_OF_DIGAMMA = 1.4616321449683622


def gamma_function_row():
    place = draw.random()
    if place < 0.6:
        x = spread(1e-12, 1e12, 9)
    else:
        # Around the zeros of ln gamma and of digamma.
        x = draw.choice([1.0, 2.0, ROOT_OF_DIGAMMA]) + draw.choice([-1, 1]) * spread(1e-12, 0.5)
    mp.dps = GUARD + 40
    values = [float(value) for value in (mpmath.loggamma(mpf(x)), mpmath.psi(0, mpf(x)), mpmath.psi(1, mpf(x)))]
    return [x, *values]


def check():
    """The series against mpmath's own functions, where those are quick."""
    mp.dps = 200
    for _ in range(60):
        a, b, x = (Fraction(value) for value in (spread(0.1, 50), spread(0.1, 50), draw.random()))
        near = mpmath.mpf("1e-45")
        lower, upper, _density = beta_tails(a, b, x)
        assert abs(lower / mpmath.betainc(exact(a), exact(b), 0, exact(x), regularized=True) - 1) < near
        assert abs(upper / mpmath.betainc(exact(b), exact(a), 0, exact(1 - x), regularized=True) - 1) < near
        lower, upper, _density = gamma_tails(a, b)
        assert abs(lower / mpmath.gammainc(exact(a), 0, exact(b), regularized=True) - 1) < near
        assert abs(upper / mpmath.gammainc(exact(a), exact(b), mpmath.inf, regularized=True) - 1) < near


FAMILIES = {
    "gammaFunction": (500, gamma_function_row, "x, ln gamma, digamma, trigamma"),
    "normal": (800, normal_row, "mean, sd, x, …"),
    "t": (1200, t_row, "df, x, …"),
    "chiSquare": (1000, chi_square_row, "df, x, …"),
    "gamma": (1000, gamma_row, "shape, scale, x, …"),
    "F": (1200, f_row, "df above, df below, x, …"),
    "beta": (1200, beta_row, "a, b, x, …"),
    "binomial": (900, binomial_row, "trials, p, k, …"),
    "Poisson": (700, poisson_row, "mean, k, …"),
    "negativeBinomialByP": (400, lambda: negative_binomial_row(False), "size, p, k, …"),
    "negativeBinomialByMean": (400, lambda: negative_binomial_row(True), "size, mean, k, …"),
    "hypergeometric": (700, hypergeometric_row, "marked, others, drawn, k, …"),
}


def main():
    check()
    about = (
        "10,000 points of all distributions; …: lower, upper, density, then, where the rounding of the probability moves it, "
        "the point of the smaller tail, and of the larger one. Series of positive terms in 380 digits, rounded to doubles."
    )
    parts = []
    for name, (count, make, _shape) in FAMILIES.items():
        lines = ",\n    ".join(json.dumps(row, separators=(",", ":")) for row in rows(count, make))
        parts.append(f'  "{name}": [\n    {lines}\n  ]')
        print(name, count, flush=True)
    head = {"about": about, "source": f"mpmath {mpmath.__version__}", "shape": {n: f[2] for n, f in FAMILIES.items()}}
    lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    target = Path(__file__).parents[2] / "tests/oracles/shared/distributions-grid.json"
    target.write_text("{\n" + ",\n".join([*lines, *parts]) + "\n}\n", encoding="utf-8")


main()

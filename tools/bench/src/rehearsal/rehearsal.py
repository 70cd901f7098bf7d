"""A rehearsal as one writes it with numpy: line by line, vectorised over the trials.

Reads a task from standard input, plays it through, and says on standard output what came of it and how much processor time that took, the start of
Python and the reading aside. It draws other random numbers than the house does: the two agree within the error of so many trials.
"""

import json
import sys
import time
from math import sqrt
from statistics import NormalDist

try:
    import numpy as np
except ImportError:
    sys.exit(3)


def rehearse(task):
    lines, terms = task["lines"], task["terms"]
    trials, months, target = terms["trials"], terms["periodCount"], terms["target"]
    correlations = task["correlations"]
    draws = np.random.default_rng(terms["seed"])
    normal = NormalDist()
    bookings = np.zeros(trials)
    booked = np.zeros((months, trials))
    paid = np.zeros((months, trials))
    closed = np.empty((len(lines), trials), dtype=bool)
    shared = {group: draws.standard_normal(trials) for group in correlations}
    for index, line in enumerate(lines):
        chance = line["probability"] / 10_000
        if line["group"] is None:
            closes = draws.random(trials) < chance
        else:
            rho = correlations[line["group"]] / 10_000
            luck = sqrt(rho) * shared[line["group"]] + sqrt(1 - rho) * draws.standard_normal(trials)
            closes = luck < normal.inv_cdf(chance)
        limits = np.cumsum(line["slip"])[:-1] / 10_000
        slipped = draws.random(trials)
        delay = np.zeros(trials, dtype=np.int8)
        for limit in limits:
            delay += slipped >= limit
        closes &= line["period"] + delay < months
        closed[index] = closes
        for months_late in range(len(line["slip"])):
            month = line["period"] + months_late
            if month >= months:
                break
            amount = (closes & (delay == months_late)) * float(line["amount"])
            booked[month] += amount
            bookings += amount
            for part in line["terms"]:
                if month + part["lag"] < months:
                    paid[month + part["lag"]] += amount * (part["basisPoints"] / 10_000)
    hit = bookings >= target
    closed_count = closed.sum(axis=1)
    closed_and_hit = (closed & hit).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        sensitivities = closed_and_hit / closed_count - (hit.sum() - closed_and_hit) / (trials - closed_count)
    series = [bookings, *booked, *paid]
    percentiles = [np.quantile(one, [0.1, 0.5, 0.9], method="inverted_cdf") for one in series]
    return series, hit, closed_count, sensitivities, percentiles


def bands(series, trials):
    """Between which values each percentile of another run of as many trials lies, five standard errors to both sides."""
    found = []
    for one in series:
        bounds = []
        for q in (0.1, 0.5, 0.9):
            error = 5 * sqrt(2 * q * (1 - q) / trials)
            low, high = np.quantile(one, [max(0, q - error), min(1, q + error)], method="inverted_cdf")
            bounds.append([float(low), float(high)])
        found.append(bounds)
    return found


task = json.load(sys.stdin)
begun, begun_at = time.process_time(), time.perf_counter()
series, hit, closed_count, sensitivities, _ = rehearse(task)
spent, took = time.process_time() - begun, time.perf_counter() - begun_at
json.dump(
    {
        "cpuMs": spent * 1000,
        "ms": took * 1000,
        "numpy": np.__version__,
        "hits": int(hit.sum()),
        "closed": closed_count.tolist(),
        "sensitivities": sensitivities.tolist(),
        "bands": bands(series, task["terms"]["trials"]),
    },
    sys.stdout,
)

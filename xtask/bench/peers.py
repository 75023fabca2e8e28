"""OR-Tools on instance files, as minimum-cost flow: peers.py FILE...

One line a file, key=value apart by spaces. "solve" is the solver's own call alone, "build" the making of its model.
Without a file it prints the version. Format of the files: crates/assign/README.md (QIAOHF01).
"""

import resource
import sys
import time

import numpy as np
import ortools
from ortools.graph.python import min_cost_flow

TOP = 10_000  # highest score


def read(path):
    """The sections of a file, and the worker and household of each edge."""
    data = open(path, "rb").read()
    if data[:8] != b"QIAOHF01":
        sys.exit(f"{path}: only instances without fallback jobs and demanded pairs")
    workers, households, jobs, edges = (int(n) for n in np.frombuffer(data, "<u8", 4, 8))
    at = 40

    def take(kind, count, pad=False):
        nonlocal at
        section = np.frombuffer(data, kind, count, at)
        at += section.nbytes
        if pad:
            at = (at + 7) // 8 * 8
        return section

    first = take("<u4", households + 1).astype(np.int64)
    priority = take("u1", households, pad=True)
    seats = take("<u4", jobs, pad=True).astype(np.int64)
    start = take("<u8", workers + 1).astype(np.int64)
    job, score = take("<u4", edges), take("<u2", edges)
    worker = np.repeat(np.arange(workers, dtype=np.int32), np.diff(start))
    household = np.repeat(np.arange(households, dtype=np.int32), np.diff(first))
    if priority.max(initial=0) > 1:
        sys.exit(f"{path}: only one priority class")
    return workers, jobs, first, priority == 1, seats, job, score, worker, household


def network(workers, jobs, first, priority, seats, job, score, worker, household):
    """Tails, heads, capacities, costs of the arcs (edges first) and supplies of the nodes.

    Nodes: workers, jobs, priority households, sink. A worker's unit flows through a job or is idle; idle costs the weight
    of a placement, and for the last member of a priority household twice that.
    """
    weight = TOP * min(workers, jobs) + 1
    with_priority = np.flatnonzero(priority)
    node = np.full(len(priority), -1)
    node[with_priority] = workers + jobs + np.arange(len(with_priority))
    sink = workers + jobs + len(with_priority)
    size = np.diff(first)
    inside = priority[household]
    members, others = np.flatnonzero(inside), np.flatnonzero(~inside)
    several = with_priority[size[with_priority] > 1]

    def fill(count, value):
        return np.full(count, value, np.int64)

    arcs = [
        (worker, workers + job.astype(np.int64), fill(len(job), 1), TOP - score.astype(np.int64)),
        (others, fill(len(others), sink), fill(len(others), 1), fill(len(others), TOP + weight)),
        (workers + np.arange(jobs), fill(jobs, sink), np.minimum(seats, workers), fill(jobs, 0)),
        (node[household[members]], members, fill(len(members), 1), fill(len(members), 0)),
        (node[several], fill(len(several), sink), size[several] - 1, fill(len(several), TOP + weight)),
        (node[with_priority], fill(len(with_priority), sink), np.minimum(size[with_priority], 1),
         fill(len(with_priority), TOP + 2 * weight)),
    ]
    tail, head, capacity, cost = (np.concatenate(column) for column in zip(*arcs))
    supply = np.zeros(sink + 1, np.int64)
    supply[others], supply[node[with_priority]], supply[sink] = 1, size[with_priority], -workers
    return tail.astype(np.int32), head.astype(np.int32), capacity, cost, supply


def goals(instance, taken):
    """Covered households; fallback; placed; score of a set of edges, after checking that it is feasible."""
    _, jobs, _, priority, seats, job, score, worker, household = instance
    assert len(np.unique(worker[taken])) == len(taken), "a worker is placed twice"
    assert (np.bincount(job[taken], minlength=jobs) <= seats).all(), "a job is overfull"
    covered = int(priority[np.unique(household[worker[taken]])].sum())
    some = str(covered) if priority.any() else ""
    return f"{some};0;{len(taken)};{int(score[taken].astype(np.int64).sum())}"


def run(path):
    instance = read(path)
    begin = time.perf_counter()
    tail, head, capacity, cost, supply = network(*instance)
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(tail, head, capacity, cost)
    flow.set_nodes_supplies(np.arange(len(supply), dtype=np.int32), supply)
    built, cpu = time.perf_counter(), time.process_time()
    status = flow.solve()
    solved, cpu = time.perf_counter(), time.process_time() - cpu
    if status != flow.OPTIMAL:
        sys.exit(f"{path}: {status}")
    taken = np.flatnonzero(flow.flows(arcs[: len(instance[5])]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"file={path} goals={goals(instance, taken)} build={built - begin:.6f} solve={solved - built:.6f} "
          f"cpu={cpu:.2f} rss_kb={peak}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(f"version={ortools.__version__}")
    for file in sys.argv[1:]:
        run(file)

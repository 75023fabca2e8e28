// LEMON on instance files, as minimum-cost flow: lemon ns|cs FILE...   (network simplex, cost scaling)
//
// One line a file, key=value apart by spaces. "solve" is the solver's own call alone, "build" the making of its model.
// Without an argument it prints the version. Format of the files: crates/assign/README.md (QIAOHF01 to QIAOHF03).
#include <lemon/config.h>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

using i64 = long long;
const i64 TOP = 10000;  // highest score

[[noreturn]] static void fail(const char *file, const char *why) {
  std::fprintf(stderr, "%s: %s\n", file, why);
  std::exit(1);
}

static double wall() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

static double cpu() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return double(t.tv_sec) + double(t.tv_nsec) * 1e-9;
}

struct Instance {
  i64 workers, households, jobs, edges;
  std::vector<uint32_t> first, seats, job;
  std::vector<uint8_t> priority, fallback, limit;  // priority class, 0 = none; most members placed, 255 = all
  std::vector<uint64_t> start;
  std::vector<uint16_t> score;
  std::vector<i64> pin;        // job of each worker who must have one, else -1
  std::vector<i64> household;  // of each worker

  explicit Instance(const char *file) {
    FILE *in = std::fopen(file, "rb");
    char magic[8];
    if (!in || std::fread(magic, 1, 8, in) != 8) fail(file, "cannot be read");
    if (std::memcmp(magic, "QIAOHF0", 7) || magic[7] < '1' || magic[7] > '3') fail(file, "is no instance");
    std::vector<i64> counts;
    take(in, file, counts, 4);
    workers = counts[0], households = counts[1], jobs = counts[2], edges = counts[3];
    take(in, file, first, households + 1);
    take(in, file, priority, households);
    pad(in);
    take(in, file, seats, jobs);
    pad(in);
    take(in, file, start, workers + 1);
    take(in, file, job, edges);
    take(in, file, score, edges);
    fallback.assign(jobs, 0);
    pin.assign(workers, -1);
    limit.assign(households, 255);
    if (magic[7] > '1') {
      pad(in);
      take(in, file, fallback, jobs);
      pad(in);
      std::vector<i64> count;
      take(in, file, count, 1);
      std::vector<uint32_t> pairs;
      take(in, file, pairs, 2 * count[0]);
      for (i64 k = 0; k < count[0]; k++) pin[pairs[2 * k]] = pairs[2 * k + 1];
    }
    if (magic[7] > '2') take(in, file, limit, households);
    std::fclose(in);
    household.resize(workers);
    for (i64 h = 0; h < households; h++)
      for (i64 i = first[h]; i < first[h + 1]; i++) household[i] = h;
  }

  template <class T>
  static void take(FILE *in, const char *file, std::vector<T> &out, i64 count) {
    out.resize(count);
    if (std::fread(out.data(), sizeof(T), count, in) != size_t(count)) fail(file, "ends too early");
  }

  static void pad(FILE *in) { std::fseek(in, (8 - std::ftell(in) % 8) % 8, SEEK_CUR); }
};

// Nodes: workers, jobs, households with priority or a limit, sink. A worker's unit flows through a job or is idle; units of a household
// beyond its limit are left out. Every way costs a constant less its value (README of the crate, "Weights"), so that none is negative.
struct Network {
  std::vector<std::pair<int, int>> arcs;
  std::vector<i64> cost, edge;  // edge: which one an arc is, or -1
  std::vector<int> capacity, supply;
  int nodes;

  explicit Network(const Instance &in) {
    i64 weight = TOP * std::min(in.workers, in.jobs) + 1;
    i64 classes = in.households ? *std::max_element(in.priority.begin(), in.priority.end()) : 0;
    i64 base = std::count(in.fallback.begin(), in.fallback.end(), 0) < in.jobs ? 2 : 1;
    std::vector<int> node(in.households, -1);
    nodes = int(in.workers + in.jobs);
    for (i64 h = 0; h < in.households; h++)
      if (in.priority[h] || in.limit[h] < 255) node[h] = nodes++;
    int sink = nodes++;
    supply.assign(nodes, 0);
    size_t most = in.edges + in.workers + in.jobs + 2 * in.households;
    arcs.reserve(most), cost.reserve(most), edge.reserve(most), capacity.reserve(most);
    auto add = [&](i64 from, i64 to, i64 upto, i64 price, i64 which = -1) {  // in the order of their tails
      arcs.push_back({int(from), int(to)});
      capacity.push_back(int(upto)), cost.push_back(price), edge.push_back(which);
    };
    for (i64 i = 0; i < in.workers; i++) {
      for (i64 e = in.start[i]; e < i64(in.start[i + 1]); e++)
        if (in.pin[i] < 0 || in.pin[i] == in.job[e])
          add(i, in.workers + in.job[e], 1, TOP - in.score[e] + (in.fallback[in.job[e]] ? 2 * weight : 0), e);
      int home = node[in.household[i]];
      if (home < 0 || in.pin[i] >= 0) supply[i]++;
      if (home < 0 && in.pin[i] < 0) add(i, sink, 1, TOP + weight);
    }
    for (i64 j = 0; j < in.jobs; j++) add(in.workers + j, sink, std::min<i64>(in.seats[j], in.workers), 0);
    for (i64 h = 0; h < in.households; h++) {
      if (node[h] < 0) continue;
      int free = 0;
      for (i64 i = in.first[h]; i < in.first[h + 1]; i++)
        if (in.pin[i] < 0) add(node[h], i, 1, 0), free++;
      int pinned = int(in.first[h + 1] - in.first[h]) - free, may = std::min(free, in.limit[h] - pinned);
      bool bonus = in.priority[h] && !pinned;  // else nothing changes whether the household is covered
      supply[node[h]] = may;
      if (may > bonus) add(node[h], sink, may - bonus, TOP + weight);
      if (may && bonus) add(node[h], sink, 1, TOP + weight + (base + classes - in.priority[h]) * weight);
    }
    for (int v = 0; v < sink; v++) supply[sink] -= supply[v];
  }
};

// Covered households by class; fallback; placed; score of a flow, after checking that it is feasible.
static std::string goals(const Instance &in, const std::vector<i64> &taken, const char *file) {
  i64 classes = in.households ? *std::max_element(in.priority.begin(), in.priority.end()) : 0;
  std::vector<char> placed(in.workers, 0), covered(in.households, 0);
  std::vector<i64> used(in.jobs, 0), by_class(classes, 0);
  i64 real = 0, fallback = 0, score = 0;
  for (i64 e : taken) {
    i64 i = std::upper_bound(in.start.begin(), in.start.end(), uint64_t(e)) - in.start.begin() - 1;
    if (placed[i]++ || ++used[in.job[e]] > in.seats[in.job[e]]) fail(file, "the answer is not feasible");
    (in.fallback[in.job[e]] ? fallback : real)++;
    score += in.score[e];
    covered[in.household[i]] = 1;
  }
  for (i64 h = 0; h < in.households; h++)
    if (in.priority[h]) by_class[in.priority[h] - 1] += covered[h];
  std::string text;
  for (i64 c = 0; c < classes; c++) text += (c ? "," : "") + std::to_string(by_class[c]);
  return text + ";" + std::to_string(fallback) + ";" + std::to_string(real) + ";" + std::to_string(score);
}

using Graph = lemon::StaticDigraph;

template <class Solver>
static bool solve(const Graph &graph, const Graph::ArcMap<int> &upper, const Graph::ArcMap<i64> &cost,
                  const Graph::NodeMap<int> &supply, Graph::ArcMap<int> &flow) {
  Solver solver(graph);
  solver.upperMap(upper).costMap(cost).supplyMap(supply);
  bool optimal = solver.run() == Solver::OPTIMAL;
  if (optimal) solver.flowMap(flow);
  return optimal;
}

static void run(const std::string &algorithm, const char *file) {
  Instance in(file);
  double begin = wall();
  Network net(in);
  Graph graph;
  graph.build(net.nodes, net.arcs.begin(), net.arcs.end());
  Graph::ArcMap<i64> cost(graph);
  Graph::ArcMap<int> upper(graph), flow(graph);
  Graph::NodeMap<int> supply(graph);
  for (size_t a = 0; a < net.arcs.size(); a++) {
    cost[graph.arc(int(a))] = net.cost[a];
    upper[graph.arc(int(a))] = net.capacity[a];
  }
  for (int v = 0; v < net.nodes; v++) supply[graph.node(v)] = net.supply[v];
  double built = wall(), before = cpu();
  bool optimal = algorithm == "ns"
                     ? solve<lemon::NetworkSimplex<Graph, int, i64>>(graph, upper, cost, supply, flow)
                     : solve<lemon::CostScaling<Graph, int, i64>>(graph, upper, cost, supply, flow);
  double solved = wall(), spent = cpu() - before;
  if (!optimal) fail(file, "no optimum was found");
  std::vector<i64> taken;
  for (size_t a = 0; a < net.arcs.size(); a++)
    if (net.edge[a] >= 0 && flow[graph.arc(int(a))]) taken.push_back(net.edge[a]);
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  std::printf("file=%s goals=%s build=%.6f solve=%.6f cpu=%.2f rss_kb=%ld\n", file, goals(in, taken, file).c_str(),
              built - begin, solved - built, spent, usage.ru_maxrss);
  std::fflush(stdout);
}

int main(int count, char **arguments) {
  if (count < 2) std::printf("version=%s\n", LEMON_VERSION);
  for (int k = 2; k < count; k++) run(arguments[1], arguments[k]);
}

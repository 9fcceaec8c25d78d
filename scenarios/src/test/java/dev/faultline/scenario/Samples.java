package dev.faultline.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios that can be used: together they say everything that can be said. */
final class Samples {
  static final Path EVERYTHING = Path.of("src/test/resources/good/everything.yaml");

  private static final String SYSTEM = "system: { protocol: toy, nodes: 5 }\n";

  private static final List<String> LATENCIES =
      List.of(
          "5ms",
          "0s",
          ".5ms",
          "1ms..10ms",
          "{ constant: 3h }",
          "{ uniform: 1ms..2ms }",
          "{ uniform: 2ms }",
          "{ exponential: { mean: 1 ms } }",
          "{ normal: { mean: 5ms, deviation: 0s } }",
          "{ lognormal: { median: 1ms, p99: 1ms } }",
          "{ pareto: { least: 1ns, shape: 3 } }",
          "{ empirical: [3ms, 1ms, 2ms] }",
          "{ empirical: { file: durations.csv } }");

  private static final List<String> FAULTS =
      List.of(
          "{ at: 10s, for: 15s, partition: [[n1, n2], [n3, n4, n5]] }",
          "{ at: 10s, for: 15s, partition: [[n1], [n2], [c1, c2]] }",
          "{ at: 10s, partition: ring }",
          "{ at: 10s, partition: { oneWay: { from: [n1, n2], to: n3 } } }",
          "{ at: 10s, partition: { links: [[n1, n2], [n3, c1]] } }",
          "{ at: 10s, partition: { bridge: n3 } }",
          "{ at: 10s, partition: { bridge: random } }",
          "{ at: 10s, partition: { bridge: { random: 1 } } }",
          "{ at: 10s, partition: { isolate: leader } }",
          "{ at: 10s, partition: { isolate: [n1, n2] } }",
          "{ at: 10s, partition: { split: minority } }",
          "{ at: 10s, for: 1s, clog: { from: n1, to: [n2, c1] } }",
          "{ at: 10s, for: 1s, crash: { target: n3 } }",
          "{ at: 10s, for: 0s, crash: { target: follower } }",
          "{ at: 10s, for: 1s, wipe: { target: majority } }",
          "{ at: 10s, for: 1s, pause: { target: all } }",
          "{ at: 10s, for: 1s, pause: { target: { random: 2 } } }",
          "{ at: 10s, for: 1s, slow: { target: n1, factor: 10x } }",
          "{ at: 10s, for: 1s, slow: { target: n1, factor: 1.5 x, by: 5ms } }",
          "{ at: 10s, for: 1s, disk: { target: n1, sync: 20x } }",
          "{ at: 10s, for: 1s, disk: { target: n1, fail: true } }",
          "{ at: 10s, for: 1s, disk: { target: n1, full: true } }",
          "{ at: 10s, disk: { target: n1, corrupt: 5% } }",
          "{ at: 10s, for: 1s, clock: { target: n1, drift: 500ppm } }",
          "{ at: 10s, for: 1s, clock: { target: n1, drift: -10% } }",
          "{ at: 10s, for: 1s, clock: { target: n1, jump: 2s } }",
          "{ at: 10s, for: 1s, clock: { target: n1, jump: -1.5s } }",
          "{ at: 10s, for: 1s, network: { loss: 10% } }",
          "{ at: 10s, for: 1s, network: { from: n1, to: n2, latency: 1s, duplicate: 1%, corrupt: 2% } }",
          "{ at: 10s, for: 1s, network: { burst: { good: 1s, bad: 1s, loss: 50% } } }",
          "{ at: 10s, drop: {} }",
          "{ at: 10s, drop: { from: n1, to: n2, message: Prepare, count: 3 } }",
          "{ at: 10s, delay: { from: [n1, n2], by: 1.2s } }",
          "{ at: 10s, duplicate: { to: c1 } }",
          "{ at: 10s, duplicate: { to: c1, after: 5ms } }",
          "{ at: 10s, corrupt: { message: Commit } }",
          "{ id: a.b-c_1, at: 10s, crash: { target: n1 } }",
          "{ on: { fact: BecameLeader }, for: 1s, crash: { target: leader } }",
          "{ on: { fact: Stored, node: n1, nth: 2, after: 5ms }, crash: { target: n1 } }",
          "{ on: { disk: before-sync }, for: 1s, crash: { target: n1 } }",
          "{ on: { disk: after-sync, node: n2, nth: 7 }, for: 1s, crash: { target: n2 } }",
          "{ on: { disk: before-sync }, for: 1s, crash: { target: reporter } }",
          "{ each: { fact: Stored }, drop: {} }",
          "{ each: { fact: Stored, node: n1, chance: 5% }, for: 1s, crash: { target: reporter } }",
          "{ each: { fact: Stored, after: 5ms }, for: 1s, partition: { isolate: reporter } }",
          "{ each: { fact: Stored, after: 0s..5ms }, stability: 1s, for: 1s..2s, pause: { target: all } }",
          "{ each: { disk: before-sync, chance: 1% }, for: 1s, crash: { target: reporter } }",
          "{ each: { disk: after-sync, node: n2 }, from: 1s, until: 2s, for: 1s, wipe: { target: n1 } }",
          "{ every: 5s, for: 1s, crash: { target: leader } }",
          "{ every: 5s, from: 10s, until: 59s, for: 1s..3s, crash: { target: leader } }",
          "{ every: 5s, disk: { target: n1, corrupt: 1% } }",
          "{ every: 5s, drop: { count: 2 } }",
          "{ random: 3/m, for: 1s, crash: { target: leader } }",
          "{ random: 7/h, from: 1s, stability: 2s, until: 5m, for: 1ms, pause: { target: n1 } }");

  private static final List<String> OTHERS =
      List.of(
          "",
          "seed: \"9223372036854775807\"\n",
          "workload: {}\n",
          "workload: { service: register, rate: 0.123456789/s }\n",
          "workload: { mix: { get: 0.5, cas: 50%, put: 0% } }\n",
          "workload: { service: kv }\nchecks: [linearizable]\n",
          "checks: [toy]\nexpect: undecided\n",
          "workload: {}\nexpect: { violation: linearizable }\n",
          "expect: { violation: liveness }\n",
          "expect: violation\n",
          "checks: [{ latency: { max: \"<= 1.5s\" } }]\nexpect: { violation: latency.max }\n",
          "checks: [{ messagesPerOperation: \">9\" }]\n",
          "operations: [{ at: 1s, client: c7, put: { key: k1, value: true } }]\n",
          "operations: []\nfaults: []\n",
          "chance: { salts: [{ from: 2s, salt: -7 }, { from: 1s, salt: 9 }] }\n",
          "chance: { priorities: { salt: 3 } }\n",
          "chance: { priorities: { salt: 3, changes: [2s, 1ms] } }\n",
          "recorded: { version: 0.1.0, fingerprint: 0123456789abcdef }\n"
              + "faults: [{ id: a.1, at: 3h, crash: { target: n1 } }]\n",
          "recorded: { version: \"1.0\", fingerprint: \"1234567890123456\" }\n",
          "about: \"# - 'odd': \\\"text\\\" \\t\\n \\\\ é 🚧 \\u2028\"\n",
          "found: { check: toy/no-loss, version: 0.1.0, witness: [n1 stored a, n2 stored b] }\n",
          "about: yes\n",
          "about: 12e3\n",
          "about: \" padded \"\n",
          "fuzz: {}\n",
          "fuzz: { nodes: 3, loss: 1%, faults: any, keep: [system, network, disk, clocks, workload] }\n",
          "fuzz: { nodes: { between: [3, 7] }, loss: { between: [0%, 5%] }, faults: [] }\n",
          "fuzz: { faults: [crash, pause, corrupt], keep: [faults, checks], burst: { oneOf: [true, false] } }\n",
          "fuzz: { duration: { between: [1s, 5s] }, serviceTime: 1ms, latency: { oneOf: [1ms, 1ms, 2s] },"
              + " duplicate: 1%, corrupt: 0%, fifo: true, links: 2, sync: 0s, damage: 5%, holes: false,"
              + " drift: { between: [0%, 200ppm] }, offset: 1h }\n",
          "fuzz: { clients: 2, rate: { between: [1/s, 90/s] }, keys: { oneOf: [1, 9] }, timeout: 1s,"
              + " mix: { oneOf: [{ get: 50%, put: 50% }, { cas: 100% }] } }\n",
          "fuzz: { mix: { put: 100% }, config: { batch: { between: [1, 64] }, heartbeat: { oneOf: [1ms, 9ms] },"
              + " electionTimeout: 1s..2s, mode: first-server, snapshots: { between: [1/s, 2/s] } } }\n");

  private Samples() {}

  /** The texts of all samples. */
  static List<String> all() throws IOException {
    return Stream.of(
            Stream.of(Files.readString(EVERYTHING)),
            LATENCIES.stream().map(latency -> SYSTEM + "network: { latency: " + latency + " }\n"),
            FAULTS.stream().map(fault -> withClients() + "faults:\n  - " + fault + "\n"),
            OTHERS.stream().map(other -> SYSTEM + other))
        .flatMap(samples -> samples)
        .toList();
  }

  private static String withClients() {
    return SYSTEM + "workload: { clients: 2 }\n";
  }
}

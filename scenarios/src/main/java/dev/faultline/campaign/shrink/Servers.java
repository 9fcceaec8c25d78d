package dev.faultline.campaign.shrink;

import dev.faultline.fault.FaultAction;
import dev.faultline.random.KeyedRandom;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.SystemSection;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes systems smaller: some of the servers stay, under the first names. */
final class Servers {
  private Servers() {}

  /** How many servers are worth a try instead of so many: odd numbers, and one less. */
  static List<Integer> fewer(int servers) {
    return IntStream.range(1, servers)
        .filter(size -> size % 2 == 1 || size == servers - 1)
        .boxed()
        .toList();
  }

  /** The same scenario on so many of its servers, which play drawn parts. */
  static Scenario drawn(Scenario scenario, int size, KeyedRandom random) {
    List<NodeId> left = new ArrayList<>(scenario.system().nodes());
    SortedMap<NodeId, NodeId> names = new TreeMap<>();
    for (int i = 1; i <= size; i++) {
      names.put(left.remove(random.nextInt(left.size())), NodeId.of("n" + i));
    }
    return of(scenario, names);
  }

  /**
   * The scenario on some of its servers.
   *
   * @param names each server that stays, and its new name: n1, n2, …
   */
  private static Scenario of(Scenario scenario, SortedMap<NodeId, NodeId> names) {
    SortedMap<NodeId, NodeId> all = new TreeMap<>(names);
    Stream.iterate(1, i -> i + 1)
        .limit(scenario.workload().map(load -> load.clients()).orElse(0))
        .map(i -> NodeId.of("c" + i))
        .forEach(client -> all.put(client, client));
    List<FaultAction> actions =
        Parts.actions(scenario).stream().flatMap(action -> renamed(action, all)).toList();
    return Parts.withActions(scenario, actions)
        .edited(draft -> {
          SystemSection system = scenario.system();
          draft.system =
              new SystemSection(
                  system.protocol(),
                  names.values().stream().sorted().toList(),
                  system.config(),
                  system.flaw(),
                  system.serviceTime());
        });
  }

  /** A fault of nobody is none. */
  private static Stream<FaultAction> renamed(FaultAction action, SortedMap<NodeId, NodeId> names) {
    return Rewriting.renamed(action.effect(), names).stream()
        .map(effect -> new FaultAction(action.id(), action.anchor(), action.lasts(), effect));
  }
}

package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Scenario;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.values.NodeId;
import dev.faultline.workload.PlannedOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Puts plain operations of few clients in the place of those that chance drew. */
final class Operations {
  private Operations() {}

  /** The scenario with simpler operations, in every possible way; the simplest first. */
  static List<Scenario> simpler(Scenario scenario) {
    if (scenario.operations().isEmpty() || scenario.workload().isEmpty()) {
      return List.of();
    }
    Service service = Services.named(scenario.workload().get().service());
    return Stream.of(
            Stream.of(withPlainWords(scenario, service)),
            fewerClients(scenario),
            simplerKinds(scenario, service))
        .flatMap(all -> all)
        .filter(other -> !other.equals(scenario))
        .toList();
  }

  /** Keys k1, k2, … and values v1, v2, …, in the order in which they come. */
  private static Scenario withPlainWords(Scenario scenario, Service service) {
    Map<String, String> keys = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    return mapped(
        scenario,
        each -> {
          Map<String, String> fields = new LinkedHashMap<>();
          service
              .fields(each.operation())
              .forEach((name, text) ->
                  fields.put(
                      name, name.equals("key") ? word(keys, "k", text) : word(values, "v", text)));
          Record operation = service.operation(service.kindOf(each.operation()), fields);
          return new PlannedOperation(each.at(), each.client(), operation);
        });
  }

  private static String word(Map<String, String> words, String letter, String text) {
    return words.computeIfAbsent(text, t -> letter + (words.size() + 1));
  }

  /** The clients c1, c2, … in the order in which they come. */
  static Scenario withFirstClients(Scenario scenario) {
    return withClients(scenario, firstClients(scenario));
  }

  private static Map<NodeId, NodeId> firstClients(Scenario scenario) {
    Map<NodeId, NodeId> names = new LinkedHashMap<>();
    for (PlannedOperation each : scenario.operations()) {
      names.computeIfAbsent(each.client(), client -> NodeId.of("c" + (names.size() + 1)));
    }
    return names;
  }

  /** Under other names, or one of them does the first one's work too. */
  private static Stream<Scenario> fewerClients(Scenario scenario) {
    Map<NodeId, NodeId> first = firstClients(scenario);
    List<Scenario> fewer = new ArrayList<>(List.of(withClients(scenario, first)));
    for (NodeId client : first.keySet()) {
      Map<NodeId, NodeId> merged = new LinkedHashMap<>(first);
      merged.put(client, NodeId.of("c1"));
      fewer.add(withClients(scenario, merged));
    }
    return fewer.stream();
  }

  private static Scenario withClients(Scenario scenario, Map<NodeId, NodeId> names) {
    return mapped(
        scenario,
        each ->
            new PlannedOperation(
                each.at(), names.getOrDefault(each.client(), each.client()), each.operation()));
  }

  /** One operation of a kind that says less. */
  private static Stream<Scenario> simplerKinds(Scenario scenario, Service service) {
    List<Scenario> simpler = new ArrayList<>();
    for (PlannedOperation operation : scenario.operations()) {
      Map<String, String> fields = service.fields(operation.operation());
      for (Service.Kind kind : service.kinds()) {
        List<String> wanted = kind.fields().stream().map(Service.Field::name).toList();
        if (wanted.size() <= fields.size() && fields.keySet().containsAll(wanted)) {
          Map<String, String> kept = new LinkedHashMap<>(fields);
          kept.keySet().retainAll(wanted);
          PlannedOperation other =
              new PlannedOperation(
                  operation.at(), operation.client(), service.operation(kind.name(), kept));
          simpler.add(mapped(scenario, each -> each == operation ? other : each));
        }
      }
    }
    return simpler.stream();
  }

  private static Scenario mapped(Scenario scenario, UnaryOperator<PlannedOperation> change) {
    return Parts.withOperations(scenario, scenario.operations().stream().map(change).toList());
  }
}

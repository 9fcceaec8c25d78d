package dev.faultline.scenario.form;

import dev.faultline.values.NodeId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The nodes that a scenario can name. */
public record Roster(List<NodeId> servers, List<NodeId> clients) {
  public Roster {
    servers = List.copyOf(servers);
    clients = List.copyOf(clients);
  }

  /** So many nodes with a letter and a number: {@code n1}, {@code n2}, … */
  public static List<NodeId> numbered(String letter, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> NodeId.of(letter + i)).toList();
  }

  /** {@code "n1 to n5 or c1 to c8"}, {@code "n1"}. */
  static String span(List<NodeId> first, List<NodeId> second) {
    return Words.either(
        Stream.of(first, second).filter(nodes -> !nodes.isEmpty()).map(Roster::span).toList());
  }

  private static String span(List<NodeId> nodes) {
    return nodes.size() == 1
        ? nodes.getFirst().name()
        : nodes.getFirst() + " to " + nodes.getLast();
  }
}

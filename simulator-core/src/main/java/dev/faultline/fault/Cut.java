package dev.faultline.fault;

import dev.faultline.values.NodeId;
import java.util.List;

/**
 * The shape of a partition. Nodes that a shape does not name stay connected to everyone, clients
 * included.
 */
public sealed interface Cut {
  /** Nodes of different groups do not hear each other. */
  record Groups(List<List<NodeId>> groups) implements Cut {
    public Groups {
      groups = groups.stream().map(List::copyOf).toList();
      if (groups.size() < 2) {
        throw new IllegalArgumentException("a partition has at least two groups");
      }
      List<NodeId> all = groups.stream().flatMap(List::stream).toList();
      for (int i = 0; i < all.size(); i++) {
        if (all.subList(0, i).contains(all.get(i))) {
          throw new IllegalArgumentException("a partition names " + all.get(i) + " twice");
        }
      }
    }
  }

  /** What {@code from} sends does not reach {@code to}; the other way works. */
  record OneWay(List<NodeId> from, List<NodeId> to) implements Cut {
    public OneWay {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /** Single links are cut, both ways. */
  record Links(List<Link> links) implements Cut {
    public Links {
      links = List.copyOf(links);
    }
  }

  /** A link between two nodes. */
  record Link(NodeId a, NodeId b) {}

  /** One drawn or named server is connected to all; the others are split in halves around it. */
  record Bridge(Target over) implements Cut {}

  /** Each server hears its two neighbours only, in the order of their names. */
  record Ring() implements Cut {}

  /** Each node of the target hears no other server. */
  record Isolate(Target target) implements Cut {}

  /** The nodes of the target on one side, all other servers on the other. */
  record Split(Target target) implements Cut {}
}

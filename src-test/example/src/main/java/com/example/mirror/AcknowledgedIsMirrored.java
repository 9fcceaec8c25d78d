package com.example.mirror;

import com.example.mirror.MirrorFact.Acknowledged;
import com.example.mirror.MirrorFact.Stored;
import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What clients are told of is on every server's disk. */
final class AcknowledgedIsMirrored implements Invariant {
  private final List<NodeId> servers;
  private final Map<NodeId, Long> stored = new TreeMap<>();

  AcknowledgedIsMirrored(List<NodeId> servers) {
    this.servers = servers;
  }

  @Override
  public String name() {
    return "mirror/acknowledged-is-mirrored";
  }

  @Override
  public List<Class<? extends Fact>> observes() {
    return List.of(Stored.class, Acknowledged.class);
  }

  @Override
  public void on(Fact fact, NodeId node, Verdicts verdicts) {
    switch ((MirrorFact) fact) {
      case Stored(long version) -> stored.merge(node, version, Math::max);
      case Acknowledged(long version) -> judge(version, verdicts);
    }
  }

  private void judge(long version, Verdicts verdicts) {
    for (NodeId server : servers) {
      long there = stored.getOrDefault(server, 0L);
      if (there < version) {
        List<Sighting> evidence = List.of(verdicts.sighting());
        verdicts.violated(
            evidence, "version %d is acknowledged, and %s has version %d", version, server, there);
        return;
      }
    }
  }
}

package com.example.mirror;

import dev.faultline.check.Invariant;
import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.Flaw;
import dev.faultline.simulation.Protocol;
import dev.faultline.simulation.Recovery;
import dev.faultline.values.NodeId;
import dev.faultline.workload.Client;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A register on a primary, mirrored by all other servers. */
public final class MirrorProtocol implements Protocol<MirrorConfig> {
  @Override
  public String name() {
    return "mirror";
  }

  @Override
  public String about() {
    return "A register on a primary, mirrored by all other servers.";
  }

  @Override
  public MirrorConfig defaults() {
    return new MirrorConfig(Duration.ofMillis(50));
  }

  @Override
  public List<String> services() {
    return List.of("register");
  }

  @Override
  public List<Flaw> flaws() {
    return List.of(new Flaw("M01", "The primary answers before the mirrors have it.", "made up"));
  }

  @Override
  public Deployment<MirrorMessage> deploy(
      MirrorConfig config, List<NodeId> nodes, Optional<String> flaw) {
    return new Mirrored(config, nodes, flaw.isPresent());
  }

  /** The first server is the primary. */
  private record Mirrored(MirrorConfig config, List<NodeId> servers, boolean hasty)
      implements Deployment<MirrorMessage> {
    @Override
    public Node<MirrorMessage> node(Context<MirrorMessage> context) {
      if (!context.self().equals(servers.getFirst())) {
        return new Mirror(context);
      }
      List<NodeId> mirrors = servers.subList(1, servers.size());
      return hasty
          ? new Primary.Hasty(context, mirrors, config)
          : new Primary(context, mirrors, config);
    }

    @Override
    public Client<MirrorMessage, ?, ?> client(String service, Context<MirrorMessage> context) {
      return new MirrorClient(context, servers.getFirst(), config);
    }

    @Override
    public List<Invariant> invariants() {
      return List.of(new AcknowledgedIsMirrored(servers));
    }

    /** While one server is down, nothing moves. Clocks do not matter; disks keep their word. */
    @Override
    public FaultBudget budget() {
      return new FaultBudget(0, 0, true, false);
    }

    /** In the calm, one repetition each brings a request to the primary and its copy to all. */
    @Override
    public Recovery recovery() {
      Distribution calm = new Distribution.Constant(Duration.ofMillis(1));
      return new Recovery(calm, config.retry().multipliedBy(40), servers.size());
    }
  }
}

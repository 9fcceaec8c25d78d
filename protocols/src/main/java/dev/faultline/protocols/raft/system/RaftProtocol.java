package dev.faultline.protocols.raft.system;

import dev.faultline.protocols.raft.RaftConfig;
import dev.faultline.protocols.raft.RaftRules;
import dev.faultline.protocols.raft.flawed.RaftFlaw;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.Flaw;
import dev.faultline.simulation.Protocol;
import dev.faultline.values.NodeId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Raft under its name. */
public final class RaftProtocol implements Protocol<RaftConfig> {
  @Override
  public String name() {
    return "raft";
  }

  @Override
  public String about() {
    return "A replicated log with an elected leader, and a key-value store on top (Ongaro and"
        + " Ousterhout, USENIX ATC 2014).";
  }

  @Override
  public RaftConfig defaults() {
    return RaftConfig.DEFAULT;
  }

  @Override
  public List<String> services() {
    return List.of(RaftDeployment.KV, RaftDeployment.REGISTER);
  }

  @Override
  public List<Flaw> flaws() {
    return Arrays.stream(RaftFlaw.values()).map(RaftFlaw::flaw).toList();
  }

  @Override
  public Deployment<?> deploy(RaftConfig config, List<NodeId> nodes, Optional<String> flaw) {
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("raft needs at least one node");
    }
    RaftRules rules = flaw.map(id -> RaftFlaw.of(id).rules()).orElseGet(RaftRules::new);
    return new RaftDeployment(config, nodes, rules);
  }
}

package dev.faultline.protocols.raft.system;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sometimes;
import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.protocols.raft.RaftClient;
import dev.faultline.protocols.raft.RaftConfig;
import dev.faultline.protocols.raft.RaftMessage;
import dev.faultline.protocols.raft.RaftNode;
import dev.faultline.protocols.raft.RaftRules;
import dev.faultline.protocols.raft.RegisterClient;
import dev.faultline.protocols.raft.invariants.AcknowledgedIsCommitted;
import dev.faultline.protocols.raft.invariants.CommitFollowsMajority;
import dev.faultline.protocols.raft.invariants.CommitGrows;
import dev.faultline.protocols.raft.invariants.CommitOwnTerm;
import dev.faultline.protocols.raft.invariants.ElectionSafety;
import dev.faultline.protocols.raft.invariants.LeaderAppendOnly;
import dev.faultline.protocols.raft.invariants.LeaderCompleteness;
import dev.faultline.protocols.raft.invariants.LogMatching;
import dev.faultline.protocols.raft.invariants.MatchGrows;
import dev.faultline.protocols.raft.invariants.StateMachineSafety;
import dev.faultline.protocols.raft.invariants.TermGrows;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.Recovery;
import dev.faultline.values.NodeId;
import dev.faultline.workload.Client;
import java.util.ArrayList;
import java.util.List;

/** A Raft system with its servers and rules. */
final class RaftDeployment implements Deployment<RaftMessage> {
  static final String KV = "kv";
  static final String REGISTER = "register";

  private final RaftConfig config;
  private final List<NodeId> servers;
  private final RaftRules rules;

  RaftDeployment(RaftConfig config, List<NodeId> servers, RaftRules rules) {
    this.config = config;
    this.servers = List.copyOf(servers);
    this.rules = rules;
  }

  @Override
  public Node<RaftMessage> node(Context<RaftMessage> context) {
    return new RaftNode(context, servers, config, rules);
  }

  @Override
  public Client<RaftMessage, ?, ?> client(String service, Context<RaftMessage> context) {
    return switch (service) {
      case KV -> new RaftClient(context, servers, config);
      case REGISTER -> new RegisterClient(new RaftClient(context, servers, config));
      default -> throw new IllegalArgumentException("raft offers no service '" + service + "'");
    };
  }

  @Override
  public List<Invariant> invariants() {
    List<Invariant> invariants =
        new ArrayList<>(
            List.of(
                new ElectionSafety(),
                new LeaderAppendOnly(),
                new LogMatching(),
                new LeaderCompleteness(),
                new StateMachineSafety(),
                new TermGrows(),
                new CommitGrows(),
                new CommitOwnTerm(),
                new AcknowledgedIsCommitted()));
    if (servers.size() > 1) {
      invariants.add(new MatchGrows());
    }
    if (servers.size() > 2) {
      invariants.add(new CommitFollowsMajority(servers.size()));
    }
    return List.copyOf(invariants);
  }

  @Override
  public List<Sometimes> sometimes() {
    return RaftSigns.all();
  }

  /**
   * A minority may stop and clocks may do what they like, since no rule relies on time. A disk must
   * keep what it synced: a server stops when it finds that its disk did not, but damage to the last
   * entries of a log cannot be told from a torn write (Alagappan et al., FAST 2018).
   */
  @Override
  public FaultBudget budget() {
    return FaultBudget.majority(servers.size());
  }

  @Override
  public Recovery recovery() {
    return new RecoveryBound(config, servers.size()).recovery();
  }
}

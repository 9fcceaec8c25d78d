package dev.faultline.scenario;

import dev.faultline.check.Invariant;
import dev.faultline.check.Verdicts;
import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.Flaw;
import dev.faultline.simulation.Protocol;
import dev.faultline.simulation.Recovery;
import dev.faultline.trace.Fact;
import dev.faultline.values.About;
import dev.faultline.values.Drift;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import dev.faultline.workload.Client;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A protocol that can be configured and named, and does nothing. */
final class ToyProtocol implements Protocol<ToyProtocol.Config> {
  /** One component of each type that a configuration can have. */
  record Config(
      @About("How long to wait.") DurationRange electionTimeout,
      @About("How often to speak.") Duration heartbeat,
      @About("How many entries, at least 1.") int batch,
      @About("How many bytes.") long bytes,
      @About("By how much to back off.") double backoff,
      @About("Ask before?") boolean preVote,
      @About("How much to sample.") Share sample,
      @About("How often to snapshot.") Optional<Rate> snapshots,
      @About("How wrong clocks may be.") Drift drift,
      @About("Who may lead.") Mode mode,
      @About("What it is called.") String label,
      @About("Weights.") List<Integer> weights,
      @About("Where to start.") Optional<NodeId> first,
      @About("How long work takes.") Distribution work) {
    Config {
      weights = List.copyOf(weights);
      if (batch < 1) {
        throw new IllegalArgumentException("batch is at least 1, got " + batch);
      }
      if (heartbeat.compareTo(electionTimeout.min()) >= 0) {
        throw new IllegalArgumentException("heartbeat is below the election timeout");
      }
    }
  }

  enum Mode {
    ANY_SERVER,
    FIRST_SERVER
  }

  sealed interface ToyFact extends Fact {}

  record BecameLeader(long term) implements ToyFact {}

  record Stored(String value) implements ToyFact {}

  static final Config DEFAULTS =
      new Config(
          DurationRange.parse("150ms..300ms"),
          Duration.ofMillis(50),
          64,
          1L << 40,
          1.5,
          false,
          new Share(0.125),
          Optional.empty(),
          Drift.parse("200ppm"),
          Mode.ANY_SERVER,
          "yes, it: is",
          List.of(),
          Optional.empty(),
          new Distribution.Constant(Duration.ofMillis(1)));

  static final Protocols INSTALLED = Protocols.of(List.of(new ToyProtocol()));

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String about() {
    return "A toy.";
  }

  @Override
  public Config defaults() {
    return DEFAULTS;
  }

  @Override
  public List<String> services() {
    return List.of("kv", "register");
  }

  @Override
  public List<Flaw> flaws() {
    return List.of(new Flaw("T01", "Breaks.", "here"), new Flaw("T02", "Breaks more.", "here"));
  }

  @Override
  public Deployment<?> deploy(Config config, List<NodeId> nodes, Optional<String> flaw) {
    if (nodes.size() > 100) {
      throw new IllegalArgumentException("a toy has at most 100 servers, got " + nodes.size());
    }
    return new ToyDeployment(nodes.size());
  }

  private record ToyDeployment(int nodes) implements Deployment<String> {
    @Override
    public Node<String> node(Context<String> context) {
      throw new UnsupportedOperationException("a toy does not run");
    }

    @Override
    public Client<String, ?, ?> client(String service, Context<String> context) {
      throw new UnsupportedOperationException("a toy does not run");
    }

    @Override
    public List<Invariant> invariants() {
      return List.of(new Rule("toy/one-leader"), new Rule("toy/no-loss"));
    }

    @Override
    public FaultBudget budget() {
      return FaultBudget.majority(nodes);
    }

    @Override
    public Recovery recovery() {
      Distribution calm = new Distribution.Constant(Duration.ofMillis(1));
      return new Recovery(calm, Duration.ofSeconds(5), nodes / 2 + 1);
    }
  }

  private record Rule(String name) implements Invariant {
    @Override
    public List<Class<? extends Fact>> observes() {
      return List.of(BecameLeader.class);
    }

    @Override
    public void on(Fact fact, NodeId node, Verdicts verdicts) {}
  }
}

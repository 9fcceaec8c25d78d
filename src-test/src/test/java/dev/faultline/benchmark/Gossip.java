package dev.faultline.benchmark;

import dev.faultline.check.Invariant;
import dev.faultline.network.LinkSettings;
import dev.faultline.network.NetworkSettings;
import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.node.Timer;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.Recovery;
import dev.faultline.simulation.RunSettings;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import dev.faultline.workload.Client;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** W2 on the public API, fingerprint on. */
final class Gossip implements Deployment<Gossip.Message> {
  sealed interface Message {
    record Ping() implements Message {}

    record Pong() implements Message {}
  }

  private final List<NodeId> nodes;

  Gossip(int nodes) {
    this.nodes = IntStream.rangeClosed(1, nodes).mapToObj(i -> NodeId.of("n" + i)).toList();
  }

  /** A run that is ready to go, at the beginning of time. */
  Simulation simulation(long seed) {
    LinkSettings link =
        new LinkSettings(
            new Distribution.Uniform(DurationRange.parse("1ms..10ms")),
            Share.parse("1%"),
            Share.NONE,
            Share.NONE,
            Optional.empty(),
            false);
    return new Simulation(
        this,
        RunSettings.calm(seed, Duration.ofHours(1000), nodes)
            .with(NetworkSettings.of(link))
            .with(new RunSettings.Bounds(Long.MAX_VALUE, Long.MAX_VALUE)),
        Options.DEFAULT);
  }

  @Override
  public Node<Message> node(Context<Message> context) {
    return new Gossiper(context, nodes);
  }

  private static final class Gossiper implements Node<Message> {
    private static final long PERIOD = 10_000_000;

    private final Context<Message> context;
    private final List<NodeId> peers;
    private final Timer tick;

    Gossiper(Context<Message> context, List<NodeId> peers) {
      this.context = context;
      this.peers = peers;
      this.tick = context.timer("tick", this::onTick);
    }

    @Override
    public void start() {
      tick.restart(context.random().nextLong(PERIOD));
    }

    private void onTick() {
      context.send(peers.get(context.random().nextInt(peers.size())), new Message.Ping());
      tick.restart(PERIOD);
    }

    @Override
    public void receive(NodeId from, Message message) {
      switch (message) {
        case Message.Ping() -> context.send(from, new Message.Pong());
        case Message.Pong() -> {}
      }
    }

    @Override
    public Record view() {
      return new Message.Pong();
    }
  }

  @Override
  public Client<Message, ?, ?> client(String service, Context<Message> context) {
    throw new UnsupportedOperationException("gossip has no clients");
  }

  @Override
  public List<Invariant> invariants() {
    return List.of();
  }

  @Override
  public FaultBudget budget() {
    return FaultBudget.majority(nodes.size());
  }

  @Override
  public Recovery recovery() {
    return new Recovery(
        new Distribution.Constant(Duration.ofMillis(1)), Duration.ofSeconds(1), nodes.size());
  }
}

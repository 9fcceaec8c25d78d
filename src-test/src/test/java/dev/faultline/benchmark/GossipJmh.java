package dev.faultline.benchmark;

import dev.faultline.simulation.Simulation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** W1 and W2 under JMH: time per event, by hand and on the public API. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(value = 2, jvmArgs = "-XX:+UseSerialGC")
public class GossipJmh {
  private static final int EVENTS = 100_000;

  @Param({"16", "1024", "16384"})
  public int nodes;

  private Simulation onApi = new Gossip(1).simulation(1);
  private FusedGossip byHand = new FusedGossip(1, 1);
  private FusedPhold phold = new FusedPhold(1, 1, 1);

  @Setup
  public void setUp() {
    onApi = new Gossip(nodes).simulation(1);
    byHand = new FusedGossip(nodes, 1);
    phold = new FusedPhold(nodes, 1, 1);
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long gossipOnPublicApi() {
    long last = onApi.events() + EVENTS;
    while (onApi.events() < last) {
      onApi.step();
    }
    return onApi.fingerprint();
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long gossipByHand() {
    return byHand.run(EVENTS);
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long pholdByHand() {
    return phold.run(EVENTS);
  }
}

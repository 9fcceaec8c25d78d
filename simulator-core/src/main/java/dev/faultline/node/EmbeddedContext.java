package dev.faultline.node;

import dev.faultline.disk.Disk;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The context of a protocol inside another: it wraps what the inner one sends. */
final class EmbeddedContext<N, M> implements Context<N> {
  private final Context<M> outer;
  private final Function<N, M> wrap;

  EmbeddedContext(Context<M> outer, Function<N, M> wrap) {
    this.outer = outer;
    this.wrap = wrap;
  }

  @Override
  public NodeId self() {
    return outer.self();
  }

  @Override
  public long nanoTime() {
    return outer.nanoTime();
  }

  @Override
  public InstantSource clock() {
    return outer.clock();
  }

  @Override
  public void send(NodeId to, N message) {
    outer.send(to, wrap.apply(message));
  }

  @Override
  public Timer timer(String name, Runnable action) {
    return outer.timer(name, action);
  }

  @Override
  public RandomGenerator random() {
    return outer.random();
  }

  @Override
  public Disk disk() {
    return outer.disk();
  }

  @Override
  public void report(Fact fact) {
    outer.report(fact);
  }

  @Override
  public <I> Context<I> embed(Function<I, N> inner) {
    return new EmbeddedContext<>(this, inner);
  }
}

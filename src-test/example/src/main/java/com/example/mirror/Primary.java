package com.example.mirror;

import com.example.mirror.MirrorFact.Acknowledged;
import com.example.mirror.MirrorFact.Stored;
import com.example.mirror.MirrorMessage.Copied;
import com.example.mirror.MirrorMessage.Copy;
import com.example.mirror.MirrorMessage.Reply;
import com.example.mirror.MirrorMessage.Request;
import dev.faultline.disk.Journal;
import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.node.Timer;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Performs requests, and answers when every mirror has what they changed. */
class Primary implements Node<MirrorMessage> {
  private final Context<MirrorMessage> context;
  private final List<NodeId> mirrors;
  private final MirrorConfig config;
  private final Journal<State> journal;
  private final Timer retry;
  private final Map<NodeId, Long> copied = new TreeMap<>();
  private State state = State.EMPTY;
  private long durable;
  private long acknowledged;

  Primary(Context<MirrorMessage> context, List<NodeId> mirrors, MirrorConfig config) {
    this.context = context;
    this.mirrors = mirrors;
    this.config = config;
    this.journal = context.disk().journal("states");
    this.retry = context.timer("retry", this::copy);
    mirrors.forEach(mirror -> copied.put(mirror, 0L));
  }

  @Override
  public void start() {
    for (long i = 0; i < journal.size(); i++) {
      state = journal.read(i).whole().orElse(state);
    }
    // What was read may not be durable yet: a sync of the life before covers it, or none does.
    store();
    retry.restart(config.retry());
  }

  @Override
  public void receive(NodeId from, MirrorMessage message) {
    switch (message) {
      case Request request -> serve(from, request);
      case Copied reached -> {
        copied.merge(from, reached.version(), Math::max);
        acknowledge();
      }
      case Reply reply -> {} // for clients
      case Copy copy -> {} // for mirrors
    }
  }

  private void serve(NodeId client, Request request) {
    if (!state.covers(client, request)) {
      state = state.after(client, request);
      journal.append(state);
      store();
      copy();
    } else if (mayAnswer(state.version())) {
      context.send(client, state.replies().get(client));
    }
  }

  private void store() {
    long version = state.version();
    context
        .disk()
        .sync(() -> {
          durable = version;
          context.report(new Stored(version));
          acknowledge();
        });
  }

  private void copy() {
    mirrors.forEach(mirror -> context.send(mirror, new Copy(state.version(), state.value())));
    retry.restart(config.retry());
  }

  private void acknowledge() {
    long version = state.version();
    if (acknowledged < version && mayAnswer(version)) {
      acknowledged = version;
      context.report(new Acknowledged(version));
      state.replies().forEach(context::send);
    }
  }

  /** A version may be shown when every disk has it. The flawed primary thinks otherwise. */
  boolean mayAnswer(long version) {
    return isDurable(version) && copied.values().stream().allMatch(mirrored -> mirrored >= version);
  }

  final boolean isDurable(long version) {
    return durable >= version;
  }

  @Override
  public Record view() {
    return state;
  }

  /** M01: answers when its own disk has a version, and leaves the mirrors behind. */
  static final class Hasty extends Primary {
    Hasty(Context<MirrorMessage> context, List<NodeId> mirrors, MirrorConfig config) {
      super(context, mirrors, config);
    }

    @Override
    boolean mayAnswer(long version) {
      return isDurable(version);
    }
  }
}

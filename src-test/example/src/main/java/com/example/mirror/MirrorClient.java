package com.example.mirror;

import com.example.mirror.MirrorMessage.Reply;
import com.example.mirror.MirrorMessage.Request;
import dev.faultline.history.Outcome;
import dev.faultline.node.Context;
import dev.faultline.node.Timer;
import dev.faultline.service.RegisterOperation;
import dev.faultline.service.RegisterResult;
import dev.faultline.values.NodeId;
import dev.faultline.workload.Client;
import java.util.Optional;
import java.util.function.Consumer;

/** A client: asks the primary again and again until it is answered. */
final class MirrorClient implements Client<MirrorMessage, RegisterOperation, RegisterResult> {
  /** A client at one moment. */
  record View(long number, boolean waiting) {}

  private final Context<MirrorMessage> context;
  private final NodeId primary;
  private final MirrorConfig config;
  private final Timer retry;
  private long number;
  private Optional<Request> open = Optional.empty();
  private Consumer<Outcome<RegisterResult>> done = outcome -> {};

  MirrorClient(Context<MirrorMessage> context, NodeId primary, MirrorConfig config) {
    this.context = context;
    this.primary = primary;
    this.config = config;
    this.retry = context.timer("retry", this::ask);
  }

  @Override
  public void start() {}

  @Override
  public void invoke(RegisterOperation operation, Consumer<Outcome<RegisterResult>> whenDone) {
    open = Optional.of(new Request(++number, operation));
    done = whenDone;
    ask();
  }

  private void ask() {
    open.ifPresent(request -> {
      context.send(primary, request);
      retry.restart(config.retry());
    });
  }

  @Override
  public void receive(NodeId from, MirrorMessage message) {
    if (message instanceof Reply reply && open.isPresent() && reply.number() == number) {
      open = Optional.empty();
      retry.cancel();
      done.accept(new Outcome.Ok<>(reply.result()));
    }
  }

  @Override
  public Record view() {
    return new View(number, open.isPresent());
  }
}

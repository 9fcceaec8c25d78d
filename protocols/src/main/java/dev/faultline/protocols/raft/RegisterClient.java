package dev.faultline.protocols.raft;

import dev.faultline.history.Outcome;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.service.RegisterOperation;
import dev.faultline.service.RegisterOperation.CompareAndSet;
import dev.faultline.service.RegisterOperation.Read;
import dev.faultline.service.RegisterOperation.Write;
import dev.faultline.service.RegisterResult;
import dev.faultline.values.NodeId;
import dev.faultline.workload.Client;
import java.util.function.Consumer;

/** A client of a register: one key of the key-value store. */
public final class RegisterClient
    implements Client<RaftMessage, RegisterOperation, RegisterResult> {
  private static final String KEY = "register";

  private final RaftClient client;

  public RegisterClient(RaftClient client) {
    this.client = client;
  }

  @Override
  public void start() {
    client.start();
  }

  @Override
  public void receive(NodeId from, RaftMessage message) {
    client.receive(from, message);
  }

  @Override
  public void invoke(RegisterOperation operation, Consumer<Outcome<RegisterResult>> done) {
    client.invoke(onKey(operation), outcome -> done.accept(ofRegister(outcome)));
  }

  @Override
  public Record view() {
    return client.view();
  }

  private static KvOperation onKey(RegisterOperation operation) {
    return switch (operation) {
      case Read read -> new KvOperation.Get(KEY);
      case Write write -> new KvOperation.Put(KEY, write.value());
      case CompareAndSet swap -> new KvOperation.CompareAndSet(KEY, swap.expected(), swap.value());
    };
  }

  private static Outcome<RegisterResult> ofRegister(Outcome<KvResult> outcome) {
    return switch (outcome) {
      case Outcome.Ok<KvResult>(KvResult result) -> new Outcome.Ok<>(ofRegister(result));
      case Outcome.Failed<KvResult>(String why) -> new Outcome.Failed<>(why);
      case Outcome.Unknown<KvResult> unknown -> new Outcome.Unknown<>();
    };
  }

  private static RegisterResult ofRegister(KvResult result) {
    return switch (result) {
      case KvResult.Found found -> new RegisterResult.Found(found.value());
      case KvResult.Written written -> new RegisterResult.Written();
      case KvResult.Swapped swapped -> new RegisterResult.Swapped(swapped.matched());
    };
  }
}

package dev.faultline.protocols.raft;

import dev.faultline.history.Outcome;
import dev.faultline.node.Context;
import dev.faultline.node.Timer;
import dev.faultline.protocols.raft.RaftMessage.Answer;
import dev.faultline.protocols.raft.RaftMessage.ClientRequest;
import dev.faultline.protocols.raft.RaftMessage.Internal;
import dev.faultline.protocols.raft.RaftMessage.NotLeader;
import dev.faultline.protocols.raft.RaftMessage.Reply;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.values.NodeId;
import dev.faultline.workload.Client;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client: section 8 of the paper, sections 6.2 and 6.3 of the dissertation.
 *
 * <p>It sends an operation to the server that it takes for the leader, follows the hints of servers
 * that are not, and repeats the operation under the same number, at the next server, when it hears
 * nothing. It cannot tell a lost request from a lost answer, so no outcome is ever {@link
 * Outcome.Failed}.
 */
public final class RaftClient implements Client<RaftMessage, KvOperation, KvResult> {
  private final Context<RaftMessage> context;
  private final List<NodeId> servers;
  private final RaftConfig config;
  private final Timer retry;
  private Session session;
  private NodeId server;
  private @Nullable NodeId silent;
  private boolean asked;
  private long sequence;
  private @Nullable ClientRequest open;
  private Consumer<Outcome<KvResult>> done = outcome -> {};

  /**
   * @param servers all servers of the system
   */
  public RaftClient(Context<RaftMessage> context, List<NodeId> servers, RaftConfig config) {
    this.context = context;
    this.servers = servers;
    this.config = config;
    this.retry = context.timer("retry", this::retry);
    this.session = new Session(context.self(), 0);
    this.server = servers.get(0);
  }

  @Override
  public void start() {
    session = new Session(context.self(), context.random().nextLong());
    server = servers.get(context.random().nextInt(servers.size()));
  }

  @Override
  public void invoke(KvOperation operation, Consumer<Outcome<KvResult>> whenDone) {
    sequence++;
    open = new ClientRequest(session, sequence, operation);
    done = whenDone;
    silent = null;
    ask(open);
  }

  @Override
  public void receive(NodeId from, RaftMessage message) {
    switch (message) {
      case Answer answer -> finish(answer);
      case NotLeader answer -> lookElsewhere(from, answer);
      case ClientRequest request -> {} // for servers
      case Internal internal -> {} // for servers
    }
  }

  private void finish(Answer answer) {
    if (open != null && isAbout(open, answer)) {
      open = null;
      retry.cancel();
      done.accept(new Outcome.Ok<>(answer.result()));
    }
  }

  /** Asks the leader by the server's account; without one, another server in a while. */
  private void lookElsewhere(NodeId from, NotLeader answer) {
    if (open == null || !isAbout(open, answer) || !asked || !from.equals(server)) {
      return;
    }
    Optional<NodeId> hint = answer.hint();
    if (hint.isPresent() && !hint.get().equals(silent) && !hint.get().equals(server)) {
      server = hint.get();
      ask(open);
    } else {
      server = next(server);
      asked = false;
      retry.restart(config.heartbeat());
    }
  }

  private static boolean isAbout(ClientRequest request, Reply reply) {
    return reply.sequence() == request.sequence() && reply.session().equals(request.session());
  }

  private void retry() {
    if (open == null) {
      return;
    }
    if (asked) {
      silent = server;
      server = next(server);
    }
    ask(open);
  }

  private void ask(ClientRequest request) {
    asked = true;
    context.send(server, request);
    retry.restart(config.clientRetry());
  }

  private NodeId next(NodeId after) {
    return servers.get((servers.indexOf(after) + 1) % servers.size());
  }

  @Override
  public View view() {
    return new View(session.life(), sequence, open != null, server);
  }

  /**
   * A client at one moment.
   *
   * @param life the number of its session
   * @param sequence the number of its latest operation
   * @param waiting is that operation open?
   * @param server whom it takes for the leader
   */
  public record View(long life, long sequence, boolean waiting, NodeId server) {}
}

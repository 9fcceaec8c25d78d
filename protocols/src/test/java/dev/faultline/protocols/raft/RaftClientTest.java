package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.history.Outcome;
import dev.faultline.protocols.raft.FakeContext.FakeTimer;
import dev.faultline.protocols.raft.FakeContext.Sent;
import dev.faultline.protocols.raft.RaftMessage.Answer;
import dev.faultline.protocols.raft.RaftMessage.ClientRequest;
import dev.faultline.protocols.raft.RaftMessage.NotLeader;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.service.KvResult;
import dev.faultline.service.KvResult.Written;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RaftClientTest {
  private final FakeContext context = new FakeContext("c1");
  private final List<NodeId> servers = List.of(id("n1"), id("n2"), id("n3"));
  private final RaftClient client = new RaftClient(context, servers, RaftConfig.DEFAULT);
  private final List<Outcome<KvResult>> outcomes = new ArrayList<>();
  private final FakeTimer retry = context.timer("retry");

  @BeforeEach
  void start() {
    client.start();
  }

  private Session session() {
    return new Session(context.self(), client.view().life());
  }

  @Test
  @DisplayName("an answer to an earlier life's operation of the same number is not taken")
  void answerToAnEarlierLife() {
    Session before = session();
    client.start();
    invoke("a");
    client.receive(id(onlyRequest().to()), new Answer(before, 1, new Written()));

    assertThat(session()).isNotEqualTo(before);
    assertThat(outcomes).isEmpty();
  }

  @Test
  @DisplayName("an answer ends the operation, once")
  void answer() {
    invoke("a");
    String server = onlyRequest().to();
    client.receive(id(server), new Answer(session(), 1, new Written()));
    client.receive(id(server), new Answer(session(), 1, new Written()));

    assertThat(outcomes).containsExactly(new Outcome.Ok<>(new Written()));
    assertThat(retry.isRunning()).isFalse();
  }

  @Test
  @DisplayName("the same operation, under the same number, goes to the next server after a while")
  void silence() {
    invoke("a");
    Sent first = onlyRequest();
    assertThat(retry.delayNanos()).isEqualTo(RaftConfig.DEFAULT.clientRetry().toNanos());

    retry.fire();

    Sent second = onlyRequest();
    assertThat(second.message()).isEqualTo(first.message());
    assertThat(second.to()).isEqualTo(after(first.to()));
  }

  @Test
  @DisplayName("a hint is followed at once")
  void hint() {
    invoke("a");
    String first = onlyRequest().to();
    String leader = after(after(first));

    client.receive(id(first), new NotLeader(session(), 1, Optional.of(id(leader))));

    assertThat(onlyRequest().to()).isEqualTo(leader);
  }

  @Test
  @DisplayName("without a hint the next server is asked, a heartbeat later")
  void noHint() {
    invoke("a");
    String first = onlyRequest().to();

    client.receive(id(first), new NotLeader(session(), 1, Optional.empty()));
    assertThat(context.takeSent()).isEmpty();
    assertThat(retry.delayNanos()).isEqualTo(RaftConfig.DEFAULT.heartbeat().toNanos());
    retry.fire();

    assertThat(onlyRequest().to()).isEqualTo(after(first));
  }

  @Test
  @DisplayName("a hint at a server that just gave no answer is not followed")
  void hintAtTheSilent() {
    invoke("a");
    String silent = onlyRequest().to();
    retry.fire();
    String second = onlyRequest().to();

    client.receive(id(second), new NotLeader(session(), 1, Optional.of(id(silent))));
    assertThat(context.takeSent()).isEmpty();
    retry.fire();

    assertThat(onlyRequest().to()).isEqualTo(after(second));
  }

  @Test
  @DisplayName("a server that is no longer asked has no say")
  void lateHint() {
    invoke("a");
    String first = onlyRequest().to();
    retry.fire();
    onlyRequest();

    client.receive(id(first), new NotLeader(session(), 1, Optional.of(id(after(after(first))))));

    assertThat(context.takeSent()).isEmpty();
  }

  @Test
  @DisplayName("answers to an abandoned operation change nothing")
  void abandoned() {
    invoke("a");
    String server = onlyRequest().to();
    invoke("b");
    ClientRequest second = (ClientRequest) onlyRequest().message();

    client.receive(id(server), new Answer(session(), 1, new Written()));
    client.receive(id(server), new NotLeader(session(), 1, Optional.of(id("n3"))));

    assertThat(second.sequence()).isEqualTo(2);
    assertThat(outcomes).isEmpty();
    assertThat(context.takeSent()).isEmpty();
  }

  @Test
  @DisplayName("a new life has a session of its own")
  void newLife() {
    invoke("a");
    Session before = ((ClientRequest) onlyRequest().message()).session();
    RaftClient next = new RaftClient(context, servers, RaftConfig.DEFAULT);
    next.start();
    next.invoke(new Put("k", "b"), outcomes::add);

    Session after = ((ClientRequest) onlyRequest().message()).session();
    assertThat(after.client()).isEqualTo(before.client());
    assertThat(after).isNotEqualTo(before);
  }

  private void invoke(String value) {
    client.invoke(new Put("k", value), outcomes::add);
  }

  private Sent onlyRequest() {
    List<Sent> sent = context.takeSent();
    assertThat(sent).hasSize(1);
    return sent.get(0);
  }

  private String after(String server) {
    return servers.get((servers.indexOf(id(server)) + 1) % servers.size()).name();
  }

  private static NodeId id(String name) {
    return NodeId.of(name);
  }
}

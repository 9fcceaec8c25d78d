package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.history.Outcome;
import dev.faultline.protocols.raft.RaftMessage.Answer;
import dev.faultline.protocols.raft.RaftMessage.ClientRequest;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.service.RegisterOperation;
import dev.faultline.service.RegisterOperation.CompareAndSet;
import dev.faultline.service.RegisterOperation.Read;
import dev.faultline.service.RegisterOperation.Write;
import dev.faultline.service.RegisterResult;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegisterClientTest {
  private static final String KEY = "register";

  private final FakeContext context = new FakeContext("c1");
  private final RegisterClient client =
      new RegisterClient(new RaftClient(context, List.of(NodeId.of("n1")), RaftConfig.DEFAULT));

  static Stream<Arguments> operations() {
    return Stream.of(
        Arguments.of(
            new Read(),
            new KvOperation.Get(KEY),
            new KvResult.Found(Optional.of("v")),
            new RegisterResult.Found(Optional.of("v"))),
        Arguments.of(
            new Write("v"),
            new KvOperation.Put(KEY, "v"),
            new KvResult.Written(),
            new RegisterResult.Written()),
        Arguments.of(
            new CompareAndSet("v", "w"),
            new KvOperation.CompareAndSet(KEY, "v", "w"),
            new KvResult.Swapped(false),
            new RegisterResult.Swapped(false)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void translates(
      RegisterOperation operation, KvOperation asked, KvResult answer, RegisterResult result) {
    List<Outcome<RegisterResult>> outcomes = new ArrayList<>();
    client.start();
    client.invoke(operation, outcomes::add);

    ClientRequest request = (ClientRequest) context.takeSent().get(0).message();
    assertThat(request.operation()).isEqualTo(asked);
    client.receive(NodeId.of("n1"), new Answer(request.session(), 1, answer));
    assertThat(outcomes).containsExactly(new Outcome.Ok<>(result));
  }
}

package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.protocols.raft.Command.Write;
import dev.faultline.protocols.raft.KvMachine.Executed;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvOperation.Append;
import dev.faultline.service.KvOperation.CompareAndSet;
import dev.faultline.service.KvOperation.Get;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.service.KvResult.Found;
import dev.faultline.service.KvResult.Swapped;
import dev.faultline.service.KvResult.Written;
import dev.faultline.values.NodeId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KvMachineTest {
  private static final Session ONE = new Session(NodeId.of("c1"), 1);
  private static final Session OTHER = new Session(NodeId.of("c1"), 2);

  private final KvMachine machine = new KvMachine(new RaftRules());

  @Test
  void executesOperations() {
    assertThat(machine.execute(new Get("k"))).isEqualTo(new Found(Optional.empty()));
    assertThat(machine.execute(new CompareAndSet("k", "", "x"))).isEqualTo(new Swapped(false));
    assertThat(machine.execute(new Append("k", "a"))).isEqualTo(new Written());
    assertThat(machine.execute(new Append("k", "b"))).isEqualTo(new Written());
    assertThat(machine.execute(new CompareAndSet("k", "ab", "x"))).isEqualTo(new Swapped(true));
    assertThat(machine.execute(new Put("l", "y"))).isEqualTo(new Written());
    assertThat(machine.execute(new Get("k"))).isEqualTo(new Found(Optional.of("x")));
  }

  @Test
  @DisplayName("a repeated command gets the first answer and has no second effect")
  void repeated() {
    Executed first = machine.apply(1, write(ONE, 1, new Append("k", "a")));
    Executed again = machine.apply(2, write(ONE, 1, new Append("k", "a")));

    assertThat(again).isEqualTo(first).isEqualTo(new Executed(1, 1, new Written()));
    assertThat(machine.execute(new Get("k"))).isEqualTo(new Found(Optional.of("a")));
  }

  @Test
  @DisplayName("a command that a later one of its session overtook has no effect at all")
  void overtaken() {
    machine.apply(1, write(ONE, 2, new Put("k", "new")));

    assertThat(machine.apply(2, write(ONE, 1, new Put("k", "old")))).isNull();
    assertThat(machine.executed(ONE, 1)).isNull();
    assertThat(machine.execute(new Get("k"))).isEqualTo(new Found(Optional.of("new")));
  }

  @Test
  @DisplayName("sessions number their commands apart")
  void sessions() {
    machine.apply(1, write(ONE, 1, new Append("k", "a")));
    machine.apply(2, write(OTHER, 1, new Append("k", "b")));

    assertThat(machine.execute(new Get("k"))).isEqualTo(new Found(Optional.of("ab")));
  }

  private static Write write(Session session, long sequence, KvOperation operation) {
    return new Write(session, sequence, operation);
  }
}

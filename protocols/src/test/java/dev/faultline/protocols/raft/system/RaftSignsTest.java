package dev.faultline.protocols.raft.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Sometimes;
import dev.faultline.protocols.raft.RaftFact;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.protocols.raft.RaftFact.Truncated;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RaftSignsTest {
  private static final BecameLeader LEADER = new BecameLeader(1, 0, 0);

  @Test
  void aLeaderIsRequired() {
    assertThat(RaftSigns.all().stream().filter(Sometimes::required).map(Sometimes::name))
        .containsExactly("raft/leader-elected");
  }

  @Test
  void theSecondLeaderReplacesTheFirst() {
    assertThat(seen(LEADER)).containsExactly("raft/leader-elected");
    assertThat(seen(LEADER, new BecameLeader(3, 4, 1)))
        .containsExactly("raft/leader-elected", "raft/leader-replaced");
  }

  @Test
  void onlyALogThatHasEntriesIsRecovered() {
    assertThat(seen(new Recovered(0, Optional.empty(), 0, 0))).isEmpty();
    assertThat(seen(new Recovered(2, Optional.empty(), 7, 2)))
        .containsExactly("raft/log-recovered");
  }

  @Test
  void removedEntriesAreSeen() {
    assertThat(seen(new Truncated(4))).containsExactly("raft/entries-removed");
  }

  /** The names of the signs that these facts show, in the order of the facts. */
  private static List<String> seen(RaftFact... facts) {
    List<Sometimes> waiting = new ArrayList<>(RaftSigns.all());
    List<String> seen = new ArrayList<>();
    for (RaftFact fact : facts) {
      for (Sometimes sign : List.copyOf(waiting)) {
        boolean wants = sign.observes().contains(fact.getClass());
        if (wants && sign.happens(fact, NodeId.of("n1"))) {
          seen.add(sign.name());
          waiting.remove(sign);
        }
      }
    }
    return seen;
  }
}

package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.protocols.raft.RaftFact.BecameCandidate;
import dev.faultline.protocols.raft.RaftFact.BecameFollower;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Committed;
import dev.faultline.protocols.raft.RaftFact.Voted;
import dev.faultline.trace.TraceEntry;
import dev.faultline.values.NodeId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ElectionTest {
  @Test
  @DisplayName("the first to time out leads, and stays leader while it is heard")
  void firstLeader() {
    RaftStory story = RaftStory.of(5).electionOrder("n2", "n4").begin();

    story.await("n2", BecameLeader.class);
    story.runFor(5_000);

    assertThat(story.facts("n2", BecameLeader.class)).containsExactly(new BecameLeader(1, 0, 0));
    assertThat(story.facts("n4", BecameCandidate.class)).isEmpty();
    assertThat(story.view("n3").leader()).contains(NodeId.of("n2"));
    assertThat(story.view("n3").commitIndex()).isEqualTo(1);
  }

  @Test
  @DisplayName("a leader that crashed is replaced, and follows when it is back")
  void nextLeader() {
    RaftStory story = RaftStory.of(5).electionOrder("n2", "n4").begin();
    story.await("n2", BecameLeader.class);
    story.runFor(20).crash("n2");

    story.await("n4", BecameLeader.class);
    story.restart("n2").runFor(90);

    assertThat(story.view("n2").role()).isEqualTo(Role.FOLLOWER);
    assertThat(story.view("n2").term()).isEqualTo(2);
    assertThat(story.view("n2").leader()).contains(NodeId.of("n4"));
  }

  @Test
  @DisplayName("no vote is asked for or given before term and vote are on stable storage")
  void votesAreDurableFirst() {
    RaftStory story = RaftStory.of(3).electionOrder("n1").begin();
    story.await("n1", BecameLeader.class);

    long candidateAt = timeOf(story, "n1", BecameCandidate.class);
    // A sync takes half a millisecond, a message one.
    assertThat(sentAt(story, "n1", "RequestVote")).isEqualTo(candidateAt + 500_000);
    assertThat(sentAt(story, "n2", "Vote")).isEqualTo(candidateAt + 2_000_000);
    assertThat(timeOf(story, "n1", Voted.class)).isEqualTo(candidateAt + 500_000);
  }

  @Test
  @DisplayName("a candidate cut off from the majority stays one, term after term")
  void minorityElectsNobody() {
    RaftStory story = RaftStory.of(5).electionOrder("n1", "n3").begin();
    story.cut(1_000, "n1 n2", "n3 n4 n5");

    story.await("n3", BecameLeader.class);
    story.runFor(500);

    assertThat(story.view("n1").role()).isEqualTo(Role.CANDIDATE);
    assertThat(story.view("n1").term()).isGreaterThan(4);
    assertThat(story.facts("n1", BecameLeader.class)).isEmpty();
  }

  @Test
  @DisplayName("an isolated leader steps down when it hears of a newer term")
  void oldLeaderStepsDown() {
    RaftStory story = RaftStory.of(3).electionOrder("n1", "n2").begin();
    story.await("n1", BecameLeader.class);
    story.runFor(20).cut(400, "n1", "n2 n3");
    story.await("n2", BecameLeader.class);
    assertThat(story.view("n1").role()).isEqualTo(Role.LEADER);

    story.await("n1", BecameFollower.class);
    story.runFor(60);

    assertThat(story.view("n1").term()).isEqualTo(2);
    assertThat(story.view("n1").leader()).contains(NodeId.of("n2"));
    assertThat(story.facts("n1", Committed.class))
        .containsExactly(new Committed(1, 1, 1, true), new Committed(2, 2, 2, false));
  }

  @Test
  @DisplayName("a server alone elects itself and commits by itself")
  void oneServer() {
    RaftStory story = RaftStory.of(1).electionOrder("n1").begin();

    story.await("n1", Committed.class);

    assertThat(story.facts("n1", Committed.class)).containsExactly(new Committed(1, 1, 1, true));
  }

  @Test
  @DisplayName("the newest log wins: a server with an older one gets no vote from the others")
  void newestLogWins() {
    RaftStory story =
        RaftStory.of(3)
            .electionOrder("n1", "n2")
            .term(2)
            .log("n1", 1, 1, 1)
            .log("n2", 1, 2)
            .log("n3", 1, 2)
            .begin();

    story.await("n2", BecameLeader.class);

    assertThat(story.facts("n1", BecameCandidate.class)).isNotEmpty();
    assertThat(story.facts("n1", BecameLeader.class)).isEmpty();
    assertThat(story.violated()).isEmpty();
  }

  private static long timeOf(RaftStory story, String server, Class<? extends RaftFact> fact) {
    for (TraceEntry entry : story.trace()) {
      if (entry instanceof TraceEntry.Reported seen
          && seen.node().name().equals(server)
          && fact.isInstance(seen.fact())) {
        return seen.time();
      }
    }
    throw new AssertionError(server + " never reported " + fact.getSimpleName());
  }

  private static long sentAt(RaftStory story, String server, String type) {
    List<TraceEntry.Sent> sent =
        story.trace().stream()
            .filter(TraceEntry.Sent.class::isInstance)
            .map(TraceEntry.Sent.class::cast)
            .filter(entry -> entry.from().name().equals(server) && entry.type().equals(type))
            .toList();
    return sent.get(0).time();
  }
}

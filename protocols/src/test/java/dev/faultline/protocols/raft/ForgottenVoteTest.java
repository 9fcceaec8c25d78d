package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.protocols.raft.RaftFact.BecameCandidate;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.protocols.raft.RaftFact.Voted;
import dev.faultline.values.NodeId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A voter that restarts: it keeps its vote, or elects two leaders of one term (R04). */
class ForgottenVoteTest {
  /** n3 votes for n1, restarts, and is asked by n2 in the same term. */
  private static RaftStory play(RaftStory story) {
    story.electionOrder("n1", "n2").begin();
    story.await("n1", BecameCandidate.class);
    story.cut(5, "n1 n3", "n2");
    story.await("n1", BecameLeader.class);
    story.dropFrom("n1").crash("n3");
    story.restart("n3").cut(500, "n1", "n2 n3").await("n2", BecameCandidate.class);
    return story.runFor(10);
  }

  @Test
  @DisplayName("the vote survives a restart, and the second candidate does not get another")
  void remembers() {
    RaftStory story = play(RaftStory.of(3));

    assertThat(story.facts("n3", Recovered.class).get(1).votedFor())
        .isEqualTo(Optional.of(NodeId.of("n1")));
    assertThat(story.facts("n3", Voted.class)).containsExactly(new Voted(1, NodeId.of("n1")));
    assertThat(story.violated()).isEmpty();
  }

  @Test
  @DisplayName("R04 votes twice in a term, and the term has two leaders")
  void votesTwiceWithoutTheRule() {
    RaftStory story = play(RaftStory.of(3).flaw("R04"));

    assertThat(story.facts("n3", Voted.class))
        .containsExactly(new Voted(1, NodeId.of("n1")), new Voted(1, NodeId.of("n2")));
    assertThat(story.violated()).contains("raft/election-safety");
  }
}

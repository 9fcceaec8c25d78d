package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Figure 7 of the paper: what followers may look like when a leader comes to power. */
class LogRepairTest {
  private static RaftStory figure7() {
    return RaftStory.of(7)
        .electionOrder("n1")
        .term(7)
        .log("n1", 1, 1, 1, 4, 4, 5, 5, 6, 6, 6)
        .log("n2", 1, 1, 1, 4, 4, 5, 5, 6, 6)
        .log("n3", 1, 1, 1, 4)
        .log("n4", 1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6)
        .log("n5", 1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7)
        .log("n6", 1, 1, 1, 4, 4, 4, 4)
        .log("n7", 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3);
  }

  @Test
  @DisplayName("missing entries are added and extra ones removed, until all logs are the leader's")
  void repairsEveryKindOfLog() {
    RaftStory story = figure7().begin();

    BecameLeader elected = story.await("n1", BecameLeader.class);
    story.runFor(100);

    assertThat(elected.lastIndex()).isEqualTo(10);
    List<Long> expected = List.of(1L, 1L, 1L, 4L, 4L, 5L, 5L, 6L, 6L, 6L, elected.term());
    for (String server : List.of("n1", "n2", "n3", "n4", "n5", "n6", "n7")) {
      assertThat(story.termsOf(server)).as(server).isEqualTo(expected);
      assertThat(story.view(server).commitIndex()).as(server).isEqualTo(11);
    }
    assertThat(story.violated()).isEmpty();
  }

  @Test
  @DisplayName("a server with a newer last term does not vote for the leader of figure 7")
  void deniesVoteToOlderLog() {
    RaftStory story = figure7().begin();

    story.await("n1", BecameLeader.class);

    assertThat(story.facts("n4", RaftFact.Voted.class)).isEmpty();
    assertThat(story.facts("n5", RaftFact.Voted.class)).isEmpty();
    assertThat(story.facts("n7", RaftFact.Voted.class)).hasSize(1);
  }
}

package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Matched;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Figure 8 of the paper: why a leader must not commit entries of earlier terms by counting. A
 * leader's first, empty entry plays the part of the client's commands.
 */
class Figure8Test {
  /** Plays (a) to (d): an entry of n1's first term reaches a majority, and n5 is elected again. */
  private static RaftStory play(RaftStory story) {
    story.electionOrder("n1", "n5").entriesPerAppend(1).begin();

    // (a) n1 leads, and its entry reaches n2 only.
    story.await("n1", BecameLeader.class);
    story.cut(60, "n1 n2", "n3 n4 n5").await("n2", RaftFact.Appended.class);
    story.runFor(30).crash("n1");

    // (b) n5 leads with the votes of n3 and n4, and its entry, once durable, stays with it.
    story.await("n5", BecameLeader.class);
    story.cut(5, "n5", "n1 n2 n3 n4").runFor(3).dropFrom("n5").crash("n5");

    // (c) n1 leads again and brings its old entry to n3 and n4, not yet the new one.
    story.restart("n1").await("n1", BecameLeader.class);
    story.cut(20, "n1 n3 n4", "n2 n5").await("n1", Matched.class);
    story.await("n1", Matched.class);
    story.dropFrom("n1").crash("n1");

    // (d) n5 leads again: its last entry is newer than those of n2, n3 and n4.
    story.restart("n5").await("n5", BecameLeader.class);
    return story.runFor(200);
  }

  @Test
  @DisplayName("the old entry on a majority is not committed, so that it may be overwritten")
  void isSafe() {
    RaftStory story = play(RaftStory.of(5));

    assertThat(story.facts("n1", RaftFact.Committed.class)).isEmpty();
    assertThat(story.termsOf("n2")).isEqualTo(story.termsOf("n5"));
    assertThat(story.termsOf("n3")).isEqualTo(story.termsOf("n5"));
    assertThat(story.violated()).isEmpty();
  }

  @Test
  @DisplayName("R01 commits the old entry, and the next leader does not have it")
  void isLostWithoutTheRule() {
    RaftStory story = play(RaftStory.of(5).flaw("R01"));

    assertThat(story.violated())
        .isEqualTo(
            List.of(
                "raft/commit-own-term", "raft/leader-completeness", "raft/state-machine-safety"));
  }
}

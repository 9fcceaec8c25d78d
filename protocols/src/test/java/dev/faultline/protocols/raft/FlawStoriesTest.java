package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.protocols.raft.RaftFact.Acknowledged;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Committed;
import dev.faultline.service.KvOperation.Append;
import dev.faultline.service.KvOperation.Get;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.service.KvResult;
import dev.faultline.service.KvResult.Found;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The shortest stories in which the flaws do harm, each told with the rule and without it. Those of
 * R01 and R04 are told by {@link Figure8Test} and {@link ForgottenVoteTest}.
 */
class FlawStoriesTest {
  private static Effect message(
      Effect.Fate fate, String from, String to, Class<? extends RaftMessage> type) {
    return new Effect.MessageFault(
        fate,
        List.of(NodeId.of(from)),
        List.of(NodeId.of(to)),
        Optional.of(type.getSimpleName()),
        1);
  }

  private static KvResult found(String value) {
    return new Found(Optional.of(value));
  }

  @Nested
  @DisplayName("R06: a vote that arrives twice")
  class DuplicateVote {
    /** Of five servers, n1 and n2 are cut off, and n2's vote for n1 arrives twice. */
    private RaftStory play(RaftStory story) {
      story.electionOrder("n1", "n4").begin();
      Effect twice =
          message(new Effect.Fate.Duplicate(Duration.ZERO), "n2", "n1", RaftMessage.Vote.class);
      story.cut(500, "n1 n2", "n3 n4 n5").apply(500, twice);
      story.await("n4", BecameLeader.class);
      return story;
    }

    @Test
    void countsOnce() {
      assertThat(play(RaftStory.of(5)).violated()).isEmpty();
    }

    @Test
    void countsTwice() {
      RaftStory story = play(RaftStory.of(5).flaw("R06"));
      assertThat(story.facts("n1", BecameLeader.class)).hasSize(1);
      assertThat(story.violated()).containsExactly("raft/election-safety");
    }
  }

  @Nested
  @DisplayName("R07: a vote that arrives in a later election")
  class LateVote {
    /** n3 votes for n1 in term 1, n1 hears of it in term 2, and n3 votes for n2 in term 2. */
    private RaftStory play(RaftStory story) {
      story.electionOrder("n1", "n2").begin();
      Effect late =
          message(
              new Effect.Fate.Delay(Duration.ofMillis(150)), "n3", "n1", RaftMessage.Vote.class);
      story.cut(150, "n1 n3", "n2").apply(150, late).runFor(150);
      Cut unheard =
          new Cut.OneWay(List.of(NodeId.of("n1")), List.of(NodeId.of("n2"), NodeId.of("n3")));
      story.apply(500, new Effect.Partition(unheard));
      story.await("n2", BecameLeader.class);
      return story;
    }

    @Test
    void countsForItsTerm() {
      assertThat(play(RaftStory.of(3)).violated()).isEmpty();
    }

    @Test
    void countsForAnyTerm() {
      assertThat(play(RaftStory.of(3).flaw("R07")).violated())
          .containsExactly("raft/election-safety");
    }
  }

  @Nested
  @DisplayName("R13: answers that overtake each other")
  class LateAnswer {
    /** n2's first answer arrives after those to later entries. */
    private RaftStory play(RaftStory story) {
      story.electionOrder("n1").at(500, "c1", new Put("k", "v")).begin();
      Effect late =
          message(
              new Effect.Fate.Delay(Duration.ofSeconds(1)),
              "n2",
              "n1",
              RaftMessage.AppendAccepted.class);
      return story.apply(200, late).runUntil(1_500);
    }

    @Test
    void changesNothing() {
      assertThat(play(RaftStory.of(3)).violated()).isEmpty();
    }

    @Test
    void setsTheLeaderBack() {
      assertThat(play(RaftStory.of(3).flaw("R13")).violated()).containsExactly("raft/match-grows");
    }
  }

  @Nested
  @DisplayName("R14: an uncommitted entry of an earlier term")
  class OlderEntry {
    /** n1 crashes before it tells anyone what it committed, and n2 takes over. */
    private RaftStory play(RaftStory story) {
      story.electionOrder("n1", "n2").at(600, "c1", new Put("k", "v")).begin();
      story.await("n1", Committed.class);
      story.crash("n1").await("n2", BecameLeader.class);
      return story.restart("n1").runUntil(1_500);
    }

    @Test
    void isCommittedWithTheNext() {
      RaftStory story = play(RaftStory.of(3));
      assertThat(story.facts("n2", Acknowledged.class)).hasSize(1);
      assertThat(story.violated()).isEmpty();
    }

    @Test
    void blocksTheNext() {
      RaftStory story = play(RaftStory.of(3).flaw("R14"));
      assertThat(story.facts("n2", Committed.class)).isEmpty();
      assertThat(story.violated()).containsExactly("raft/commit-follows-majority");
    }
  }

  @Nested
  @DisplayName("R24: a leader that does not know yet that it leads no more")
  class DeposedLeader {
    /** n1 is cut off with c1, while c2 writes through n2. */
    private List<KvResult> play(RaftStory story) {
      story
          .clients(2)
          .electionOrder("n1", "n2")
          .at(300, "c1", new Put("k", "old"))
          .at(1_000, "c2", new Put("k", "new"))
          .at(2_000, "c1", new Get("k"))
          .begin()
          .runUntil(600);
      return story.cut(3_000, "n1 c1", "n2 n3 c2").runUntil(3_000).results();
    }

    @Test
    void doesNotAnswerReads() {
      assertThat(play(RaftStory.of(3)))
          .containsExactly(new KvResult.Written(), new KvResult.Written());
    }

    @Test
    void answersWithAnOldValue() {
      assertThat(play(RaftStory.of(3).flaw("R24"))).contains(found("old"));
    }
  }

  @Nested
  @DisplayName("R30: a command that is sent again because its answer was lost")
  class LostAnswer {
    private List<KvResult> play(RaftStory story) {
      story
          .electionOrder("n1")
          .at(500, "c1", new Append("k", "a"))
          .at(2_000, "c1", new Get("k"))
          .begin()
          .runUntil(400);
      Effect lost = message(new Effect.Fate.Drop(), "n1", "c1", RaftMessage.Answer.class);
      return story.apply(500, lost).runUntil(3_000).results();
    }

    @Test
    void isExecutedOnce() {
      assertThat(play(RaftStory.of(3))).contains(found("a"));
    }

    @Test
    void isExecutedTwice() {
      assertThat(play(RaftStory.of(3).flaw("R30"))).contains(found("aa"));
    }
  }

  @Nested
  @DisplayName("R31: a read right after a restart")
  class EarlyRead {
    /** A server with a slow disk leads again, and has not committed anything in its new term. */
    private List<KvResult> play(RaftStory story) {
      story
          .electionOrder("n1")
          .at(300, "c1", new Put("k", "v"))
          .at(770, "c1", new Get("k"))
          .begin()
          .runUntil(600)
          .crash("n1")
          .restart("n1");
      return story.slowDisk(1_000, "n1", 100).runUntil(1_500).results();
    }

    @Test
    void waitsForTheReplay() {
      assertThat(play(RaftStory.of(1))).contains(found("v"));
    }

    @Test
    void findsNothing() {
      assertThat(play(RaftStory.of(1).flaw("R31"))).contains(new Found(Optional.empty()));
    }
  }

  @Nested
  @DisplayName("R35: a follower that crashes between its answer and its sync")
  class UnsyncedFollower {
    /** n1 and n2 have an entry; n2 loses it, and leads with the vote of n3. */
    private RaftStory play(RaftStory story) {
      story
          .electionOrder("n1", "n2")
          .at(300, "c1", new Put("k", "kept"))
          .at(500, "c1", new Put("k", "lost"))
          .begin()
          .runUntil(450);
      story.cut(150, "n1 n2 c1", "n3").slowDisk(1_000, "n2", 1_000).runUntil(590);
      story.crash("n2").crash("n1").runFor(50).restart("n2");
      story.await("n2", BecameLeader.class);
      return story;
    }

    @Test
    void hasConfirmedNothing() {
      RaftStory story = play(RaftStory.of(3));
      assertThat(story.facts("n1", Acknowledged.class)).hasSize(1);
      assertThat(story.violated()).isEmpty();
    }

    @Test
    void hasConfirmedWhatItLost() {
      RaftStory story = play(RaftStory.of(3).flaw("R35"));
      assertThat(story.facts("n1", Acknowledged.class)).hasSize(2);
      assertThat(story.violated()).containsExactly("raft/leader-completeness");
    }
  }

  @Nested
  @DisplayName("R36: a single server that crashes before its sync")
  class UnsyncedLeader {
    /** The second write comes while the first is being synced. */
    private RaftStory play(RaftStory story) {
      story
          .clients(2)
          .electionOrder("n1")
          .at(500, "c1", new Put("k", "first"))
          .at(520, "c2", new Put("k", "second"))
          .begin()
          .runUntil(450);
      story.slowDisk(1_000, "n1", 100).runUntil(560).crash("n1");
      return story.restart("n1").runUntil(1_600);
    }

    @Test
    void hasAcknowledgedTheFirst() {
      RaftStory story = play(RaftStory.of(1));
      assertThat(story.violated()).isEmpty();
    }

    @Test
    void hasAcknowledgedBoth() {
      RaftStory story = play(RaftStory.of(1).flaw("R36"));
      assertThat(story.violated()).contains("raft/leader-completeness");
    }
  }
}

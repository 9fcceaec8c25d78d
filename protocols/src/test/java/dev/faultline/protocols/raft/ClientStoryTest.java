package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.history.Outcome;
import dev.faultline.protocols.raft.RaftFact.Acknowledged;
import dev.faultline.protocols.raft.RaftFact.Applied;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.service.KvOperation.Append;
import dev.faultline.service.KvOperation.CompareAndSet;
import dev.faultline.service.KvOperation.Get;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.service.KvResult.Found;
import dev.faultline.service.KvResult.Swapped;
import dev.faultline.service.KvResult.Written;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientStoryTest {
  @Test
  @DisplayName("get, put, append and compare-and-set, whoever is asked first")
  void operations() {
    RaftStory story =
        RaftStory.of(5)
            .electionOrder("n3")
            .at(1_000, "c1", new Get("k"))
            .at(1_100, "c1", new Put("k", "a"))
            .at(1_200, "c1", new Append("k", "b"))
            .at(1_300, "c1", new CompareAndSet("k", "ab", "c"))
            .at(1_400, "c1", new CompareAndSet("k", "ab", "d"))
            .at(1_500, "c1", new Get("k"))
            .begin()
            .runUntil(2_000);

    assertThat(story.results())
        .containsExactly(
            new Found(Optional.empty()),
            new Written(),
            new Written(),
            new Swapped(true),
            new Swapped(false),
            new Found(Optional.of("c")));
    assertThat(story.violated()).isEmpty();
  }

  @Test
  @DisplayName("a command whose answer was lost is sent again and executed once (diss. 6.3)")
  void executesOnce() {
    RaftStory story =
        RaftStory.of(3)
            .electionOrder("n1")
            .at(1_000, "c1", new Append("k", "x"))
            .at(3_000, "c1", new Get("k"))
            .begin();
    story.await("n1", Acknowledged.class);
    story.dropFrom("n1").await("n1", Acknowledged.class);
    story.runUntil(4_000);

    assertThat(story.facts("n1", Acknowledged.class)).hasSize(2);
    assertThat(story.view("n1").lastIndex()).as("the log has it once").isEqualTo(2);
    assertThat(story.results()).containsExactly(new Written(), new Found(Optional.of("x")));
    assertThat(story.violated()).isEmpty();
  }

  @Test
  @DisplayName("a command that a new leader logs again is executed once (diss. 6.3)")
  void executesOnceAcrossLeaders() {
    RaftStory story =
        RaftStory.of(3)
            .electionOrder("n1", "n2")
            .at(1_000, "c1", new Append("k", "x"))
            .at(4_000, "c1", new Get("k"))
            .begin();
    story.await("n2", RaftFact.Appended.class);
    story.runUntil(990).await("n2", RaftFact.Appended.class);
    story.crash("n1").await("n2", BecameLeader.class);
    story.runUntil(5_000);

    assertThat(story.facts("n2", Acknowledged.class)).hasSize(1);
    assertThat(story.results()).containsExactly(new Written(), new Found(Optional.of("x")));
    assertThat(story.violated()).isEmpty();
  }

  @Test
  @DisplayName("a leader that replays its log answers nobody again")
  void silentReplay() {
    RaftStory story =
        RaftStory.of(2)
            .electionOrder("n1")
            .at(500, "c1", new Put("k", "a"))
            .at(700, "c1", new Put("k", "b"))
            .begin()
            .runUntil(1_000);
    assertThat(story.facts("n1", Acknowledged.class)).hasSize(2);

    story.crash("n1").crash("n2").restart("n1").restart("n2").runUntil(2_000);

    assertThat(story.view("n1").role()).isEqualTo(Role.LEADER);
    assertThat(story.facts("n1", Applied.class)).hasSize(7);
    assertThat(story.facts("n1", Acknowledged.class)).hasSize(2);
  }

  @Test
  @DisplayName("an isolated leader answers no read, and the majority's leader answers it")
  void noStaleRead() {
    RaftStory story =
        RaftStory.of(3)
            .electionOrder("n1", "n2")
            .clients(2)
            .at(500, "c1", new Put("k", "old"))
            .at(1_500, "c2", new Put("k", "new"))
            .at(2_000, "c1", new Get("k"))
            .begin();
    story.runUntil(900).cut(1_900, "n1 c1", "n2 n3 c2").runUntil(2_700);
    assertThat(story.view("n1").role()).isEqualTo(Role.LEADER);
    assertThat(story.facts("n2", Acknowledged.class)).hasSize(1);

    story.runUntil(4_000);

    assertThat(story.results())
        .containsExactly(new Written(), new Written(), new Found(Optional.of("new")));
  }

  @Test
  @DisplayName("without the round of heartbeats the same read is stale")
  void staleReadWithoutTheRule() {
    RaftStory story =
        RaftStory.of(3)
            .rules(
                new RaftRules() {
                  @Override
                  protected boolean isStillLeader(int confirmations, int servers) {
                    return true;
                  }
                })
            .electionOrder("n1", "n2")
            .clients(2)
            .at(500, "c1", new Put("k", "old"))
            .at(1_500, "c2", new Put("k", "new"))
            .at(2_000, "c1", new Get("k"))
            .begin();
    story.runUntil(900).cut(1_900, "n1 c1", "n2 n3 c2").runUntil(2_700);

    assertThat(story.results())
        .containsExactly(new Written(), new Written(), new Found(Optional.of("old")));
  }

  @Test
  @DisplayName("a server alone is a majority")
  void oneServer() {
    RaftStory story =
        RaftStory.of(1)
            .electionOrder("n1")
            .at(500, "c1", new Put("k", "v"))
            .at(600, "c1", new Get("k"))
            .begin()
            .runUntil(700);

    assertThat(story.results()).containsExactly(new Written(), new Found(Optional.of("v")));
  }

  @Test
  @DisplayName("an operation in a minority stays open; no answer is not a failure")
  void unknownInMinority() {
    RaftStory story =
        RaftStory.of(3).electionOrder("n1").at(1_000, "c1", new Put("k", "v")).begin();
    story.runUntil(900).cut(90_000, "n1 c1", "n2", "n3").runUntil(20_000);

    assertThat(story.history().get(0).outcome()).isEqualTo(new Outcome.Unknown<>());
    assertThat(story.facts("n1", Applied.class)).hasSize(1);
  }
}

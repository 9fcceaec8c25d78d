package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.protocols.raft.RaftFact.Acknowledged;
import dev.faultline.protocols.raft.RaftFact.Applied;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Committed;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.trace.TraceEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplicationStoryTest {
  @Test
  @DisplayName("a write costs a round trip and one sync, which the leader's own runs beside")
  void latencyOfAWrite() {
    RaftStory story =
        RaftStory.of(5).electionOrder("n1").at(1_000, "c1", new Put("k", "v")).begin();
    story.await("n1", BecameLeader.class);
    story.runUntil(990);
    // The client may have to find the leader; count from where it is found.
    story.await("n1", RaftFact.Appended.class);
    long appended = story.nanos();
    story.await("n1", Acknowledged.class);

    assertThat(story.nanos() - appended).isEqualTo(2_500_000);
    assertThat(story.violated()).isEmpty();
  }

  @Test
  @DisplayName("with a slow disk of its own, a leader commits what a majority of others holds")
  void slowLeaderDisk() {
    RaftStory story =
        RaftStory.of(5).electionOrder("n1").at(1_000, "c1", new Put("k", "v")).begin();
    story.await("n1", Committed.class);
    story.runUntil(990).slowDisk(60_000, "n1", 10_000);
    story.await("n1", Acknowledged.class);

    assertThat(story.millis()).isLessThan(1_500);
    assertThat(story.view("n1").durableIndex()).isEqualTo(1);
    assertThat(story.view("n1").commitIndex()).isEqualTo(2);
  }

  @Test
  @DisplayName("a follower does not count before its disk has the entry")
  void slowFollowerDisks() {
    RaftStory story =
        RaftStory.of(3).electionOrder("n1").at(1_000, "c1", new Put("k", "v")).begin();
    story.await("n1", Committed.class);
    story.runUntil(990).slowDisk(60_000, "n2", 2_000).slowDisk(60_000, "n3", 2_000);
    story.await("n2", RaftFact.Appended.class);
    story.runFor(900);
    assertThat(story.view("n1").commitIndex()).isEqualTo(1);

    story.runFor(200);
    assertThat(story.view("n1").commitIndex()).isEqualTo(2);
  }

  @Test
  @DisplayName("entries written while the disk is busy are lost in a crash, and come back")
  void unsyncedTail() {
    RaftStory story =
        RaftStory.of(3).electionOrder("n1").at(1_000, "c1", new Put("k", "v")).begin();
    story.await("n1", Committed.class);
    story.runUntil(990).slowDisk(500, "n3", 10_000);
    story.await("n3", RaftFact.Appended.class);
    assertThat(story.view("n3").lastIndex()).isEqualTo(2);

    story.crash("n3").runFor(1_000).restart("n3");
    assertThat(story.facts("n3", Recovered.class).get(1).lastTerm()).isEqualTo(1);
    story.runFor(200);

    assertThat(story.view("n3").lastIndex()).isEqualTo(2);
    assertThat(story.view("n3").commitIndex()).isEqualTo(2);
    assertThat(story.facts("n3", Applied.class)).hasSize(3);
    assertThat(story.violated()).isEmpty();
  }

  @Test
  @DisplayName("no message carries more entries than the configuration allows")
  void boundedMessages() {
    RaftStory story =
        RaftStory.of(2)
            .electionOrder("n1")
            .entriesPerAppend(3)
            .term(1)
            .log("n1", 1, 1, 1, 1, 1, 1, 1, 1)
            .begin();
    story.await("n1", BecameLeader.class);
    story.runFor(100);

    assertThat(story.view("n2").lastIndex()).isEqualTo(9);
    int most =
        story.trace().stream()
            .filter(TraceEntry.Sent.class::isInstance)
            .map(TraceEntry.Sent.class::cast)
            .filter(sent -> sent.type().equals("AppendEntries"))
            .mapToInt(sent -> sent.content().split("Entry\\[", -1).length - 1)
            .max()
            .orElseThrow();
    assertThat(most).isEqualTo(3);
  }

  @Test
  @DisplayName("a lost batch is sent again with the next heartbeat")
  void lostBatch() {
    RaftStory story =
        RaftStory.of(2).electionOrder("n1").at(1_000, "c1", new Put("k", "v")).begin();
    story.await("n1", Committed.class);
    story.runUntil(990).await("n1", RaftFact.Appended.class);
    story.dropFrom("n1");

    story.runFor(60);

    assertThat(story.view("n2").lastIndex()).isEqualTo(2);
    assertThat(story.view("n1").commitIndex()).isEqualTo(2);
  }
}

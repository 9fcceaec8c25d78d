package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.protocols.raft.FakeContext.Sent;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.FoundDamage;
import dev.faultline.protocols.raft.RaftFact.Matched;
import dev.faultline.protocols.raft.RaftMessage.Answer;
import dev.faultline.protocols.raft.RaftMessage.AppendAccepted;
import dev.faultline.protocols.raft.RaftMessage.AppendEntries;
import dev.faultline.protocols.raft.RaftMessage.AppendRejected;
import dev.faultline.protocols.raft.RaftMessage.ClientRequest;
import dev.faultline.protocols.raft.RaftMessage.NotLeader;
import dev.faultline.protocols.raft.RaftMessage.RequestVote;
import dev.faultline.protocols.raft.RaftMessage.Vote;
import dev.faultline.service.KvOperation.Get;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.service.KvResult.Found;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One server, message by message: what overtakes, repeats or comes late. */
class RaftServerTest {
  private static final Session SESSION = new Session(NodeId.of("c1"), 1);
  private static final Entry NO_OP = new Entry(1, new Command.NoOp());

  private final FakeContext context = new FakeContext("n1");
  private final List<NodeId> servers =
      IntStream.rangeClosed(1, 5).mapToObj(i -> NodeId.of("n" + i)).toList();
  private RaftNode server = newLife();

  private RaftNode newLife() {
    return new RaftNode(context, servers, RaftConfig.DEFAULT, new RaftRules());
  }

  @Test
  @DisplayName("a vote given twice counts once (akka-raft issue 45)")
  void repeatedVote() {
    campaign();
    receive("n2", new Vote(1, true));
    receive("n2", new Vote(1, true));
    assertThat(server.view().role()).isEqualTo(Role.CANDIDATE);

    receive("n3", new Vote(1, true));
    assertThat(server.view().role()).isEqualTo(Role.LEADER);
  }

  @Test
  @DisplayName("a vote of an earlier election does not count (akka-raft issue 46)")
  void lateVote() {
    campaign();
    context.timer("election timeout").fire();
    context.fakeDisk().completeSyncs();

    receive("n2", new Vote(1, true));
    receive("n3", new Vote(1, true));

    assertThat(server.view().role()).isEqualTo(Role.CANDIDATE);
    assertThat(server.view().term()).isEqualTo(2);
  }

  @Test
  @DisplayName("an election that is over when its vote becomes durable asks nobody")
  void overtakenCampaign() {
    server.start();
    context.timer("election timeout").fire();
    receive("n2", new AppendEntries(3, 0, 0, List.of(), 0, 0));
    context.takeSent();

    context.fakeDisk().completeSyncs();

    assertThat(context.takeSent()).containsExactly(new Sent("n2", new AppendAccepted(3, 0, 0)));
  }

  @Test
  @DisplayName("answers that overtake each other do not lower a match index (raftos issue 25)")
  void overtakingAnswers() {
    lead();
    propose(1);
    receive("n2", new AppendAccepted(1, 2, 0));
    receive("n2", new AppendAccepted(1, 1, 0));

    assertThat(context.facts())
        .filteredOn(Matched.class::isInstance)
        .containsExactly(new Matched(1, NodeId.of("n2"), 2));
  }

  @Test
  @DisplayName("a follower whose log is too short gets what it lacks")
  void shortLog() {
    leadWithLog(1, 1, 1, 1, 1);

    receive("n2", new AppendRejected(2, 5, 0, 3, 0));

    AppendEntries retry = (AppendEntries) onlySent().message();
    assertThat(retry.previousIndex()).isEqualTo(2);
    assertThat(retry.entries()).hasSize(4);
  }

  @Test
  @DisplayName("a conflicting term is skipped at once (section 5.3, end)")
  void conflictingTerm() {
    leadWithLog(1, 1, 4, 4, 4);

    receive("n2", new AppendRejected(5, 5, 3, 2, 0));
    assertThat(((AppendEntries) onlySent().message()).previousIndex()).isEqualTo(1);

    receive("n3", new AppendRejected(5, 5, 1, 1, 0));
    assertThat(((AppendEntries) onlySent().message()).previousIndex()).isEqualTo(2);
  }

  @Test
  @DisplayName("a refusal names the conflicting term and where it starts (section 5.3, end)")
  void namesConflictingTerm() {
    FirstLog.write(context.disk(), 4, List.of(1L, 1L, 2L, 2L, 2L));
    server.start();
    receive("n2", new AppendEntries(4, 5, 3, List.of(), 0, 0));
    receive("n2", new AppendEntries(4, 7, 3, List.of(), 0, 0));
    context.fakeDisk().completeSyncs();

    assertThat(context.takeSent())
        .containsExactly(
            new Sent("n2", new AppendRejected(4, 5, 2, 3, 0)),
            new Sent("n2", new AppendRejected(4, 7, 0, 6, 0)));
  }

  @Test
  @DisplayName("a refusal that was answered already is ignored")
  void repeatedRefusal() {
    leadWithLog(1, 1, 1, 1, 1);
    receive("n2", new AppendRejected(2, 5, 0, 3, 0));
    receive("n3", new AppendAccepted(2, 6, 0));
    context.takeSent();

    receive("n2", new AppendRejected(2, 5, 0, 3, 0));
    receive("n3", new AppendRejected(2, 5, 0, 3, 0));

    assertThat(context.takeSent()).isEmpty();
  }

  @Test
  @DisplayName("a batch under way is not sent again for a read")
  void readBesideABatch() {
    lead();
    context.fakeDisk().completeSyncs();
    receive("n2", new AppendAccepted(1, 1, 0));
    receive("n3", new AppendAccepted(1, 1, 0));
    propose(1);
    context.takeSent();

    read(2);

    assertThat(context.takeSent())
        .filteredOn(sent -> sent.to().equals("n2"))
        .containsExactly(new Sent("n2", new AppendEntries(1, 1, 1, List.of(), 1, 1)));
  }

  @Test
  @DisplayName("what was under way in an earlier term does not hold up a later one")
  void leadsAgain() {
    lead();
    receive("n4", new AppendEntries(2, 0, 0, List.of(), 0, 0));
    context.timer("election timeout").fire();
    context.fakeDisk().completeSyncs();
    receive("n2", new Vote(3, true));
    context.takeSent();

    receive("n3", new Vote(3, true));

    assertThat(context.takeSent())
        .allSatisfy(sent -> assertThat(((AppendEntries) sent.message()).entries()).isNotEmpty())
        .hasSize(4);
  }

  @Test
  @DisplayName("a leader that has not yet committed in its term answers no read (diss. 6.4)")
  void readBeforeTheFirstCommit() {
    lead();
    read(1);
    long round = newestRound();
    receive("n2", new AppendRejected(1, 0, 0, 1, round));
    receive("n3", new AppendRejected(1, 0, 0, 1, round));
    assertThat(context.takeSent()).noneMatch(sent -> sent.to().equals("c1"));

    context.fakeDisk().completeSyncs();
    receive("n2", new AppendAccepted(1, 1, 0));
    receive("n3", new AppendAccepted(1, 1, 0));
    receive("n2", new AppendAccepted(1, 1, 1));
    assertThat(context.takeSent()).noneMatch(sent -> sent.to().equals("c1"));
    receive("n3", new AppendAccepted(1, 1, 1));

    assertThat(context.takeSent())
        .containsExactly(new Sent("c1", new Answer(SESSION, 1, new Found(Optional.empty()))));
  }

  @Test
  @DisplayName("giving a vote gives the candidate time; refusing one does not (section 5.2)")
  void votersWait() {
    server.start();
    receive("n2", new RequestVote(1, 0, 0));
    assertThat(context.timer("election timeout").restarts()).isEqualTo(2);

    receive("n3", new RequestVote(1, 0, 0));
    assertThat(context.timer("election timeout").restarts()).isEqualTo(2);
  }

  @Test
  @DisplayName("a candidate of an older term gets no vote, and learns the term")
  void oldCandidate() {
    server.start();
    receive("n2", new AppendEntries(3, 0, 0, List.of(), 0, 0));
    context.fakeDisk().completeSyncs();
    context.takeSent();

    receive("n3", new RequestVote(2, 9, 2));

    assertThat(context.takeSent()).containsExactly(new Sent("n3", new Vote(3, false)));
  }

  @Test
  @DisplayName("a late request does not cut off what newer ones have added (section 5.3)")
  void lateRequest() {
    server.start();
    receive("n2", new AppendEntries(1, 0, 0, List.of(NO_OP, NO_OP, NO_OP), 0, 0));
    receive("n2", new AppendEntries(1, 0, 0, List.of(NO_OP), 0, 0));

    assertThat(server.view().lastIndex()).isEqualTo(3);
    assertThat(context.facts()).noneMatch(RaftFact.Truncated.class::isInstance);
  }

  @Test
  @DisplayName("a follower commits no further than it agrees with its leader (figure 2, step 5)")
  void commitWithinAgreement() {
    server.start();
    receive("n2", new AppendEntries(1, 0, 0, List.of(NO_OP, NO_OP, NO_OP), 0, 0));
    receive("n3", new AppendEntries(2, 1, 1, List.of(), 3, 0));

    assertThat(server.view().commitIndex()).isEqualTo(1);
  }

  @Test
  @DisplayName("a leader of an older term is told so, and changes nothing")
  void oldLeader() {
    server.start();
    receive("n2", new AppendEntries(4, 0, 0, List.of(NO_OP), 0, 0));
    context.fakeDisk().completeSyncs();
    context.takeSent();

    receive("n3", new AppendEntries(3, 0, 0, List.of(NO_OP, NO_OP), 2, 7));

    assertThat(context.takeSent())
        .containsExactly(new Sent("n3", new AppendRejected(4, 0, 0, 2, 7)));
    assertThat(server.view().lastIndex()).isEqualTo(1);
    assertThat(server.view().leader()).contains(NodeId.of("n2"));
  }

  @Test
  @DisplayName("nothing is answered before it is durable")
  void answersWaitForTheDisk() {
    server.start();
    receive("n2", new RequestVote(1, 0, 0));
    receive("n2", new AppendEntries(1, 0, 0, List.of(NO_OP), 0, 0));
    assertThat(context.takeSent()).isEmpty();

    context.fakeDisk().completeSyncs();

    assertThat(context.takeSent())
        .containsExactly(
            new Sent("n2", new Vote(1, true)), new Sent("n2", new AppendAccepted(1, 1, 0)));
  }

  @Test
  @DisplayName("a leader that steps down sends the clients of unfinished writes elsewhere")
  void clientsOfALostTerm() {
    lead();
    propose(7);
    context.takeSent();

    receive("n4", new AppendEntries(2, 0, 0, List.of(), 0, 0));

    assertThat(context.takeSent())
        .contains(new Sent("c1", new NotLeader(SESSION, 7, Optional.empty())));
    assertThat(context.timer("heartbeat").isRunning()).isFalse();
    assertThat(context.timer("election timeout").isRunning()).isTrue();
  }

  @Test
  @DisplayName("a server whose disk lost a durable record takes no further part")
  void haltsOnRot() {
    server.start();
    receive("n2", new AppendEntries(1, 0, 0, List.of(NO_OP, NO_OP), 0, 0));
    context.fakeDisk().completeSyncs();
    receive("n2", new AppendEntries(1, 2, 1, List.of(NO_OP), 0, 0));
    context.fakeDisk().completeSyncs();
    context.fakeDisk().wal().damage(1);
    context.takeSent();

    server = newLife();
    server.start();
    receive("n2", new RequestVote(9, 9, 9));
    context.fakeDisk().completeSyncs();

    assertThat(context.facts()).contains(new FoundDamage(1));
    assertThat(server.view().role()).isEqualTo(Role.HALTED);
    assertThat(context.takeSent()).isEmpty();
    assertThat(context.timer("election timeout").isRunning()).isFalse();
  }

  private void campaign() {
    server.start();
    context.timer("election timeout").fire();
    context.fakeDisk().completeSyncs();
  }

  private void lead() {
    campaign();
    receive("n2", new Vote(1, true));
    receive("n3", new Vote(1, true));
    assertThat(context.facts()).contains(new BecameLeader(1, 0, 0));
  }

  /** Wins an election with a log, in the term after that of its last entry. */
  private void leadWithLog(long... terms) {
    List<Long> log = LongStream.of(terms).boxed().toList();
    long last = log.get(log.size() - 1);
    FirstLog.write(context.disk(), last, log);
    campaign();
    receive("n4", new Vote(last + 1, true));
    receive("n5", new Vote(last + 1, true));
    context.takeSent();
  }

  private long newestRound() {
    return context.takeSent().stream()
        .filter(sent -> sent.message() instanceof AppendEntries)
        .mapToLong(sent -> ((AppendEntries) sent.message()).round())
        .max()
        .orElseThrow();
  }

  private Sent onlySent() {
    List<Sent> sent = context.takeSent();
    assertThat(sent).hasSize(1);
    return sent.get(0);
  }

  private void propose(long sequence) {
    receive("c1", new ClientRequest(SESSION, sequence, new Put("k", "v")));
  }

  private void read(long sequence) {
    receive("c1", new ClientRequest(SESSION, sequence, new Get("k")));
  }

  private void receive(String from, RaftMessage message) {
    server.receive(NodeId.of(from), message);
  }
}

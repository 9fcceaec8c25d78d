package dev.faultline.protocols.raft.invariants;

import dev.faultline.protocols.raft.Command;
import dev.faultline.protocols.raft.Command.NoOp;
import dev.faultline.protocols.raft.Command.Write;
import dev.faultline.protocols.raft.RaftFact.Acknowledged;
import dev.faultline.protocols.raft.RaftFact.Appended;
import dev.faultline.protocols.raft.RaftFact.Applied;
import dev.faultline.protocols.raft.RaftFact.BecameCandidate;
import dev.faultline.protocols.raft.RaftFact.BecameFollower;
import dev.faultline.protocols.raft.RaftFact.BecameLeader;
import dev.faultline.protocols.raft.RaftFact.Committed;
import dev.faultline.protocols.raft.RaftFact.Matched;
import dev.faultline.protocols.raft.RaftFact.Recovered;
import dev.faultline.protocols.raft.RaftFact.Truncated;
import dev.faultline.protocols.raft.RaftFact.Voted;
import dev.faultline.protocols.raft.Session;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.values.NodeId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every invariant, with facts that break it and similar ones that do not. */
class InvariantsTest {
  private static final Session SESSION = new Session(NodeId.of("c1"), 1);
  private static final Command NO_OP = new NoOp();
  private static final Command WRITE = new Write(SESSION, 5, new Put("k", "v"));

  private static Recovered recovered(long term, long lastIndex, long lastTerm) {
    return new Recovered(term, Optional.empty(), lastIndex, lastTerm);
  }

  @Nested
  class ElectionSafetyRule {
    private final Court court = new Court(new ElectionSafety());

    @Test
    void oneLeaderPerTerm() {
      court.sees("n1", new BecameLeader(1, 0, 0)).sees("n2", new BecameLeader(2, 0, 0));
      court.findsNothing();
    }

    @Test
    void twoLeadersOfATerm() {
      court.sees("n1", new BecameLeader(3, 0, 0)).sees("n2", new BecameLeader(3, 1, 1));
      court.finds(
          "term 3 has two leaders, n1 and n2",
          new BecameLeader(3, 0, 0),
          new BecameLeader(3, 1, 1));
    }
  }

  @Nested
  class LeaderAppendOnlyRule {
    private final Court court = new Court(new LeaderAppendOnly());

    @Test
    void followersCut() {
      court
          .sees("n1", new BecameLeader(1, 0, 0), new BecameFollower(2), new Truncated(3))
          .sees("n2", new BecameLeader(2, 0, 0), recovered(2, 0, 0), new Truncated(1))
          .sees("n3", new BecameLeader(3, 0, 0), new BecameCandidate(4), new Truncated(1));
      court.findsNothing();
    }

    @Test
    void aLeaderCuts() {
      court.sees("n1", new BecameLeader(1, 5, 1), new Truncated(4));
      court.finds(
          "n1 removed entries from 4 on while it was leader",
          new BecameLeader(1, 5, 1),
          new Truncated(4));
    }
  }

  @Nested
  class LogMatchingRule {
    private final Court court = new Court(new LogMatching());

    @Test
    void differentTermsAtAnIndex() {
      court
          .sees("n1", new Appended(1, 1, 0, NO_OP), new Appended(2, 1, 1, WRITE))
          .sees("n2", new Appended(1, 1, 0, NO_OP), new Appended(2, 2, 1, NO_OP));
      court.findsNothing();
    }

    @Test
    void differentCommands() {
      court.sees("n1", new Appended(1, 1, 0, NO_OP)).sees("n2", new Appended(1, 1, 0, WRITE));
      court.finds(
          "the logs of n1 and n2 differ at or before entry 1 of term 1, which both hold",
          new Appended(1, 1, 0, NO_OP),
          new Appended(1, 1, 0, WRITE));
    }

    @Test
    void differentPasts() {
      court.sees("n1", new Appended(2, 3, 1, NO_OP)).sees("n2", new Appended(2, 3, 2, NO_OP));
      court.finds(
          "the logs of n1 and n2 differ at or before entry 2 of term 3, which both hold",
          new Appended(2, 3, 1, NO_OP),
          new Appended(2, 3, 2, NO_OP));
    }
  }

  @Nested
  class LeaderCompletenessRule {
    private final Court court = new Court(new LeaderCompleteness());
    private final Appended first = new Appended(1, 1, 0, NO_OP);
    private final Appended second = new Appended(2, 1, 1, WRITE);
    private final Committed committed = new Committed(2, 1, 1, true);

    @Test
    void laterLeadersHaveIt() {
      court
          .sees("n1", new BecameLeader(1, 0, 0), first, second, committed)
          .sees("n2", first, second, new Appended(3, 1, 1, NO_OP), new Truncated(3))
          .sees("n2", new BecameLeader(2, 2, 1));
      court.findsNothing();
    }

    @Test
    void theNextLeaderLacksIt() {
      court.sees("n1", first, second, committed).sees("n2", first, new BecameLeader(2, 1, 1));
      court.finds(
          "entry 2 of term 1 was committed, and the later leader n2 does not have it",
          committed,
          new BecameLeader(2, 1, 1));
    }

    @Test
    void theNextLeaderHasAnotherInItsPlace() {
      court
          .sees("n1", first, second, committed)
          .sees("n2", first, new Appended(2, 2, 1, NO_OP), new Appended(3, 2, 2, NO_OP))
          .sees("n2", new BecameLeader(3, 3, 2));
      court.finds(
          "entry 2 of term 1 was committed, and the later leader n2 does not have it",
          committed,
          new BecameLeader(3, 3, 2));
    }

    @Test
    @DisplayName("an old leader commits what the leader of a later term, elected before, lacks")
    void committedTooLate() {
      court
          .sees("n1", first, second)
          .sees("n2", first, new BecameLeader(2, 1, 1))
          .sees("n1", committed);
      court.finds(
          "entry 2 of term 1 was committed, and the later leader n2 does not have it",
          new BecameLeader(2, 1, 1),
          committed);
    }

    @Test
    @DisplayName("a leader of an earlier term, elected late, need not have it")
    void lateElection() {
      court
          .sees("n1", first, new Appended(2, 3, 1, NO_OP), new Committed(2, 3, 3, true))
          .sees("n2", first, new BecameLeader(2, 1, 1));
      court.findsNothing();
    }

    @Test
    @DisplayName("two leaders of one term are another rule's business")
    void sameTerm() {
      court
          .sees("n1", first, new Appended(2, 3, 1, NO_OP), new Committed(2, 3, 3, true))
          .sees("n2", first, new BecameLeader(3, 1, 1));
      court.findsNothing();
    }

    @Test
    void aCrashLostIt() {
      court
          .sees("n1", first, second, committed)
          .sees("n2", first, second, recovered(1, 1, 1), new BecameLeader(2, 1, 1));
      court.finds(
          "entry 2 of term 1 was committed, and the later leader n2 does not have it",
          committed,
          new BecameLeader(2, 1, 1));
    }
  }

  @Nested
  class StateMachineSafetyRule {
    private final Court court = new Court(new StateMachineSafety());

    @Test
    void sameEntries() {
      court
          .sees("n1", new Applied(1, 1, NO_OP), new Applied(2, 1, WRITE))
          .sees("n2", new Applied(1, 1, NO_OP))
          .sees("n1", recovered(1, 2, 1), new Applied(1, 1, NO_OP));
      court.findsNothing();
    }

    @Test
    void differentEntries() {
      court.sees("n1", new Applied(1, 1, NO_OP)).sees("n2", new Applied(1, 2, NO_OP));
      court.finds(
          "n1 and n2 applied different entries at 1",
          new Applied(1, 1, NO_OP),
          new Applied(1, 2, NO_OP));
    }

    @Test
    void leftOut() {
      court.sees("n1", new Applied(1, 1, NO_OP), new Applied(3, 1, NO_OP));
      court.finds("n1 applied entry 3 after entry 1", new Applied(3, 1, NO_OP));
    }

    @Test
    void twice() {
      court.sees("n1", new Applied(1, 1, NO_OP), new Applied(1, 1, NO_OP));
      court.finds("n1 applied entry 1 after entry 1", new Applied(1, 1, NO_OP));
    }
  }

  @Nested
  class TermGrowsRule {
    private final Court court = new Court(new TermGrows());

    @Test
    void aTermOnlyEnteredMayBeLost() {
      court.sees("n1", new Voted(3, NodeId.of("c1")), new BecameFollower(4), recovered(3, 0, 0));
      court.findsNothing();
    }

    @Test
    void shrinksInALife() {
      court.sees("n1", new BecameCandidate(4), new BecameFollower(3));
      court.finds(
          "the term of n1 went back from 4 to 3", new BecameCandidate(4), new BecameFollower(3));
    }

    @Test
    void aTermVotedInIsLost() {
      court.sees("n1", new Voted(3, NodeId.of("c1")), recovered(2, 0, 0));
      court.finds(
          "the term of n1 went back from 3 to 2",
          new Voted(3, NodeId.of("c1")),
          recovered(2, 0, 0));
    }
  }

  @Nested
  class CommitGrowsRule {
    private final Court court = new Court(new CommitGrows());

    @Test
    void startsAgainInANewLife() {
      court.sees(
          "n1", new Committed(3, 1, 1, true), recovered(1, 5, 1), new Committed(2, 1, 1, false));
      court.findsNothing();
    }

    @Test
    void shrinks() {
      court.sees("n1", new Committed(3, 1, 1, true), new Committed(2, 1, 1, false));
      court.finds(
          "the commit index of n1 went from 3 to 2",
          new Committed(3, 1, 1, true),
          new Committed(2, 1, 1, false));
    }
  }

  @Nested
  class MatchGrowsRule {
    private final Court court = new Court(new MatchGrows());
    private final NodeId n2 = NodeId.of("n2");

    @Test
    void startsAgainInANewTerm() {
      court
          .sees("n1", new Matched(1, n2, 5), new Matched(1, NodeId.of("n3"), 2))
          .sees("n1", new Matched(1, n2, 6), new Matched(3, n2, 4))
          .sees("n4", new Matched(2, n2, 1));
      court.findsNothing();
    }

    @Test
    void shrinks() {
      court.sees("n1", new Matched(1, n2, 5), new Matched(1, n2, 4));
      court.finds(
          "in term 1, leader n1 lowered the match index of n2 from 5 to 4",
          new Matched(1, n2, 5),
          new Matched(1, n2, 4));
    }
  }

  @Nested
  class CommitOwnTermRule {
    private final Court court = new Court(new CommitOwnTerm());

    @Test
    void followersAreToldOfOlderEntries() {
      court.sees("n1", new Committed(3, 2, 2, true)).sees("n2", new Committed(3, 2, 4, false));
      court.findsNothing();
    }

    @Test
    void countsAnOlderEntry() {
      court.sees("n1", new Committed(3, 2, 4, true));
      court.finds(
          "n1, leader of term 4, committed entry 3 of term 2 by counting",
          new Committed(3, 2, 4, true));
    }
  }

  @Nested
  class CommitFollowsMajorityRule {
    private final Court court = new Court(new CommitFollowsMajority(3));
    private final BecameLeader elected = new BecameLeader(4, 2, 3);
    private final Matched second = new Matched(4, NodeId.of("n2"), 3);
    private final Matched third = new Matched(4, NodeId.of("n3"), 4);
    private final Appended next = new Appended(5, 4, 4, WRITE);

    @Test
    void inTime() {
      court.sees("n1", elected, second, third, new Committed(3, 4, 4, true), next);
      court.findsNothing();
    }

    @Test
    void notAMajority() {
      court.sees("n1", elected, second, next, new Matched(4, NodeId.of("n2"), 5), next);
      court.findsNothing();
    }

    @Test
    void onlyEntriesOfEarlierTerms() {
      Matched old = new Matched(4, NodeId.of("n3"), 2);
      court.sees("n1", elected, second, old, next);
      court.findsNothing();
    }

    @Test
    void noLongerLeader() {
      court.sees("n1", elected, second, third, new BecameFollower(5), next);
      court.sees("n1", elected, second, third, recovered(5, 4, 4), next);
      court.findsNothing();
    }

    @Test
    void tooLate() {
      court.sees("n1", elected, second, third, next);
      court.finds(
          "n1, leader of term 4, knows entry 3 on a majority and does not commit it",
          second,
          third);
    }

    @Test
    void notFarEnough() {
      Matched further = new Matched(4, NodeId.of("n2"), 4);
      court.sees("n1", elected, second, third, new Committed(3, 4, 4, true), further);
      court.findsNothing();
      court.sees("n1", next);
      court.finds(
          "n1, leader of term 4, knows entry 4 on a majority and does not commit it",
          further,
          third);
    }
  }

  @Nested
  class AcknowledgedIsCommittedRule {
    private final Court court = new Court(new AcknowledgedIsCommitted());
    private final Applied applied = new Applied(1, 1, WRITE);
    private final Committed committed = new Committed(1, 1, 1, true);
    private final Acknowledged acknowledged = new Acknowledged(SESSION, 5, 1);

    @Test
    void afterCommitAndByAnotherLeader() {
      court.sees("n1", committed, applied, acknowledged).sees("n2", acknowledged);
      court.findsNothing();
    }

    @Test
    void before() {
      court.sees("n1", acknowledged);
      court.finds("n1 acknowledged c1's command 5 at 1, and commits reach only to 0", acknowledged);
    }

    @Test
    void ofAnotherLife() {
      Acknowledged other = new Acknowledged(new Session(NodeId.of("c1"), 2), 5, 1);
      court.sees("n1", committed, applied, other);
      court.finds("n1 acknowledged c1's command 5 at 1, where another was applied", applied, other);
    }

    @Test
    void notThatCommand() {
      court.sees("n1", committed, applied, new Acknowledged(SESSION, 4, 1));
      court.finds(
          "n1 acknowledged c1's command 4 at 1, where another was applied",
          applied,
          new Acknowledged(SESSION, 4, 1));
    }
  }
}

package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;
import dev.faultline.simulation.Flaw;
import java.util.Arrays;

/** The bugs that can be switched on, by their ids. */
public enum RaftFlaw {
  R01(
      "A leader commits entries of earlier terms by counting replicas.",
      "Ongaro and Ousterhout 2014, section 5.4.2 and figure 8; logcabin issue 44"),
  R04(
      "A voter that restarts has forgotten whom it voted for.",
      "akka-raft issue 62; Ongaro 2014, section 3.8"),
  R06("A candidate counts a vote again when its message arrives again.", "akka-raft issue 45"),
  R07(
      "A candidate counts votes that it was given in an earlier term.",
      "akka-raft issue 46; xraft issue 33"),
  R13(
      "An answer that was overtaken sets a leader's match index back.",
      "raftos issue 25; PySyncObj issue 167"),
  R14("A leader commits nothing behind an entry of an earlier term.", "raftos pull request 30"),
  R24(
      "A leader answers reads without asking whether it still leads.",
      "etcd issue 741; consul issue 54; Ongaro 2014, section 6.4"),
  R30("A command that a client sends again is executed again.", "Ongaro 2014, section 6.3"),
  R31("A server answers reads before it has replayed its log.", "etcd issue 3879"),
  R35(
      "A follower confirms entries before they are on stable storage.",
      "Vanlightly's specification RaftFsync; Jepsen on NATS 2.12.1"),
  R36(
      "A leader counts itself for entries that it can still lose.",
      "etcd issue 14370; Ongaro 2014, section 10.2.1");

  private final String about;
  private final String source;

  RaftFlaw(String about, String source) {
    this.about = about;
    this.source = source;
  }

  /**
   * The flaw of this id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static RaftFlaw of(String id) {
    return Arrays.stream(values())
        .filter(flaw -> flaw.name().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "raft has no flaw '" + id + "', only " + Arrays.toString(values())));
  }

  /** The rules of Raft, one of them broken. */
  public RaftRules rules() {
    return switch (this) {
      case R01 -> new CommitsEarlierTerms();
      case R04 -> new ForgetsVote();
      case R06 -> new CountsVotesTwice();
      case R07 -> new CountsOldVotes();
      case R13 -> new LowersMatch();
      case R14 -> new StopsAtOlderTerm();
      case R24 -> new ReadsWithoutQuorum();
      case R30 -> new ExecutesTwice();
      case R31 -> new ReadsBeforeReplay();
      case R35 -> new AnswersBeforeSync();
      case R36 -> new CountsUnsyncedEntries();
    };
  }

  /** The flaw as people see it. */
  public Flaw flaw() {
    return new Flaw(name(), about, source);
  }
}

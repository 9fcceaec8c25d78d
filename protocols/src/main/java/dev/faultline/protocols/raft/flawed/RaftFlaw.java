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
      "akka-raft issue 62; Ongaro 2014, section 3.8");

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
    };
  }

  /** The flaw as people see it. */
  public Flaw flaw() {
    return new Flaw(name(), about, source);
  }
}

package dev.faultline.campaign.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something a campaign found wrong, in words.
 *
 * @param kind how it was found
 * @param check the broken check
 * @param name of the group, unique in the campaign
 * @param message what is wrong, in one sentence
 * @param details the rule, the facts that contradict each other, the stack: lines for people
 * @param seeds the first seeds that show it; empty when no seed is meant
 * @param count how many seeds show it
 * @param steps how many steps of the smallest scenario have to happen; empty when there is none
 * @param folder where its files are
 * @param replay the command that shows it again
 */
public record Finding(
    Kind kind,
    String check,
    String name,
    String message,
    String details,
    List<Long> seeds,
    long count,
    OptionalInt steps,
    Path folder,
    String replay) {
  /** How something was found. */
  public enum Kind {
    /** Seeds of the campaign failed. */
    FAILURE,
    /** An earlier failure failed again. */
    GRAVEYARD,
    /** A handler or a check never returned. */
    HANG,
    /** A seed ran differently in another JVM. */
    NONDETERMINISM
  }

  public Finding {
    seeds = List.copyOf(seeds);
  }
}

package dev.faultline.campaign;

import dev.faultline.check.Sighting;
import dev.faultline.check.Violation;
import dev.faultline.values.Hash;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What violations of one cause have in common: the check, the words of its message without what
 * differs from run to run, and the kinds of facts that contradict each other; of a handler that
 * threw, what it threw and where.
 *
 * @param check the name of the broken check
 * @param text the rest, in one line
 */
public record Shape(String check, String text) {
  /** Terms, indexes, times, names of nodes, keys and values: every word with a digit in it. */
  private static final Pattern VARYING =
      Pattern.compile("[^\\s,;()\\[\\]=]*[0-9][^\\s,;()\\[\\]=]*");

  /** However many things of a kind there are: {@code c1, c2 and c3}. */
  private static final Pattern LISTS = Pattern.compile("#(,? (and )?#)+");

  /** Of a history that nothing explains, the operations that were tried last say little. */
  private static final Pattern UNEXPLAINED = Pattern.compile("(no order explains).*");

  private static final Pattern CLAUSES = Pattern.compile("[,;] (and )?(after that |then )?");

  /** The shape of a violation. */
  public static Shape of(Violation violation) {
    return new Shape(
        violation.check(),
        violation.stack().flatMap(Shape::ofStack).orElseGet(() -> ofFacts(violation)));
  }

  /** What was thrown, and the innermost place. */
  private static Optional<String> ofStack(String stack) {
    Optional<String> place = stack.lines().map(String::strip).filter(Shape::isFrame).findFirst();
    String thrown = stack.lines().findFirst().orElse("").replaceFirst(":.*", "");
    return place.map(frame -> thrown + " " + frame);
  }

  private static boolean isFrame(String line) {
    return line.startsWith("at ");
  }

  private static String ofFacts(Violation violation) {
    String words = VARYING.matcher(violation.message()).replaceAll("#");
    words = UNEXPLAINED.matcher(LISTS.matcher(words).replaceAll("#")).replaceAll("$1");
    String message =
        Arrays.stream(CLAUSES.split(words)).distinct().collect(Collectors.joining(", "));
    String facts =
        violation.evidence().stream().map(Shape::kind).distinct().collect(Collectors.joining(", "));
    return facts.isEmpty() ? message : message + " (" + facts + ")";
  }

  private static String kind(Sighting sighting) {
    return sighting.fact().getClass().getSimpleName();
  }

  /**
   * A name for files: the check, and eight digits for the rest: enough to tell any two of a
   * campaign apart.
   */
  public String fileName() {
    long hash = Hash.of(check + "\n" + text);
    return check.replaceAll("[^A-Za-z0-9.]+", "-")
        + String.format(Locale.ROOT, "-%08x", hash & 0xffff_ffffL);
  }
}

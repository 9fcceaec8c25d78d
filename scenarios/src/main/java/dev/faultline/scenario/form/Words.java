package dev.faultline.scenario.form;

import java.util.Collection;
import java.util.List;

/** Lists of words in sentences. */
public final class Words {
  private Words() {}

  /** {@code "a"}, {@code "a or b"}, {@code "a, b or c"}. */
  public static String either(Collection<String> words) {
    List<String> all = List.copyOf(words);
    return all.size() < 2
        ? String.join("", all)
        : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
  }
}

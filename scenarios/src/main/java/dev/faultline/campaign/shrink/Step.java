package dev.faultline.campaign.shrink;

import java.util.List;

/**
 * Something that has to happen for a violation.
 *
 * @param time virtual nanoseconds
 * @param who the node, or {@code fault}
 * @param what in a few words
 * @param facts what the node reported thereupon, in words
 */
public record Step(long time, String who, String what, List<String> facts) {
  public Step {
    facts = List.copyOf(facts);
  }
}

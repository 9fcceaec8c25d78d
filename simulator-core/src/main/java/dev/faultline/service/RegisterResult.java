package dev.faultline.service;

import java.util.Optional;

/** What a register answers. */
public sealed interface RegisterResult {
  /** To a read: the value, or nothing when it was never written. */
  record Found(Optional<String> value) implements RegisterResult {}

  /** To a write. */
  record Written() implements RegisterResult {}

  /** To a compare-and-set: did the value match, and was it replaced? */
  record Swapped(boolean matched) implements RegisterResult {}
}

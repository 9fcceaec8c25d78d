package dev.faultline.service;

import java.util.Optional;

/** What a key-value store answers. */
public sealed interface KvResult {
  /** To a get: the value, or nothing for an absent key. */
  record Found(Optional<String> value) implements KvResult {}

  /** To a put or an append. */
  record Written() implements KvResult {}

  /** To a compare-and-set: did the value match, and was it replaced? */
  record Swapped(boolean matched) implements KvResult {}
}

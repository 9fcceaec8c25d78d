package dev.faultline.disk;

import java.util.Optional;

/**
 * What a read of the disk finds.
 *
 * @param <T> the type written
 */
public sealed interface Stored<T> {
  /** Nothing was ever written, or nothing that was written survived. */
  record Empty<T>() implements Stored<T> {}

  /** A whole value. */
  record Value<T>(T value) implements Stored<T> {}

  /** Something was written here and its checksum does not match. */
  record Damaged<T>() implements Stored<T> {}

  /** The value, if there is a whole one. */
  default Optional<T> whole() {
    return this instanceof Value<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}

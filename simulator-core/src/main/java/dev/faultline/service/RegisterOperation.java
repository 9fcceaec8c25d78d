package dev.faultline.service;

/** What clients ask of a register. */
public sealed interface RegisterOperation {
  /** Reads the value. */
  record Read() implements RegisterOperation {}

  /** Replaces the value. */
  record Write(String value) implements RegisterOperation {}

  /**
   * Replaces the value if it is the expected one; a register that was never written matches
   * nothing.
   */
  record CompareAndSet(String expected, String value) implements RegisterOperation {}
}

package dev.faultline.scenario;

/**
 * A scenario that cannot be used. The message is one line for the person who wrote it: where, what
 * was expected, what was found, and the nearest valid spelling.
 */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes an exception whose message is shown to people as it is. */
  public ScenarioException(String message) {
    super(message);
  }
}

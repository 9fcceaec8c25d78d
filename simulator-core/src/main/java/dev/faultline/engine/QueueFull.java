package dev.faultline.engine;

/** Too much is pending: a bound of the run, not a fault of the handler that scheduled one more. */
public final class QueueFull extends Error {
  private static final long serialVersionUID = 1;

  QueueFull(int pending) {
    super("more than " + pending + " events are pending");
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

package dev.faultline.execution;

/** Somebody who wants to know how far a run is. */
public interface Progress {
  /** Nobody asks. */
  Progress NONE = share -> {};

  /**
   * The run has come so far.
   *
   * @param share of the fault phase, in [0, 1]
   */
  void at(double share);
}

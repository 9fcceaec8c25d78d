package dev.faultline.trace;

/** The fact that its node now leads the others. Fault targets named {@code leader} follow it. */
public interface Leadership extends Fact {
  /** The term, ballot, epoch or view in which the node leads; newer is greater. */
  long term();
}

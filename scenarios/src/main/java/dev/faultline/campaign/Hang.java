package dev.faultline.campaign;

import dev.faultline.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Code that never returned.
 *
 * @param scenario what was being run
 * @param code what kind of code it is
 * @param event the number of the last event that was over or had begun; 0 when the run had not
 * @param time virtual time of the run
 * @param stack where the code was when it was looked at, a frame a line
 */
public record Hang(Scenario scenario, Code code, long event, Duration time, String stack) {
  private static final String NODES = "dev.faultline.node.";
  private static final String SIMULATION = "dev.faultline.simulation.";

  /** Who called what never returned. */
  public enum Code {
    /** A node: at its start, for a message, at a timer. */
    HANDLER,
    /** A rule that is judged at every step, or after the run. */
    CHECK,
    /** Something else, such as the set-up of the system. */
    OTHER
  }

  /** A hang, told by the stack of the thread: below the code there is what called it. */
  static Hang of(Scenario scenario, long event, Duration time, List<StackTraceElement> stack) {
    Code code =
        stack.stream()
            .filter(Hang::isEngine)
            .findFirst()
            .map(caller -> caller.getClassName().startsWith(NODES) ? Code.HANDLER : Code.CHECK)
            .orElse(Code.OTHER);
    String frames =
        stack.stream()
            .takeWhile(frame -> !isEngine(frame))
            .map(frame -> "at " + frame)
            .collect(Collectors.joining("\n"));
    return new Hang(scenario, code, event, time, frames);
  }

  private static boolean isEngine(StackTraceElement frame) {
    return frame.getClassName().startsWith(NODES) || frame.getClassName().startsWith(SIMULATION);
  }
}

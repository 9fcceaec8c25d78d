package dev.faultline.check;

/** Writes stacks down the same way on every JVM: the frames of the program, not of the engine. */
final class StackText {
  private static final int MAX_FRAMES = 20;

  private StackText() {}

  /** The stack of what was thrown, with its causes. */
  static String of(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (!text.isEmpty()) {
        text.append("caused by ");
      }
      text.append(each).append('\n');
      int frames = 0;
      for (StackTraceElement frame : each.getStackTrace()) {
        if (frame.getClassName().startsWith("dev.faultline.node.") || frames++ == MAX_FRAMES) {
          break;
        }
        text.append("  at ").append(frame).append('\n');
      }
    }
    return text.toString();
  }
}

package dev.faultline.cli;

/** The front door of the program. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CtrlC interruption = new CtrlC();
    interruption.exit(new Faultline(Surroundings.ofProcess(interruption)).run(arguments));
  }
}

package dev.faultline.cli;

/** The front door of the program. */
public final class Main {
  private Main() {}

  /** Starts the command line. */
  public static void main(String[] args) {
    System.out.println("faultline 0.1.0");
  }
}

package dev.faultline.cli.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The line of the terminal that a progress bar has, on the stream of errors. Unlike the library's
 * own it leaves Ctrl-C to the program.
 */
final class TerminalLine implements ProgressBarConsumer {
  private static final int UNKNOWN_WIDTH = 80;
  private static final String TO_THE_END = "\u001b[K";

  private final PrintStream out;
  private final Terminal terminal;

  private TerminalLine(PrintStream out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** The line of the terminal of this process. */
  static TerminalLine ofProcess() {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(TerminalBuilder.SystemOutput.SysErr)
              .dumb(true)
              .nativeSignals(false)
              .build();
      return new TerminalLine(System.err, terminal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int getMaxRenderedLength() {
    int width = terminal.getWidth();
    return width > 0 ? width : UNKNOWN_WIDTH;
  }

  @Override
  public void accept(String line) {
    out.print("\r" + line + TO_THE_END);
    out.flush();
  }

  @Override
  public void clear() {
    accept("");
    out.print("\r");
    out.flush();
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.faultline.cli;

import dev.faultline.campaign.CampaignSettings;
import dev.faultline.cli.terminal.CampaignBar;
import dev.faultline.cli.terminal.Ink;
import dev.faultline.cli.terminal.LateBar;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * What the program is started in; tests give it their own.
 *
 * @param out for results
 * @param err for errors and warnings
 * @param ink how both look
 * @param interactive does a person watch?
 * @param library the folder of the scenario library, if it is installed
 * @param folder where it was started
 * @param command how the program was called, for commands to copy
 * @param version which program it is
 * @param environment the variables of the process
 * @param interruption Ctrl-C
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Ink ink,
    boolean interactive,
    Optional<Path> library,
    Path folder,
    String command,
    Version version,
    Map<String, String> environment,
    Interruption interruption) {

  /** Those of this process. */
  static Surroundings ofProcess(Interruption interruption) {
    boolean colours = Ansi.AUTO.enabled();
    return new Surroundings(
        writer(System.out),
        writer(System.err),
        new Ink(colours, System.out.charset().newEncoder().canEncode('→')),
        // The launcher knows whether errors go to a terminal; Java can only guess.
        Boolean.parseBoolean(
            System.getProperty("faultline.interactive", Boolean.toString(colours))),
        Optional.ofNullable(System.getProperty("faultline.library")).map(Path::of),
        Path.of("").toAbsolutePath(),
        System.getProperty("faultline.command", "faultline"),
        Version.current(),
        System.getenv(),
        interruption);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, false, stream.charset());
  }

  /** A progress bar for a task that may take long. */
  LateBar bar(String task) {
    return new LateBar(task, ink, interactive);
  }

  /** A progress bar for a campaign. */
  CampaignBar bar(CampaignSettings settings) {
    return new CampaignBar(settings, ink, interactive);
  }

  /** A message for people, in characters that they see. */
  void complain(@Nullable String message) {
    out.flush();
    err.println(ink.legible(String.valueOf(message)));
    err.flush();
  }
}

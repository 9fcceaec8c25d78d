package dev.faultline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help looks: the commands in groups, an example, and the exit codes everywhere. */
final class HelpLayout {
  private static final int WIDTH = 96;
  private static final int COMMAND_WIDTH = 22;
  private static final String NEWLINE = System.lineSeparator();

  private HelpLayout() {}

  /** The commands by what they are for. */
  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("Run", List.of("run", "replay"));
    groups.put("Find", List.of("fuzz", "shrink", "bisect", "score"));
    groups.put("Understand", List.of("show", "validate", "list"));
    groups.put("Reference", List.of("new", "schema", "generate-completion"));
    return groups;
  }

  /** Applies the layout to a command and all below it. */
  static void apply(CommandLine command, Version version) {
    CommandSpec spec = command.getCommandSpec();
    spec.mixinStandardHelpOptions(true);
    spec.version("faultline " + version);
    UsageMessageSpec usage = spec.usageMessage();
    usage.width(WIDTH);
    usage.sortOptions(false);
    usage.exitCodeListHeading("%nExit codes:%n");
    usage.exitCodeList(ExitCode.list());
    usage.commandListHeading("");
    usage.parameterListHeading("%n");
    usage.optionListHeading("%nOptions:%n");
    List<String> sections = new ArrayList<>(usage.sectionKeys());
    sections.remove(UsageMessageSpec.SECTION_KEY_FOOTER);
    sections.add(
        sections.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING),
        UsageMessageSpec.SECTION_KEY_FOOTER);
    usage.sectionKeys(sections);
    usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLayout::commands);
    command.getSubcommands().values().forEach(each -> apply(each, version));
  }

  private static String commands(Help help) {
    StringBuilder text = new StringBuilder();
    groups()
        .forEach((group, names) -> {
          List<Help> shown =
              names.stream().map(help.subcommands()::get).filter(Objects::nonNull).toList();
          if (!shown.isEmpty()) {
            text.append(NEWLINE).append(help.colorScheme().text("@|bold " + group + "|@"));
            text.append(NEWLINE);
            shown.forEach(each -> text.append(command(help, each)));
          }
        });
    return text.toString();
  }

  private static String command(Help help, Help subcommand) {
    CommandSpec spec = subcommand.commandSpec();
    String name = spec.name();
    return "  "
        + help.colorScheme().commandText(name)
        + " ".repeat(Math.max(1, COMMAND_WIDTH - name.length()))
        + spec.usageMessage().description()[0]
        + NEWLINE;
  }
}

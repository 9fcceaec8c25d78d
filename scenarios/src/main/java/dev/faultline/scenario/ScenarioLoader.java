package dev.faultline.scenario;

import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.InputException;
import dev.faultline.scenario.tree.Overrides;
import dev.faultline.scenario.tree.Place;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.TreeReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads scenario files. */
public final class ScenarioLoader {
  private final Protocols protocols;

  /** Scenarios may name these protocols. */
  public ScenarioLoader(Protocols protocols) {
    this.protocols = protocols;
  }

  /**
   * Reads and checks a scenario file, or a recording.
   *
   * @param file shown in messages as it is given
   * @param overrides settings that replace the file's, in order: {@code network.loss=2%}, {@code
   *     faults[0].at=5s}; {@code null} as a value removes a setting
   * @throws ScenarioException when the file or an override cannot be used
   */
  public Scenario load(Path file, List<String> overrides) {
    try {
      Path folder = Objects.requireNonNullElse(file.getParent(), Path.of(""));
      return read(file.toString(), SourceText.read(file), nameOf(file), folder, overrides);
    } catch (InputException e) {
      throw new ScenarioException(e.line());
    }
  }

  /**
   * Reads and checks a scenario that is no file.
   *
   * @param text in YAML
   * @param name of the scenario when the text says none; also stands for the file in messages
   * @param overrides as for a file
   * @throws ScenarioException when the text or an override cannot be used
   */
  public Scenario parse(String text, String name, List<String> overrides) {
    try {
      return read(name, text, name, Path.of(""), overrides);
    } catch (InputException e) {
      throw new ScenarioException(e.line());
    }
  }

  private Scenario read(
      String source, String text, String name, Path folder, List<String> overrides) {
    Tree tree =
        TreeReader.file(source, text)
            .orElseThrow(() ->
                new InputException(
                    new Place(source, 1, 1), "expected a scenario, got an empty document"));
    for (String override : overrides) {
      tree = Overrides.apply(override, tree);
    }
    return new ScenarioReader(protocols, folder).read(new Value(tree, ""), name);
  }

  /** The name of a scenario that says none: its file's, without what names cannot have. */
  private static String nameOf(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    String clean = name.replaceAll("[^A-Za-z0-9_.-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
    return clean.isEmpty() ? "scenario" : clean.substring(0, Math.min(100, clean.length()));
  }
}

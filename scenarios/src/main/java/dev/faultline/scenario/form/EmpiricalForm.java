package dev.faultline.scenario.form;

import dev.faultline.random.Distribution.Empirical;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Sequence;
import dev.faultline.values.Durations;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measured durations: a list, or a file with one a line. They are written as a list, so that what
 * is written stands alone.
 *
 * @param folder where the file is looked up
 */
record EmpiricalForm(Path folder) implements Form<Empirical> {
  private static final int LARGEST = 1 << 20;
  private static final Form<List<Duration>> LIST =
      new ListForm<>(Forms.DURATION, "a list of durations, or { file: x.csv }", 1);

  @Override
  public String what() {
    return LIST.what();
  }

  @Override
  public Empirical read(Value value) {
    if (value.tree() instanceof Sequence) {
      return new Empirical(LIST.read(value));
    }
    Value file =
        Keys.of(value, List.of("file"), this).get("file").orElseThrow(() -> value.expected(what()));
    List<Duration> durations = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        durations.add(duration(file, i + 1, lines.get(i)));
      }
    }
    return file.checked(() -> new Empirical(durations));
  }

  private static Duration duration(Value file, int number, String line) {
    try {
      return Durations.parse(line);
    } catch (IllegalArgumentException e) {
      throw file.error("line " + number + ": " + e.getMessage());
    }
  }

  private List<String> lines(Value file) {
    String name = Forms.TEXT.read(file);
    try {
      Path path = folder.resolve(name);
      if (!Files.isRegularFile(path)) {
        throw file.error("there is no file '" + name + "' beside the scenario");
      }
      if (Files.size(path) > LARGEST) {
        throw file.error("'" + name + "' is larger than 1 MiB");
      }
      return Files.readAllLines(path);
    } catch (CharacterCodingException | InvalidPathException e) {
      throw file.error("'" + name + "' is not a text file");
    } catch (IOException e) {
      throw file.error("'" + name + "' cannot be read: " + e.getMessage());
    }
  }

  @Override
  public Tree write(Empirical value) {
    return LIST.write(value.values());
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    ObjectNode properties = schemas.object();
    properties.set(
        "file", schemas.described("Relative to the scenario.", Forms.TEXT.schema(schemas)));
    return schemas.anyOf(
        List.of(LIST.schema(schemas), schemas.closedObject(properties, List.of("file"))));
  }
}

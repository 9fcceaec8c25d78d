package dev.faultline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema accepts what the loader reads, and refuses what a schema can know to be wrong. */
class SchemaTest {
  /** The committed schema. Write it anew with {@code -Dgolden.update=true} and read the change. */
  private static final Path COMMITTED = Path.of("scenario.schema.json");

  private static final Path BAD = Path.of("src/test/resources/bad");
  private static final Schema TOY = schema(ScenarioSchema.generate(ToyProtocol.INSTALLED));

  static List<String> samples() throws IOException {
    return Samples.all();
  }

  static List<Path> library() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("library"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void theCommittedSchemaIsUpToDate() throws IOException {
    String generated = ScenarioSchema.generate(Protocols.installed());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(COMMITTED, generated);
    }
    assertThat(COMMITTED).content().isEqualTo(generated);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("library")
  void theLibraryIsValidAndNamesTheSchema(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(schema(Files.readString(COMMITTED)).validate(text, InputFormat.YAML)).isEmpty();
    Path named = Path.of(text.lines().findFirst().orElseThrow().replaceFirst(".*[$]schema=", ""));
    assertThat(file.resolveSibling(named).normalize()).isEqualTo(COMMITTED);
    new ScenarioLoader(Protocols.installed()).load(file, List.of());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatTheLoaderReadsIsValid(String text) {
    assertThat(TOY.validate(text, InputFormat.YAML)).isEmpty();
  }

  /**
   * All but {@code yaml-*}, which no schema gets to see. The rest of {@code beyond-schemas.txt} are
   * rules over several values, and names and files that only the loader knows.
   */
  @Test
  void whatTheLoaderRefusesIsInvalidIfASchemaCanKnow() throws IOException {
    List<String> accepted = new ArrayList<>();
    try (Stream<Path> files = Files.list(BAD)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".yaml")
            && !name.startsWith("yaml-")
            && TOY.validate(Files.readString(file), InputFormat.YAML).isEmpty()) {
          accepted.add(name);
        }
      }
    }
    assertThat(accepted).isEqualTo(Files.readAllLines(BAD.resolve("beyond-schemas.txt")));
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(text, InputFormat.JSON);
  }
}

package dev.faultline.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the documentation points at is there, and what is there is in the documentation. */
class ReferencesTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

  @Test
  @DisplayName("every relative link leads to a file, and to a heading where it names one")
  void links() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String line : page.prose()) {
        Matcher link = LINK.matcher(line);
        while (link.find()) {
          if (!link.group(1).startsWith("https://") && !leadsSomewhere(page, link.group(1))) {
            broken.add(page.name() + ": " + link.group(1));
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Page page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target =
        parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1 || headings(Page.read(target)).contains(parts[1]);
  }

  /** The anchors of a page's headings, as GitHub makes them. */
  private static Set<String> headings(Page page) {
    Set<String> anchors = new TreeSet<>();
    for (String line : page.prose()) {
      if (line.startsWith("#")) {
        String heading = line.replaceFirst("^#+ *", "").toLowerCase(Locale.ROOT);
        anchors.add(heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
      }
    }
    return anchors;
  }

  @Test
  @DisplayName("docs/scenarios.md explains every key of the language")
  void keys() throws IOException {
    JsonNode schema =
        JsonMapper.shared().readTree(Page.ROOT.resolve("scenarios/scenario.schema.json").toFile());
    Set<String> keys = new TreeSet<>();
    collectKeys(schema, keys);
    assertThat(keys).contains("electionTimeout", "oneWay", "messagesPerOperation");
    assertThat(missing(keys, "docs/scenarios.md")).isEmpty();
  }

  private static void collectKeys(JsonNode node, Set<String> keys) {
    JsonNode properties = node.get("properties");
    if (properties != null && properties.isObject()) {
      keys.addAll(properties.propertyNames());
    }
    node.forEach(child -> collectKeys(child, keys));
  }

  @Test
  @DisplayName("ARCHITECTURE.md gives a reason for every library and plugin of the build")
  void dependencies() throws IOException {
    Set<String> artifacts = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Page.ROOT, 2)) {
      for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
        Matcher artifact = ARTIFACT.matcher(Files.readString(pom));
        while (artifact.find()) {
          artifacts.add(artifact.group(1));
        }
      }
    }
    artifacts.remove("faultline-parent");
    assertThat(artifacts).contains("picocli", "spotless-maven-plugin");
    assertThat(missing(artifacts, "ARCHITECTURE.md")).isEmpty();
  }

  @Test
  @DisplayName("ARCHITECTURE.md names every package")
  void packages() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (String module : List.of("simulator-core", "protocols", "reports", "scenarios")) {
      Path sources = Page.ROOT.resolve(module).resolve("src/main/java/dev/faultline");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.endsWith("package-info.java"))
            .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
            .filter(name -> !name.isEmpty())
            .forEach(packages::add);
      }
    }
    assertThat(packages).contains("engine", "scenario.form");
    assertThat(missing(packages, "ARCHITECTURE.md")).isEmpty();
  }

  /** The names that a page does not have as words in code. */
  private static List<String> missing(Set<String> names, String page) throws IOException {
    String text = Page.read(Page.ROOT.resolve(page)).text();
    return names.stream()
        .filter(name ->
            !Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])")
                .matcher(text)
                .find())
        .toList();
  }
}

package dev.faultline.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, in Markdown.
 *
 * @param file where it is
 * @param lines its text
 */
record Page(Path file, List<String> lines) {
  /** The checkout that the tests run in. */
  static final Path ROOT =
      Path.of(System.getProperty("faultline.root", "..")).toAbsolutePath().normalize();

  private static final String FENCE = "```";
  private static final Pattern TITLE = Pattern.compile("\\*\\*`([^`]+)`\\*\\*");

  /**
   * A fenced block of a page.
   *
   * @param page the page's file name, for messages
   * @param language the word after the fence: {@code java}
   * @param title the file that the block is, when a line in bold above it says so
   * @param firstLine the index of its first line in the page
   */
  record Block(
      String page, String language, Optional<String> title, int firstLine, List<String> lines) {
    String text() {
      return String.join("\n", lines) + "\n";
    }

    /** Where it is, for people. */
    @Override
    public String toString() {
      return page + ":" + (firstLine + 1) + " " + title.orElse(language);
    }
  }

  static Page read(Path file) throws IOException {
    return new Page(file, Files.readAllLines(file));
  }

  /** Every page: those at the root, and those under {@code docs}. */
  static List<Page> all() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      Stream.concat(root, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .forEach(files::add);
    }
    List<Page> pages = new ArrayList<>();
    for (Path file : files) {
      pages.add(read(file));
    }
    return pages;
  }

  String name() {
    return ROOT.relativize(file).toString();
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE)) {
        if (start < 0) {
          start = i;
        } else {
          blocks.add(block(start, i));
          start = -1;
        }
      }
    }
    return blocks;
  }

  private Block block(int start, int end) {
    String language = lines.get(start).substring(FENCE.length()).strip();
    List<String> content = List.copyOf(lines.subList(start + 1, end));
    return new Block(name(), language, title(start), start + 1, content);
  }

  private Optional<String> title(int fence) {
    if (fence < 2) {
      return Optional.empty();
    }
    Matcher title = TITLE.matcher(lines.get(fence - 2));
    return title.matches() ? Optional.of(title.group(1)) : Optional.empty();
  }

  /** The lines outside of all blocks. */
  List<String> prose() {
    List<String> prose = new ArrayList<>(lines);
    for (Block block : blocks()) {
      for (int i = 0; i < block.lines().size(); i++) {
        prose.set(block.firstLine() + i, "");
      }
    }
    return prose;
  }
}

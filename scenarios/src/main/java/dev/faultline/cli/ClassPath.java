package dev.faultline.cli;

import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.ScenarioException;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that adds protocols to our own. */
final class ClassPath {
  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATH",
      description = "jars and folders with protocols that are not ours")
  private @Nullable String path;

  /** The path as it was given. */
  Optional<String> path() {
    return Optional.ofNullable(path);
  }

  /**
   * Our own protocols, and those of the path.
   *
   * @throws ScenarioException when a part of the path is not there or cannot be used
   */
  Protocols protocols() {
    if (path == null) {
      return Protocols.installed();
    }
    try {
      // Never closed: a run loads classes until the program ends.
      return Protocols.visibleTo(new URLClassLoader(urls(path), ClassPath.class.getClassLoader()));
    } catch (LinkageError e) {
      throw new ScenarioException("--classpath " + path + ": " + e);
    }
  }

  private static URL[] urls(String path) {
    List<URL> urls = new ArrayList<>();
    for (String part : path.split(Pattern.quote(File.pathSeparator), -1)) {
      urls.add(url(part));
    }
    return urls.toArray(URL[]::new);
  }

  private static URL url(String part) {
    try {
      Path file = Path.of(part);
      if (!part.isEmpty() && Files.exists(file)) {
        return file.toUri().toURL();
      }
    } catch (InvalidPathException | MalformedURLException e) {
      throw new ScenarioException("--classpath: '" + part + "' is not the name of a file");
    }
    throw new ScenarioException("--classpath: there is no file '" + part + "'");
  }
}

package dev.faultline.cli.bisect;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A second working tree of a repository, in a temporary folder. Revisions are built and run there,
 * so nothing happens to the tree that the user works in, and it needs no cleaning beforehand. It is
 * gone when it is closed, or when the program is interrupted.
 */
public final class WorkTree implements AutoCloseable {
  private final Git main;
  private final Path temporary;
  private final Git tree;
  private final Thread remover = new Thread(this::remove);

  private WorkTree(Git main, Path temporary, Git tree) {
    this.main = main;
    this.temporary = temporary;
    this.tree = tree;
  }

  public static WorkTree of(Git main, String commit) throws IOException {
    Path temporary = Files.createTempDirectory("faultline-bisect-").toRealPath();
    Path folder = temporary.resolve("tree");
    main.require("worktree", "add", "--quiet", "--detach", folder.toString(), commit);
    WorkTree tree = new WorkTree(main, temporary, new Git(folder));
    Runtime.getRuntime().addShutdownHook(tree.remover);
    return tree;
  }

  Git git() {
    return tree;
  }

  void checkOut(String commit) throws IOException {
    tree.require("checkout", "--quiet", "--force", "--detach", commit);
  }

  /** The same place in this tree, for what is in the user's; other places stay as they are. */
  public Path counterpart(Path place) {
    return place.startsWith(main.folder())
        ? tree.folder().resolve(main.folder().relativize(place).normalize())
        : place;
  }

  /**
   * A class path of counterparts.
   *
   * @param here where relative parts begin
   */
  public String counterparts(Path here, String classPath) {
    return parts(classPath)
        .map(part -> counterpart(here.resolve(part).normalize()).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Is something of this tree in a class path? */
  public boolean holdsPartOf(String classPath) {
    return parts(classPath).anyMatch(part -> Path.of(part).startsWith(tree.folder()));
  }

  private static Stream<String> parts(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1));
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(remover);
    remove();
  }

  private void remove() {
    try {
      main.type("worktree", "remove", "--force", "--force", tree.folder().toString());
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // It is a temporary folder: whoever cleans those up removes it, and git forgets it then.
    }
  }
}

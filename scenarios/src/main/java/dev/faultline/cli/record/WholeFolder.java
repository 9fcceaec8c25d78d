package dev.faultline.cli.record;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes folders as a whole: their files are made in a folder beside their place and moved there
 * together, so that nobody ever sees half a result.
 */
public final class WholeFolder {
  private WholeFolder() {}

  /** Makes the files of a folder. */
  public interface Filler {
    /**
     * Makes them.
     *
     * @param fresh an empty folder
     */
    void fill(Path fresh) throws IOException;
  }

  /**
   * Writes a folder, in place of one that is there.
   *
   * @throws IOException when the disk is full or cannot be written; what was there stays
   */
  public static void write(Path folder, Filler filler) throws IOException {
    Path parent = folder.toAbsolutePath().resolveSibling("");
    Files.createDirectories(parent);
    Path fresh = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
    try {
      filler.fill(fresh);
      openToOthers(fresh, parent);
      replace(fresh, folder);
    } finally {
      delete(fresh);
    }
  }

  /** A temporary folder is its owner's alone; a result is as open as the folder it is in. */
  private static void openToOthers(Path fresh, Path parent) throws IOException {
    if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(parent));
    }
  }

  static void replace(Path fresh, Path folder) throws IOException {
    if (Files.exists(folder)) {
      Path old = fresh.resolveSibling(fresh.getFileName() + "-old");
      move(folder, old);
      try {
        move(fresh, folder);
      } catch (IOException e) {
        move(old, folder);
        throw e;
      }
      delete(old);
    } else {
      move(fresh, folder);
    }
  }

  /** Moves a folder, at once where that is possible. */
  public static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    }
  }

  /** Removes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }
}

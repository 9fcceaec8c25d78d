package dev.faultline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Tells in words why a file cannot be read or written. */
final class FileTrouble {
  private FileTrouble() {}

  /** The file, if it is known, and the reason. */
  static String explain(IOException trouble) {
    return trouble instanceof FileSystemException file && file.getFile() != null
        ? file.getFile() + ": " + reason(trouble)
        : reason(trouble);
  }

  /** The reason alone. */
  static String reason(IOException trouble) {
    if (trouble instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (trouble instanceof AccessDeniedException) {
      return "no permission";
    }
    if (trouble instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    @Nullable String reason =
        trouble instanceof FileSystemException file ? file.getReason() : trouble.getMessage();
    return reason == null ? trouble.getClass().getSimpleName() : reason;
  }
}

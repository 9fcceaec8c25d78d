package dev.faultline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which program this is.
 *
 * @param number of the release
 * @param commit it was built from; {@code unknown} when it was built without one
 */
public record Version(String number, String commit) {
  private static final String UNKNOWN = "unknown";

  /** Of the running program. */
  public static Version current() {
    Properties properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Version(
        properties.getProperty("version", UNKNOWN), properties.getProperty("commit", UNKNOWN));
  }

  /** {@code 0.1.0+1f5c00b}; in results and recordings. */
  @Override
  public String toString() {
    return commit.equals(UNKNOWN) ? number : number + "+" + commit;
  }
}

package dev.faultline.scenario;

import dev.faultline.scenario.tree.InputException;
import dev.faultline.scenario.tree.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of a scenario file. A scenario that people write is at most 1 MiB long; a recording,
 * which says so in its first lines, at most 32 MiB.
 */
final class SourceText {
  private static final int LARGEST = 1 << 20;
  private static final int LARGEST_RECORDING = 32 << 20;
  private static final int HEAD = 1 << 14;
  private static final Pattern RECORDED = Pattern.compile("(?m)^recorded:");

  private SourceText() {}

  /**
   * Reads a file.
   *
   * @throws InputException when there is no such text file, or it is too long
   */
  static String read(Path file) {
    Place place = Place.whole(file.toString());
    if (Files.isDirectory(file)) {
      throw new InputException(place, "expected a scenario file, got a directory");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        bytes = rest(place, bytes, stream);
      }
      return decode(file, bytes);
    } catch (NoSuchFileException e) {
      throw new InputException(place, "there is no such file");
    } catch (AccessDeniedException e) {
      throw new InputException(place, "the file cannot be read: access denied");
    } catch (IOException e) {
      throw new InputException(place, "the file cannot be read: " + e.getMessage());
    }
  }

  private static byte[] rest(Place place, byte[] begin, InputStream stream) throws IOException {
    String head = new String(begin, 0, HEAD, StandardCharsets.UTF_8);
    if (!RECORDED.matcher(head).find()) {
      throw tooLong(place, "a scenario is at most 1 MiB");
    }
    byte[] rest = stream.readNBytes(LARGEST_RECORDING - begin.length + 1);
    if (begin.length + rest.length > LARGEST_RECORDING) {
      throw tooLong(place, "a recording is at most 32 MiB");
    }
    return ByteBuffer.allocate(begin.length + rest.length).put(begin).put(rest).array();
  }

  private static InputException tooLong(Place place, String limit) {
    return new InputException(place, "the file is too long: " + limit);
  }

  private static String decode(Path file, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(Place.whole(file.toString()), "not a text file: it is not UTF-8");
    }
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        throw new InputException(
            place(file, text, i),
            String.format(
                Locale.ROOT, "not a text file: it has the character U+%04X", (int) text.charAt(i)));
      }
    }
    return text;
  }

  private static boolean isControl(char c) {
    return c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c >= 0x7F && c < 0xA0 && c != 0x85;
  }

  private static Place place(Path file, String text, int index) {
    int line = 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    int column = index - (text.lastIndexOf('\n', index - 1) + 1) + 1;
    return new Place(file.toString(), line, column);
  }
}

package dev.faultline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of EDN that published histories use: maps, vectors, lists, keywords, numbers,
 * texts, nil. Keywords are read as texts with their colon, nil as the text {@code nil}.
 */
final class Edn {
  private final String text;
  private int at;

  private Edn(String text) {
    this.text = text;
  }

  /** The forms of a text, in order. */
  static List<Object> forms(String text) {
    Edn edn = new Edn(text);
    List<Object> forms = new ArrayList<>();
    for (edn.skip(); edn.at < text.length(); edn.skip()) {
      forms.add(edn.form());
    }
    return forms;
  }

  private Object form() {
    skip();
    char first = text.charAt(at);
    return switch (first) {
      case '{' -> map();
      case '[' -> sequence(']');
      case '(' -> sequence(')');
      case '"' -> string();
      default -> atom();
    };
  }

  private Map<Object, Object> map() {
    List<Object> items = sequence('}');
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i += 2) {
      map.put(items.get(i), items.get(i + 1));
    }
    return map;
  }

  private List<Object> sequence(char end) {
    at++;
    List<Object> items = new ArrayList<>();
    for (skip(); text.charAt(at) != end; skip()) {
      items.add(form());
    }
    at++;
    return items;
  }

  private String string() {
    int end = text.indexOf('"', at + 1);
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  private String atom() {
    int start = at;
    while (at < text.length() && " \t\r\n,{}[]();\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ';') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == ',' || Character.isWhitespace(c)) {
        at++;
      } else {
        return;
      }
    }
  }
}

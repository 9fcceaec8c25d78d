package dev.faultline.check;

import dev.faultline.history.Operation;
import dev.faultline.service.KvModel;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.service.RegisterModel;
import dev.faultline.service.RegisterOperation;
import dev.faultline.service.RegisterResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads histories that others published: of Porcupine (etcd logs from Jepsen, and key-value stores)
 * and of Knossos.
 */
final class PublishedHistories {
  private static final Pattern FIELD = Pattern.compile("\"(file|model|verdict)\": \"([^\"]*)\"");
  private static final Pattern ETCD =
      Pattern.compile("INFO\\s+jepsen\\.util - (\\d+)\\s+:(\\w+)\\s+:(\\w+)\\s+(.*)");

  /** A published history, the model that it was judged by, and the verdict. */
  record Published(String file, String model, boolean linearizable) {
    @Override
    public String toString() {
      return file + ", " + model;
    }
  }

  private PublishedHistories() {}

  /** Where the data is, if it is there. */
  static Path folder() {
    return Path.of(System.getProperty("faultline.data", "../../shared/data"));
  }

  /** Everything in the index. */
  static List<Published> index() {
    return lines(folder().resolve("index-linearizability.jsonl")).stream()
        .map(PublishedHistories::published)
        .toList();
  }

  private static Published published(String line) {
    Matcher matcher = FIELD.matcher(line);
    String[] values = new String[3];
    while (matcher.find()) {
      values[List.of("file", "model", "verdict").indexOf(matcher.group(1))] = matcher.group(2);
    }
    return new Published(values[0], values[1], values[2].equals("Ok"));
  }

  static Model<?, ?, ?> model(Published published) {
    String name = published.model().split(" ")[0];
    return switch (name) {
      case "etcd-cas-register" -> new RegisterModel();
      case "kv-partitioned" -> new KvModel();
      case "kv-nopartition" -> new PublishedModels.WholeMap();
      case "cas-register" -> new PublishedModels.StartedRegister("0");
      case "multi-register" -> new PublishedModels.MultiRegister();
      default -> throw new IllegalArgumentException("no model " + name);
    };
  }

  static List<Operation> history(Published published) {
    Path file = folder().resolve(published.file());
    return switch (published.file().substring(0, published.file().indexOf('/'))) {
      case "porcupine-etcd" -> etcd(lines(file));
      case "porcupine-kv" -> kv(Edn.forms(read(file)));
      default -> knossos((List<?>) Edn.forms(read(file)).getFirst(), published.model());
    };
  }

  private static List<Operation> etcd(List<String> lines) {
    EventLog log = new EventLog();
    for (String line : lines) {
      Matcher matcher = ETCD.matcher(line);
      if (matcher.matches()) {
        etcdEvent(
            log,
            Long.parseLong(matcher.group(1)),
            matcher.group(2),
            matcher.group(3),
            Edn.forms(matcher.group(4)).getFirst());
      }
    }
    return log.history();
  }

  private static void etcdEvent(
      EventLog log, long process, String type, String kind, Object value) {
    boolean cas = kind.equals("cas");
    switch (type) {
      case "invoke" -> log.begin(process, register(kind, value));
      case "ok" -> log.ok(process, registerResult(kind, value, true));
      case "fail" -> {
        if (cas) {
          log.ok(process, registerResult(kind, value, false));
        } else {
          log.unknown(process);
        }
      }
      default -> log.unknown(process);
    }
  }

  private static Record register(String kind, Object value) {
    return switch (kind) {
      case "read" -> new RegisterOperation.Read();
      case "write" -> new RegisterOperation.Write((String) value);
      default -> {
        List<?> fromTo = (List<?>) value;
        yield new RegisterOperation.CompareAndSet((String) fromTo.get(0), (String) fromTo.get(1));
      }
    };
  }

  private static Record registerResult(String kind, Object value, boolean matched) {
    return switch (kind) {
      case "read" ->
          new RegisterResult.Found(
              value.equals("nil") ? Optional.empty() : Optional.of((String) value));
      case "write" -> new RegisterResult.Written();
      default -> new RegisterResult.Swapped(matched);
    };
  }

  private static List<Operation> kv(List<Object> events) {
    EventLog log = new EventLog();
    for (Object event : events) {
      Map<?, ?> map = (Map<?, ?>) event;
      long process = Long.parseLong((String) map.get(":process"));
      String key = (String) map.get(":key");
      String value = (String) map.get(":value");
      if (map.get(":type").equals(":ok")) {
        boolean get = log.current(process) instanceof KvOperation.Get;
        log.ok(process, get ? found(value) : new KvResult.Written());
      } else {
        log.begin(
            process,
            switch ((String) map.get(":f")) {
              case ":get" -> new KvOperation.Get(key);
              case ":put" -> new KvOperation.Put(key, value);
              default -> new KvOperation.Append(key, value);
            });
      }
    }
    return log.history();
  }

  /** In these histories a key that was never written reads as an empty text. */
  private static Record found(String value) {
    return new KvResult.Found(value.isEmpty() ? Optional.empty() : Optional.of(value));
  }

  private static List<Operation> knossos(List<?> events, String model) {
    EventLog log = new EventLog();
    for (Object event : events) {
      Map<?, ?> map = (Map<?, ?>) event;
      String name = (String) map.get(":process");
      if (name.matches("\\d+")) {
        long process = Long.parseLong(name);
        switch ((String) map.get(":type")) {
          case ":invoke" -> log.begin(process, knossosOperation(map, model));
          case ":ok" -> {
            if (":read".equals(map.get(":f")) && "nil".equals(map.get(":value"))) {
              log.unknown(process); // Knossos lets a read that came back empty-handed match all
            } else {
              log.ok(process, knossosResult(map, model));
            }
          }
          case ":fail" -> log.failed(process);
          default -> log.unknown(process);
        }
      }
    }
    return log.history();
  }

  private static Record knossosOperation(Map<?, ?> event, String model) {
    return model.startsWith("multi")
        ? new PublishedModels.Transaction(actions(event))
        : register(((String) event.get(":f")).substring(1), event.get(":value"));
  }

  private static Record knossosResult(Map<?, ?> event, String model) {
    return model.startsWith("multi")
        ? new PublishedModels.Result(actions(event))
        : registerResult(((String) event.get(":f")).substring(1), event.get(":value"), true);
  }

  @SuppressWarnings("unchecked")
  private static List<List<Object>> actions(Map<?, ?> event) {
    return (List<List<Object>>) event.get(":value");
  }

  private static List<String> lines(Path file) {
    return read(file).lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

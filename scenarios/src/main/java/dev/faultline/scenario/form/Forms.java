package dev.faultline.scenario.form;

import dev.faultline.random.Distribution;
import dev.faultline.values.Drift;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The forms of the types that scenarios and configurations are made of. */
public final class Forms {
  private static final String A_DURATION = "[0-9]*\\.?[0-9]+ *(ns|us|µs|ms|s|m|h)";
  private static final String A_NUMBER = "[+]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?";

  /** Any text; numbers and truth values are taken as they are spelled. */
  public static final Form<String> TEXT = new AnyTextForm();

  public static final Form<Boolean> BOOLEAN = new TruthForm(List.of(true, false));

  /** Something that is so or is left out. */
  public static final Form<Boolean> TRUE = new TruthForm(List.of(true));

  public static final Form<Duration> DURATION =
      new TextForm<>(
          "a duration with a unit such as 150ms, 2s or 1m",
          "^" + A_DURATION + "$",
          text -> Durations.parse(notNegative(text)),
          Durations::format);

  /** A duration above 0s. */
  public static final Form<Duration> LENGTH = DURATION.as(Forms::positive, length -> length);

  /** A duration that may be negative. */
  public static final Form<Duration> SHIFT =
      new TextForm<>(
          "a duration with a unit such as 2s or -150ms",
          "^[+-]?" + A_DURATION + "$",
          Forms::parseShift,
          Durations::format);

  public static final Form<DurationRange> RANGE =
      new TextForm<>(
          "a duration such as 50ms, or a range such as 150ms..300ms",
          "^" + A_DURATION + " *(\\.\\. *" + A_DURATION + ")?$",
          text -> DurationRange.parse(notNegative(text)),
          DurationRange::toString);

  public static final Form<Share> SHARE = new ShareForm();

  public static final Form<Rate> RATE =
      new TextForm<>(
          "a rate such as 200/s, 3/m or 1/h",
          "^" + A_NUMBER + " */ *(s|m|min|h)$",
          Rate::parse,
          Rate::toString);

  public static final Form<Drift> DRIFT =
      new TextForm<>(
          "a drift such as 200ppm, 50ppb or 10%",
          "^[+-]?[0-9]*\\.?[0-9]+ *(ppb|ppm|%)$", Drift::parse, Drift::toString);

  /** A whole number of 64 bits. */
  public static final Form<Long> SEED = new SeedForm();

  /** How many times as long something takes: {@code 20x}. */
  public static final Form<Double> FACTOR =
      new TextForm<>(
          "a factor such as 20x", "^[0-9]*\\.?[0-9]+ *x$", Forms::parseFactor, Forms::printFactor);

  private static final Map<Class<?>, Form<?>> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, TEXT),
          Map.entry(boolean.class, BOOLEAN),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(int.class, count(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(Integer.class, count(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(long.class, whole(Long.MIN_VALUE, Long.MAX_VALUE)),
          Map.entry(Long.class, whole(Long.MIN_VALUE, Long.MAX_VALUE)),
          Map.entry(double.class, new NumberForm()),
          Map.entry(Double.class, new NumberForm()),
          Map.entry(Duration.class, DURATION),
          Map.entry(DurationRange.class, RANGE),
          Map.entry(Share.class, SHARE),
          Map.entry(Rate.class, RATE),
          Map.entry(Drift.class, DRIFT));

  private final Path folder;
  private final Form<Distribution> distribution;
  private final Roster roster;

  /**
   * Forms for one scenario.
   *
   * @param folder where files that the scenario names are looked up
   * @param roster the nodes that it can name
   */
  public Forms(Path folder, Roster roster) {
    this.folder = folder;
    this.distribution = DistributionForm.of(folder, this);
    this.roster = roster;
  }

  /** The same forms for other nodes. */
  public Forms with(Roster others) {
    return new Forms(folder, others);
  }

  /** A distribution of durations. */
  public Form<Distribution> distribution() {
    return distribution;
  }

  /** The name of a server. */
  public Form<NodeId> server() {
    return new NodeForm(roster.servers(), List.of());
  }

  /** The name of a client. */
  public Form<NodeId> client() {
    return new NodeForm(List.of(), roster.clients());
  }

  /** A server's name or a list of some. */
  public Form<List<NodeId>> servers() {
    return new SomeForm<>(server(), server().what() + ", or a list of some");
  }

  /** The name of a server or client. */
  public Form<NodeId> node() {
    return new NodeForm(roster.servers(), roster.clients());
  }

  /** A node's name or a list of some. */
  public Form<List<NodeId>> nodes() {
    return new SomeForm<>(node(), node().what() + ", or a list of some");
  }

  /** The nodes that the scenario can name. */
  public Roster roster() {
    return roster;
  }

  /** Text of a certain shape: a regular expression that JavaScript understands too. */
  public static Form<String> pattern(String what, String pattern) {
    return new PatternForm(what, Pattern.compile(pattern));
  }

  /** A type with a text form of its own; see {@link TextForm}. */
  public static <T> Form<T> text(
      String what, String pattern, Function<String, T> parse, Function<T, String> print) {
    return new TextForm<>(what, pattern, parse, print);
  }

  /** A list with an entry at least. */
  public static <T> Form<List<T>> list(Form<T> item, String what) {
    return new ListForm<>(item, what, 1);
  }

  /** A list, which may be empty. */
  public static <T> Form<List<T>> listOrNone(Form<T> item, String what) {
    return new ListForm<>(item, what, 0);
  }

  /** A whole number within bounds, both included. */
  public static Form<Long> whole(long least, long most) {
    return new WholeForm(least, most);
  }

  /** A whole number within bounds, both included. */
  public static Form<Integer> count(int least, int most) {
    return whole(least, most).as(Math::toIntExact, Integer::longValue);
  }

  /** A mapping with a key for each component of a record. */
  public <R extends Record> RecordForm<R> record(Class<R> type) {
    return new RecordForm<>(type, this);
  }

  /** A mapping of which everything can be left out that a record has. */
  @SuppressWarnings("unchecked") // An object's class is the class of its type.
  public <R extends Record> RecordForm<R> record(R defaults) {
    return new RecordForm<>((Class<R>) defaults.getClass(), this).defaults(defaults);
  }

  /**
   * The form of a type.
   *
   * @throws IllegalStateException when no scenario can hold such values
   */
  Form<?> of(Type type) {
    return switch (type) {
      case ParameterizedType list when list.getRawType() == List.class ->
          new ListForm<>(of(list.getActualTypeArguments()[0]), "a list", 0);
      case Class<?> simple -> of(simple);
      default -> throw new IllegalStateException("scenarios have no form for " + type);
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Class objects lose what isEnum and isRecord know.
  private Form<?> of(Class<?> type) {
    if (type == NodeId.class) {
      return node();
    }
    if (type == Distribution.class) {
      return distribution;
    }
    if (type.isEnum()) {
      return EnumForm.of((Class) type);
    }
    Form<?> simple = SIMPLE.get(type);
    if (simple == null && !type.isRecord()) {
      throw new IllegalStateException("scenarios have no form for " + type);
    }
    return simple != null ? simple : record((Class) type);
  }

  private static String notNegative(String text) {
    if (text.startsWith("-")) {
      throw new IllegalArgumentException("a duration is not negative, got '" + text + "'");
    }
    return text;
  }

  private static Duration positive(Duration length) {
    if (length.isZero()) {
      throw new IllegalArgumentException("expected a duration above 0s, got 0s");
    }
    return length;
  }

  private static Duration parseShift(String text) {
    String shift = text.strip();
    return shift.startsWith("-")
        ? Durations.parse(shift.substring(1)).negated()
        : Durations.parse(shift.startsWith("+") ? shift.substring(1) : shift);
  }

  private static double parseFactor(String text) {
    String factor = text.strip();
    if (!factor.matches("[0-9]{0,9}\\.?[0-9]{1,9} *x")) {
      throw new IllegalArgumentException("expected a factor such as 20x, got '" + text + "'");
    }
    return Double.parseDouble(factor.substring(0, factor.length() - 1).strip());
  }

  private static String printFactor(double factor) {
    return BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString() + "x";
  }
}

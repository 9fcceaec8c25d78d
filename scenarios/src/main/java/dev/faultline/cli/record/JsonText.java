package dev.faultline.cli.record;

import dev.faultline.values.NodeId;
import dev.faultline.values.RecordShape;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes JSON: in ASCII, so that no locale spoils it, and numbers exactly. */
public final class JsonText {
  private JsonText() {}

  /** A generator of compact documents, one a line. */
  static JsonGenerator lines(Writer writer) {
    return factory().createGenerator(new Lines(), writer);
  }

  /** A generator of a document for people: a line for each member. */
  public static JsonGenerator pretty(Writer writer) {
    return factory().createGenerator(new Spread(), writer);
  }

  /** Ends the last line of a file of lines. */
  static void end(JsonGenerator lines) {
    lines.writeRaw('\n');
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .build();
  }

  private static final class Lines extends ObjectWriteContext.Base {
    @Override
    public SerializableString getRootValueSeparator(SerializableString usual) {
      return new SerializedString("\n");
    }
  }

  private static final class Spread extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(lines);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  /** Nanoseconds as exact milliseconds. */
  public static BigDecimal millis(long nanos) {
    BigDecimal millis = BigDecimal.valueOf(nanos, 6).stripTrailingZeros();
    return millis.scale() < 0 ? millis.setScale(0) : millis;
  }

  /** A value of a fact, an operation or a result: numbers, texts, lists, records and such. */
  static void value(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Boolean truth -> json.writeBoolean(truth);
      case Double number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case Number number -> json.writeNumber(number.longValue());
      case NodeId node -> json.writeString(node.name());
      case Duration duration -> json.writeNumber(millis(duration.toNanos()));
      case Optional<?> optional -> value(json, optional.orElse(null));
      case Collection<?> items -> {
        json.writeStartArray();
        items.forEach(item -> value(json, item));
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((key, item) -> {
          json.writeName(String.valueOf(key));
          value(json, item);
        });
        json.writeEndObject();
      }
      case Record record -> {
        json.writeStartObject();
        members(json, record);
        json.writeEndObject();
      }
      default -> json.writeString(value.toString());
    }
  }

  /** The components of a record as members of the object that was begun. */
  static void members(JsonGenerator json, Record record) {
    RecordShape shape = RecordShape.of(record.getClass());
    for (int i = 0; i < shape.size(); i++) {
      json.writeName(shape.name(i));
      value(json, shape.read(record, i));
    }
  }
}

package dev.faultline.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.service.KvOperation.CompareAndSet;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.service.Service.Field;
import dev.faultline.service.Service.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServicesTest {
  static List<Service> services() {
    return Services.all();
  }

  @Test
  @DisplayName("the kinds of operation have a fixed order")
  void kinds() {
    assertThat(Services.all()).extracting(Service::name).containsExactly("kv", "register");
    assertThat(Services.named("kv").kinds())
        .extracting(Kind::name)
        .containsExactly("get", "put", "append", "cas");
    assertThat(Services.named("register").kinds())
        .extracting(Kind::name)
        .containsExactly("read", "write", "cas");
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("the default mix names every kind and adds to 100%")
  void defaultMix(Service service) {
    assertThat(service.defaultMix().keySet())
        .containsExactlyElementsOf(service.kinds().stream().map(Kind::name).sorted().toList());
    double sum = service.defaultMix().values().stream().mapToDouble(share -> share.value()).sum();
    assertThat(sum).isEqualTo(1, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("every kind survives the way to text and back")
  void roundTrip(Service service) {
    for (Kind kind : service.kinds()) {
      Record drawn = service.draw(kind.name(), "k1", "v17", "v16");
      assertThat(service.kindOf(drawn)).isEqualTo(kind.name());
      assertThat(service.fields(drawn).sequencedKeySet())
          .containsExactlyElementsOf(kind.fields().stream().map(Field::name).toList());
      assertThat(service.operation(kind.name(), service.fields(drawn))).isEqualTo(drawn);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("an operation only reads exactly when it writes nothing")
  void readsOnly(Service service) {
    for (Kind kind : service.kinds()) {
      Record drawn = service.draw(kind.name(), "k1", "v17", "v16");
      boolean reads = kind.name().equals("get") || kind.name().equals("read");
      assertThat(service.readsOnly(drawn)).as(kind.name()).isEqualTo(reads);
      assertThat(service.written(drawn).isEmpty()).as(kind.name()).isEqualTo(reads);
      service.written(drawn).ifPresent(value -> assertThat(value).isEqualTo("v17"));
    }
  }

  @Test
  @DisplayName("fields go where their names say, whatever their order")
  void fields() {
    Service kv = Services.named("kv");
    Map<String, String> swapped = new LinkedHashMap<>();
    swapped.put("value", "v17");
    swapped.put("key", "k1");
    assertThat(kv.operation("put", swapped)).isEqualTo(new Put("k1", "v17"));
    assertThat(kv.operation("cas", Map.of("key", "k1", "expected", "v16", "value", "v17")))
        .isEqualTo(new CompareAndSet("k1", "v16", "v17"));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kv       | puts  | key,value     | kv has no operation 'puts': expected get, put, append or cas
          kv       | put   | key           | put needs 'value': expected key and value
          kv       | cas   | key,value     | cas needs 'expected': expected key, expected and value
          kv       | get   | key,zoo,value | get has no 'value': expected key
          register | read  | key           | read has no 'key': expected no fields
          register | write | key,value     | write has no 'key': expected value
          """)
  void complaints(String service, String kind, String fields, String message) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String field : fields.split(",")) {
      given.put(field, "x");
    }
    assertThatThrownBy(() -> Services.named(service).operation(kind, given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void unknownServiceAndKind() {
    assertThatThrownBy(() -> Services.named("kvs"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no service 'kvs': expected kv or register");
    assertThatThrownBy(() -> Services.named("register").draw("get", "k", "v", "w"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("register has no operation 'get': expected read, write or cas");
  }
}

package dev.faultline.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModelsTest {
  private static final Optional<String> ABSENT = Optional.empty();

  private final KvModel kv = new KvModel();
  private final RegisterModel register = new RegisterModel();

  @Test
  @DisplayName("a key is absent at first, and keys are judged apart")
  void initial() {
    assertThat(kv.initial()).isEmpty();
    assertThat(register.initial()).isEmpty();
    assertThat(kv.partition(new KvOperation.Get("a")))
        .isEqualTo(kv.partition(new KvOperation.Put("a", "1")))
        .isNotEqualTo(kv.partition(new KvOperation.Get("b")));
    assertThat(register.partition(new RegisterOperation.Read()))
        .isEqualTo(register.partition(new RegisterOperation.Write("1")));
  }

  @Test
  @DisplayName("a get returns the value and changes nothing")
  void get() {
    KvOperation get = new KvOperation.Get("k");
    Optional<String> a = Optional.of("a");
    assertThat(kv.step(a, get, new KvResult.Found(a))).contains(a);
    assertThat(kv.step(a, get, new KvResult.Found(ABSENT))).isEmpty();
    assertThat(kv.step(ABSENT, get, new KvResult.Found(ABSENT))).contains(ABSENT);
    assertThat(kv.step(ABSENT, get, new KvResult.Found(Optional.of("")))).isEmpty();
    assertThat(kv.stepUnseen(a, get)).isEqualTo(a);
  }

  @Test
  @DisplayName("a put replaces, an append extends, and an absent key counts as empty to append")
  void putAndAppend() {
    Optional<String> a = Optional.of("a");
    KvOperation put = new KvOperation.Put("k", "b");
    KvOperation append = new KvOperation.Append("k", "b");
    assertThat(kv.step(a, put, new KvResult.Written())).contains(Optional.of("b"));
    assertThat(kv.step(a, append, new KvResult.Written())).contains(Optional.of("ab"));
    assertThat(kv.step(ABSENT, append, new KvResult.Written())).contains(Optional.of("b"));
    assertThat(kv.step(a, put, new KvResult.Found(a))).isEmpty();
  }

  @Test
  @DisplayName("a compare-and-set says truthfully whether it matched; absent matches nothing")
  void compareAndSet() {
    KvOperation cas = new KvOperation.CompareAndSet("k", "a", "b");
    Optional<String> a = Optional.of("a");
    Optional<String> c = Optional.of("c");
    assertThat(kv.step(a, cas, new KvResult.Swapped(true))).contains(Optional.of("b"));
    assertThat(kv.step(a, cas, new KvResult.Swapped(false))).isEmpty();
    assertThat(kv.step(c, cas, new KvResult.Swapped(false))).contains(c);
    assertThat(kv.step(c, cas, new KvResult.Swapped(true))).isEmpty();
    KvOperation empty = new KvOperation.CompareAndSet("k", "", "b");
    assertThat(kv.step(ABSENT, empty, new KvResult.Swapped(true))).isEmpty();
    assertThat(kv.stepUnseen(a, cas)).contains("b");
    assertThat(kv.stepUnseen(c, cas)).isEqualTo(c);
  }

  @Test
  @DisplayName("a register does the same without keys")
  void registerSteps() {
    Optional<String> a = Optional.of("a");
    RegisterOperation read = new RegisterOperation.Read();
    RegisterOperation write = new RegisterOperation.Write("b");
    RegisterOperation cas = new RegisterOperation.CompareAndSet("a", "b");
    assertThat(register.step(a, read, new RegisterResult.Found(a))).contains(a);
    assertThat(register.step(a, read, new RegisterResult.Found(ABSENT))).isEmpty();
    assertThat(register.step(ABSENT, write, new RegisterResult.Written()))
        .contains(Optional.of("b"));
    assertThat(register.step(a, cas, new RegisterResult.Swapped(true))).contains(Optional.of("b"));
    assertThat(register.step(ABSENT, cas, new RegisterResult.Swapped(true))).isEmpty();
    assertThat(register.step(ABSENT, cas, new RegisterResult.Swapped(false))).contains(ABSENT);
    assertThat(register.stepUnseen(a, read)).isEqualTo(a);
  }

  @Test
  @DisplayName("operations are told in words that follow a client's name")
  void describe() {
    Optional<KvResult> unseen = Optional.empty();
    KvOperation get = new KvOperation.Get("k");
    KvOperation cas = new KvOperation.CompareAndSet("k", "a", "b");
    assertThat(kv.describe(get, Optional.of(new KvResult.Found(Optional.of("v")))))
        .isEqualTo("got k = v");
    assertThat(kv.describe(get, Optional.of(new KvResult.Found(ABSENT)))).isEqualTo("got k absent");
    assertThat(kv.describe(get, Optional.of(new KvResult.Found(Optional.of("")))))
        .isEqualTo("got k = ''");
    assertThat(kv.describe(get, unseen)).isEqualTo("asked for k");
    assertThat(kv.describe(new KvOperation.Put("k", "x".repeat(50)), unseen))
        .isEqualTo("put k = …" + "x".repeat(40));
    assertThat(kv.describe(new KvOperation.Append("k", "v"), unseen)).isEqualTo("appended v to k");
    assertThat(kv.describe(cas, Optional.of(new KvResult.Swapped(true))))
        .isEqualTo("changed k from a to b");
    assertThat(kv.describe(cas, Optional.of(new KvResult.Swapped(false))))
        .isEqualTo("found k to be other than a");
    assertThat(kv.describe(cas, unseen)).isEqualTo("asked to change k from a to b");
    RegisterOperation read = new RegisterOperation.Read();
    assertThat(register.describe(read, Optional.of(new RegisterResult.Found(Optional.of("v")))))
        .isEqualTo("read the register = v");
    assertThat(register.describe(read, Optional.empty())).isEqualTo("asked for the register");
    assertThat(register.describe(new RegisterOperation.Write("v"), Optional.empty()))
        .isEqualTo("wrote the register = v");
    assertThat(
            register.describe(
                new RegisterOperation.CompareAndSet("a", "b"),
                Optional.of(new RegisterResult.Swapped(true))))
        .isEqualTo("changed the register from a to b");
  }
}

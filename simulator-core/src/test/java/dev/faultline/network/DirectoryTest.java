package dev.faultline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.engine.Event;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private record Named(NodeId id, int index) implements Endpoint {
    @Override
    public long key() {
      return id.key();
    }

    @Override
    public int life() {
      return 0;
    }

    @Override
    public boolean isUp() {
      return true;
    }

    @Override
    public void arrive(Event event) {}
  }

  @Test
  @DisplayName("thousands of endpoints are found by name, others are not")
  void finds() {
    Directory directory = new Directory();
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Endpoint endpoint = new Named(NodeId.of("n" + i), i);
      directory.add(endpoint);
      endpoints.add(endpoint);
    }
    assertThat(directory.size()).isEqualTo(5_000);
    for (Endpoint endpoint : endpoints) {
      assertThat(directory.find(NodeId.of(endpoint.id().name()))).isSameAs(endpoint);
    }
    assertThat(directory.find(NodeId.of("n5000"))).isNull();
  }

  @Test
  @DisplayName("two nodes of one name are refused")
  void twice() {
    Directory directory = new Directory();
    directory.add(new Named(NodeId.of("n1"), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.add(new Named(NodeId.of("n1"), 1)))
        .withMessage("there are two nodes named n1");
  }
}

package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.disk.Stored;
import dev.faultline.protocols.raft.WriteAheadLog.Change;
import dev.faultline.protocols.raft.WriteAheadLog.Change.NewEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WriteAheadLogTest {
  private final FakeDisk disk = new FakeDisk();

  @Test
  @DisplayName("what was written comes back in order, and counts as durable after a sync")
  void comesBack() throws LostWriteException {
    WriteAheadLog first = newLife();
    first.append(entry(1));
    first.append(entry(2));

    WriteAheadLog second = new WriteAheadLog(disk);
    assertThat(replay(second)).containsExactly(entry(1), entry(2));

    assertThat(second.isDurable()).isFalse();
    second.sync(() -> {});
    disk.completeSyncs();
    assertThat(second.isDurable()).isTrue();
  }

  @Test
  @DisplayName("a sync covers what was written before it, not after")
  void coversEarlierWrites() throws LostWriteException {
    WriteAheadLog wal = newLife();
    wal.append(entry(1));
    wal.sync(() -> {});
    wal.append(entry(2));

    disk.completeSyncs();

    assertThat(wal.isDurable()).isFalse();
  }

  @Test
  @DisplayName("a torn end is cut off")
  void cutsTornEnd() throws LostWriteException {
    WriteAheadLog wal = newLife();
    wal.append(entry(1));
    wal.sync(() -> {});
    disk.completeSyncs();
    wal.append(entry(2));
    wal.append(entry(3));
    disk.wal().damage(1);

    assertThat(replay(new WriteAheadLog(disk))).containsExactly(entry(1));
    assertThat(disk.wal().size()).isEqualTo(1);
  }

  @Test
  @DisplayName("a damaged record that a later one vouches for is no torn end")
  void noticesRot() throws LostWriteException {
    WriteAheadLog wal = newLife();
    wal.append(entry(1));
    wal.append(entry(2));
    wal.sync(() -> {});
    disk.completeSyncs();
    wal.append(entry(3));
    disk.wal().damage(1);

    assertThatThrownBy(() -> replay(new WriteAheadLog(disk)))
        .isInstanceOf(LostWriteException.class)
        .hasMessageContaining("record 1 ");
    assertThat(disk.wal().size()).as("nothing is cut off").isEqualTo(3);
  }

  @Test
  @DisplayName("records that were cut off and come back behind newer ones are ignored")
  void ignoresOldEnd() throws LostWriteException {
    WriteAheadLog first = newLife();
    first.append(entry(1));
    first.append(entry(2));
    first.append(entry(3));
    disk.wal().damage(1);
    List<Stored<Object>> old = disk.wal().copy();
    WriteAheadLog second = new WriteAheadLog(disk);
    replay(second);
    second.append(entry(9));
    disk.wal().bringBackEndOf(old);

    WriteAheadLog third = new WriteAheadLog(disk);
    assertThat(replay(third)).containsExactly(entry(1), entry(9));
    third.append(entry(10));
    assertThat(replay(new WriteAheadLog(disk))).containsExactly(entry(1), entry(9), entry(10));
  }

  private WriteAheadLog newLife() throws LostWriteException {
    WriteAheadLog wal = new WriteAheadLog(disk);
    replay(wal);
    return wal;
  }

  private static List<Change> replay(WriteAheadLog wal) throws LostWriteException {
    List<Change> changes = new ArrayList<>();
    wal.recover(changes::add);
    return changes;
  }

  private static Change entry(long index) {
    return new NewEntry(index, new Entry(1, new Command.NoOp()));
  }
}

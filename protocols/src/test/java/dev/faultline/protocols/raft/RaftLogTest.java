package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RaftLogTest {
  private final RaftLog log = new RaftLog(new WriteAheadLog(new FakeDisk()), fact -> {});

  @BeforeEach
  void fill() {
    for (long term : new long[] {1, 1, 2, 2, 2, 5}) {
      log.append(new Entry(term, new Command.NoOp()));
    }
  }

  @Test
  void knowsTermsAndItsEnds() {
    assertThat(log.termAt(0)).isZero();
    assertThat(log.termAt(3)).isEqualTo(2);
    assertThat(log.termAt(7)).isZero();
    assertThat(log.lastTerm()).isEqualTo(5);
  }

  @Test
  void findsTheRunOfATerm() {
    assertThat(log.firstIndexOfTermAt(5)).isEqualTo(3);
    assertThat(log.firstIndexOfTermAt(2)).isEqualTo(1);
    assertThat(log.lastIndexNotNewer(4, 7)).isEqualTo(5);
    assertThat(log.lastIndexNotNewer(2, 4)).isEqualTo(3);
    assertThat(log.lastIndexNotNewer(0, 7)).isZero();
  }

  @Test
  void givesAtMostSoManyEntries() {
    assertThat(log.from(4, 2)).extracting(Entry::term).containsExactly(2L, 2L);
    assertThat(log.from(6, 2)).extracting(Entry::term).containsExactly(5L);
    assertThat(log.from(7, 2)).isEmpty();
  }

  @Test
  @DisplayName("a sync that began before a cut says nothing of what stands there now")
  void marksDoNotOutliveACut() {
    RaftLog.Mark before = log.mark();
    log.truncateFrom(5);
    log.append(new Entry(6, new Command.NoOp()));
    log.append(new Entry(6, new Command.NoOp()));

    log.durableTo(before);
    assertThat(log.durableIndex()).isZero();

    log.durableTo(log.mark());
    assertThat(log.durableIndex()).isEqualTo(6);
    log.truncateFrom(4);
    assertThat(log.durableIndex()).isEqualTo(3);
  }
}

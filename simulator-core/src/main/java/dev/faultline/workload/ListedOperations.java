package dev.faultline.workload;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The explicit operations of one client, in order of time. */
final class ListedOperations implements OperationSource {
  private final Iterator<PlannedOperation> operations;

  ListedOperations(List<PlannedOperation> operations) {
    this.operations = operations.iterator();
  }

  @Override
  public @Nullable Due next(long free) {
    if (!operations.hasNext()) {
      return null;
    }
    PlannedOperation next = operations.next();
    return new Due(next.at().toNanos(), next.operation());
  }

  @Override
  public boolean isClosedLoop() {
    return false;
  }
}

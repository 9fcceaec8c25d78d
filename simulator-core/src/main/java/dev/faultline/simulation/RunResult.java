package dev.faultline.simulation;

import dev.faultline.check.CheckResult;
import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultSpan;
import dev.faultline.history.Operation;
import dev.faultline.workload.PlannedOperation;
import java.util.List;

/**
 * What came of a run.
 *
 * @param seed its seed
 * @param verdict the gravest of all checks
 * @param violations the broken rules, in order of discovery
 * @param checks every check, by name
 * @param undecided why the run as a whole decided nothing, one sentence each
 * @param history every operation, by invocation
 * @param faults what went wrong and when, in order
 * @param fingerprint a hash over every event, fact and operation
 * @param duration length of the fault phase, virtual nanoseconds
 * @param end when the run ended, recovery included, virtual nanoseconds
 * @param events handler invocations and other numbered steps
 * @param messages messages sent
 * @param syncs disk syncs completed
 * @param actions the faults as they were carried out, with concrete targets: a replay's list
 * @param operations the operations as they were due: a replay's list
 */
public record RunResult(
    long seed,
    Verdict verdict,
    List<Violation> violations,
    List<CheckResult> checks,
    List<String> undecided,
    List<Operation> history,
    List<FaultSpan> faults,
    long fingerprint,
    long duration,
    long end,
    long events,
    long messages,
    long syncs,
    List<FaultAction> actions,
    List<PlannedOperation> operations) {
  /** Among the reasons of {@code undecided}: clients wanted something, and nothing succeeded. */
  public static final String NOTHING_SUCCEEDED = "no operation succeeded";
}

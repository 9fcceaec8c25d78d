package dev.faultline.reports;

/**
 * A report could not be made. The message is one sentence for the user; a run's verdict stands
 * whatever becomes of its reports.
 */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReportException(String message, Throwable cause) {
    super(message, cause);
  }
}

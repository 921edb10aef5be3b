package org.zhiyang.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link DatabaseStartRefusal} as its two sentences instead of a stack trace. */
final class DatabaseStartFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseStartRefusal> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DatabaseStartRefusal cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}

package io.github.qbconnector.sample.it;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips browser tests where there is no Chromium, unless {@code -Dbrowser.required=true} says that
 * there must be one. {@code -Dbrowser.path} names another than Debian's.
 */
final class ChromiumAtHand implements ExecutionCondition {

  static final Path CHROMIUM = Path.of(System.getProperty("browser.path", "/usr/bin/chromium"));

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Files.isExecutable(CHROMIUM)) {
      return ConditionEvaluationResult.enabled("There is " + CHROMIUM);
    }
    if (Boolean.getBoolean("browser.required")) {
      throw new IllegalStateException("A browser is required, and there is no " + CHROMIUM);
    }
    return ConditionEvaluationResult.disabled("There is no " + CHROMIUM);
  }
}

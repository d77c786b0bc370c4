package io.github.qbconnector.impl.http;

import java.util.regex.Pattern;

/** Takes secrets out of texts of providers before they are kept, shown or logged. */
public final class Redaction {
  private static final String HIDDEN = "***";
  private static final Pattern JSON_MEMBER =
      Pattern.compile(
          "(\"[a-z_]*(?:token|secret|assertion|password|verifier|authFlowUrl|publishableKey)\"\\s*:\\s*\")[^\"]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETER =
      Pattern.compile(
          "((?:access_token|refresh_token|id_token|token|code|client_secret|code_verifier)=)[^&\\s\"<]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(?:[sp]k_[A-Za-z0-9_.-]{4,}|auth_sess_client_secret_[A-Za-z0-9]+|eyJ[A-Za-z0-9_-]{10,}[A-Za-z0-9_.-]*|RT1-[A-Za-z0-9-]+|AB11[A-Za-z0-9]{12,})|"
              + "(?i)(?<=(?:bearer|basic)\\s)[A-Za-z0-9+/=._-]{8,}");

  private Redaction() {}

  /** The text with everything that looks like a secret hidden. */
  public static String of(String text) {
    String shown = JSON_MEMBER.matcher(text).replaceAll("$1" + HIDDEN);
    shown = PARAMETER.matcher(shown).replaceAll("$1" + HIDDEN);
    return TOKEN.matcher(shown).replaceAll(HIDDEN);
  }
}

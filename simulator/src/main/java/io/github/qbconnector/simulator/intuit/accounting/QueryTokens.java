package io.github.qbconnector.simulator.intuit.accounting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a query, read one after the other. */
final class QueryTokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<quoted>'(?:[^'\\\\]|\\\\.)*')|(?<word>[A-Za-z_][A-Za-z0-9_.]*)"
              + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?)|(?<sign><=|>=|[=<>(),*]))");

  private final List<String> tokens = new ArrayList<>();
  private int next;

  QueryTokens(String statement) {
    String text = statement.strip();
    Matcher matcher = TOKEN.matcher(text);
    int position = 0;
    while (position < text.length()) {
      if (!matcher.find(position) || matcher.start() != position) {
        throw AccountingFault.queryParseError(
            "Lexical error at column " + (position + 1) + ": " + text.charAt(position));
      }
      tokens.add(text.substring(position, matcher.end()).strip());
      position = matcher.end();
    }
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  String take() {
    if (atEnd()) {
      throw AccountingFault.queryParseError("Encountered <EOF>");
    }
    String token = tokens.get(next);
    next++;
    return token;
  }

  /** Takes the word if it comes next. */
  boolean takeIf(String word) {
    if (!atEnd() && tokens.get(next).equalsIgnoreCase(word)) {
      next++;
      return true;
    }
    return false;
  }

  void require(String word) {
    if (!takeIf(word)) {
      throw AccountingFault.queryParseError(
          "Encountered " + (atEnd() ? "<EOF>" : tokens.get(next)) + ", was expecting " + word);
    }
  }

  String takeName() {
    String token = take();
    if (!Character.isLetter(token.charAt(0))) {
      throw AccountingFault.queryParseError("Encountered " + token + ", was expecting a name");
    }
    return token;
  }

  /** A value without its quotes. */
  String takeValue() {
    String token = take();
    if (token.startsWith("'")) {
      return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
    }
    boolean literal =
        Character.isDigit(token.charAt(0))
            || token.startsWith("-")
            || token.equalsIgnoreCase("true")
            || token.equalsIgnoreCase("false");
    if (!literal) {
      throw AccountingFault.queryParseError("Encountered " + token + ", was expecting a value");
    }
    return token;
  }

  int takeNumber() {
    String token = takeValue();
    try {
      return Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw AccountingFault.queryParseError("Encountered " + token + ", was expecting a number");
    }
  }
}

package io.github.qbconnector.chaos.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be thought of a run.
 *
 * @param lost connections that are dead though nobody revoked them and somebody had their tokens
 * @param unavoidable connections whose last token was cut off or died with its node
 * @param fatalStrikes how often that window was struck; not every time anybody died of it
 * @param doubled refreshes that nothing excuses
 * @param excused refreshes that were repeated because of what was done
 * @param findings in words, what fails the run
 */
public record Verdict(
    long connections,
    long refreshes,
    long calls,
    long lost,
    long unavoidable,
    long fatalStrikes,
    long doubled,
    long excused,
    long staleTokens,
    List<String> findings) {
  private static final int MOST_TOLD = 20;

  /**
   * Judges a run.
   *
   * @param staleTokens how often the provider has refused an access token
   */
  public static Verdict of(List<History> histories, long staleTokens) {
    List<String> findings = new ArrayList<>();
    long lost = 0;
    long unavoidable = 0;
    for (History history : histories) {
      if (!history.alive()) {
        if (history.wasBeyondSaving()) {
          unavoidable++;
        } else {
          lost++;
          findings.add("LOST " + told(history));
        }
      }
      if (history.doubled() > 0) {
        findings.add("DOUBLED " + history.doubled() + " " + told(history));
      }
    }
    long fatal = histories.stream().mapToLong(History::fatalStrikes).sum();
    if (unavoidable > fatal) {
      findings.add("More connections are beyond saving than were struck: " + unavoidable);
    }
    if (staleTokens > 0) {
      findings.add("STALE: the provider refused " + staleTokens + " access tokens");
    }
    return new Verdict(
        histories.size(),
        histories.stream().mapToLong(History::commits).sum(),
        histories.stream().mapToLong(History::calls).sum(),
        lost,
        unavoidable,
        fatal,
        histories.stream().mapToLong(History::doubled).sum(),
        histories.stream().mapToLong(History::excused).sum(),
        staleTokens,
        List.copyOf(findings));
  }

  private static String told(History history) {
    List<Event> all = history.events();
    List<Event> last = all.subList(Math.max(0, all.size() - MOST_TOLD), all.size());
    return history.owner() + " (" + history.realm() + "): " + last;
  }

  /** Whether the product has kept its promises. */
  public boolean isGood() {
    return findings.isEmpty();
  }
}

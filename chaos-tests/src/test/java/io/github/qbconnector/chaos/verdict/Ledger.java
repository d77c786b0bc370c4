package io.github.qbconnector.chaos.verdict;

import io.github.qbconnector.chaos.verdict.Event.Call;
import io.github.qbconnector.chaos.verdict.Event.Cause;
import io.github.qbconnector.chaos.verdict.Event.Commit;
import io.github.qbconnector.chaos.verdict.Event.Fate;
import io.github.qbconnector.chaos.verdict.Event.Struck;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.LoggedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Writes everything down that happens in a run, in one order. */
public final class Ledger {
  private static final String REFRESH = "refresh_token";
  private static final int UNAUTHORIZED = 401;

  private static final class Page {
    final String owner;
    final List<Event> events = new ArrayList<>();
    long generation;

    Page(String owner) {
      this.owner = owner;
    }
  }

  private final Consumer<String> diary;
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private long refreshes;
  private long calls;
  private long staleTokens;

  /**
   * @param diary hears of everything at once, for people who look into a finding
   */
  public Ledger(Consumer<String> diary) {
    this.diary = diary;
  }

  /** Begins the page of a connection that is to be adopted. */
  public synchronized void adopting(String owner, String realm) {
    pages.put(realm, new Page(owner));
  }

  /** The page counts from here on, if the adoption has succeeded. */
  public synchronized void adopted(String realm, boolean succeeded) {
    Page page = pages.get(realm);
    if (page != null && succeeded) {
      refreshes -= page.events.stream().filter(Commit.class::isInstance).count();
      page.events.clear();
    } else {
      pages.remove(realm);
    }
  }

  /** Whether a request is a refresh. */
  public static boolean isRefresh(LoggedRequest request) {
    return request.endpoint() == EndpointKind.TOKEN
        && request.grantType().filter(REFRESH::equals).isPresent();
  }

  /**
   * A request that the provider has handled.
   *
   * @param isAwaited whether a node that lives waits for the answer to a refresh
   * @param isOld whether a node may have stood still between choosing the token and sending it
   */
  public synchronized void handled(LoggedRequest request, boolean isAwaited, boolean isOld) {
    if (request.endpoint() == EndpointKind.ACCOUNTING
        && request.status() == UNAUTHORIZED
        && !isOld) {
      staleTokens++;
      diary.accept("refused " + request);
    }
    if (isRefresh(request)) {
      String realm = request.realmId().orElse("");
      add(realm, new Call(fate(request, isAwaited), request.rotated()));
    }
  }

  private void add(String realm, Event event) {
    Page page = pages.get(realm);
    if (page != null) {
      page.events.add(event);
      diary.accept(realm + " " + event);
    }
  }

  /** What a node has told the referee. */
  public void told(int node, String moment, String realm, long generation) {
    diary.accept(realm + " node " + node + " " + moment + " " + generation);
  }

  static Fate fate(LoggedRequest request, boolean isAwaited) {
    if (!isAwaited && request.issued().isPresent()) {
      return Fate.CUT;
    }
    if (request.fault().isPresent()) {
      return switch (request.fault().get()) {
        case LATENCY -> request.status() == 200 ? Fate.ANSWERED : Fate.REFUSED;
        case DROP_AFTER_SEND, HANG_AFTER_SEND, MALFORMED ->
            // A refusal that nobody hears changes nothing.
            request.issued().isPresent() ? Fate.CUT : Fate.SPOILT;
        default -> Fate.SPOILT;
      };
    }
    return request.status() == 200 ? Fate.ANSWERED : Fate.REFUSED;
  }

  /** A node has written a connection: new tokens, if the generation is new. */
  public synchronized void written(String realm, long generation) {
    Page page = pages.get(realm);
    if (page == null || generation <= page.generation) {
      return;
    }
    page.generation = generation;
    add(realm, new Commit(generation));
    refreshes++;
  }

  /** Somebody was struck while a connection was being refreshed. */
  public synchronized void struck(String realm, Cause cause) {
    add(realm, new Struck(cause));
  }

  /** What became of a call of the application's. */
  public synchronized void called(String outcome) {
    calls++;
    outcomes.merge(outcome, 1L, Long::sum);
  }

  /** New tokens that were written down so far. */
  public synchronized long refreshes() {
    return refreshes;
  }

  /** Calls that were made so far. */
  public synchronized long calls() {
    return calls;
  }

  /** What became of them. */
  public synchronized Map<String, Long> outcomes() {
    return new TreeMap<>(outcomes);
  }

  /**
   * Closes the book.
   *
   * @param alive says of an owner whether the connection works
   */
  public synchronized Verdict close(Predicate<String> alive) {
    List<History> histories = new ArrayList<>();
    pages.forEach(
        (realm, page) ->
            histories.add(new History(page.owner, realm, page.events, alive.test(page.owner))));
    return Verdict.of(histories, staleTokens);
  }
}

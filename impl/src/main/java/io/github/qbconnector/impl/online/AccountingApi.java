package io.github.qbconnector.impl.online;

import io.github.qbconnector.impl.config.OnlineSettings;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.connection.UnauthorizedException;
import io.github.qbconnector.impl.http.AnswerTooLargeException;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.HttpCall;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.OutageException;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.http.TransportException;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.online.CompanyInfo;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The reads of the Accounting API, on the wire. */
final class AccountingApi {
  private final Supplier<OnlineSettings> settings;
  private final Supplier<Duration> readTimeout;
  private final Discovery discovery;
  private final HttpTransport transport;
  private final ProviderGuard guard;
  private final IntuitAnswers answers;
  private final ApiFaults faults;

  AccountingApi(
      Supplier<OnlineSettings> settings,
      Supplier<Duration> readTimeout,
      Discovery discovery,
      HttpTransport transport,
      ProviderGuard guard,
      IntuitAnswers answers) {
    this.settings = settings;
    this.readTimeout = readTimeout;
    this.discovery = discovery;
    this.transport = transport;
    this.guard = guard;
    this.answers = answers;
    this.faults = new ApiFaults(answers);
  }

  CompanyInfo companyInfo(Grant grant, String realmId)
      throws ProviderProblem, UnauthorizedException {
    String what = "Reading CompanyInfo";
    HttpAnswer answer = get(what, grant, realmId, "/companyinfo/" + encoded(realmId), "");
    JsonObject document = faults.check(what, answer);
    String name =
        document.get("CompanyInfo") instanceof JsonObject company
            ? Json.text(company, "CompanyName")
            : null;
    if (name == null) {
      throw answers.unreadable(what, answer);
    }
    JsonObject company = document.getJsonObject("CompanyInfo");
    return new CompanyInfo(
        realmId,
        name,
        Optional.ofNullable(Json.text(company, "LegalName")),
        Optional.ofNullable(Json.text(company, "Country")));
  }

  /** One object with its envelope. */
  JsonObject read(Grant grant, String realmId, String entity, String id)
      throws ProviderProblem, UnauthorizedException {
    String what = "Reading " + entity;
    HttpAnswer answer =
        get(
            what,
            grant,
            realmId,
            "/" + encoded(entity.toLowerCase(Locale.ROOT)) + "/" + encoded(id),
            "");
    JsonObject document = faults.check(what, answer);
    if (!(document.get(entity) instanceof JsonObject)) {
      throw answers.unreadable(what, answer);
    }
    return document;
  }

  /** A query's whole answer. */
  JsonObject query(Grant grant, String realmId, String statement)
      throws ProviderProblem, UnauthorizedException {
    String what = "Running a query";
    HttpAnswer answer = get(what, grant, realmId, "/query", "query=" + encoded(statement) + "&");
    JsonObject document = faults.check(what, answer);
    if (!(document.get("QueryResponse") instanceof JsonObject)) {
      throw answers.unreadable(what, answer);
    }
    return document;
  }

  private HttpAnswer get(String what, Grant grant, String realmId, String path, String parameters)
      throws ProviderProblem {
    URI uri =
        URI.create(
            discovery.endpoints().api()
                + "/v3/company/"
                + encoded(realmId)
                + path
                + "?"
                + parameters
                + "minorversion="
                + settings.get().minorVersion());
    try {
      return guard.read(
          () -> {
            HttpAnswer answer =
                transport.send(
                    HttpCall.get(uri, readTimeout.get())
                        .header("Accept", "application/json")
                        .header("Authorization", "Bearer " + grant.accessToken().reveal()));
            if (answer.status() >= 500) {
              throw new OutageException(answer);
            }
            return answer;
          });
    } catch (AnswerTooLargeException e) {
      throw answers.tooLarge(what, e);
    } catch (TransportException e) {
      throw answers.lost(what, e);
    } catch (OutageException e) {
      return e.answer();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

package io.github.qbconnector.simulator;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain application in front of the simulator, as the tests play it. */
final class TestClient {

  static final String REDIRECT = "http://localhost:8080/app/quickbooks/callback";
  static final String BAKERY = "9341453912000017";
  static final String PLUMBING = "9130357762000025";
  static final String ACCOUNTING = "com.intuit.quickbooks.accounting";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final QuickBooksSimulator simulator;
  String id = "sim-client";
  String secret = "sim-secret";

  TestClient(QuickBooksSimulator simulator) {
    this.simulator = simulator;
  }

  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonObject json() {
      return Json.createReader(new StringReader(response.body())).readObject();
    }

    String text(String key) {
      return json().getString(key);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  static Map<String, String> parameters(URI url) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : String.valueOf(url.getRawQuery()).split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  Map<String, String> authorization(String scope) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("client_id", id);
    parameters.put("response_type", "code");
    parameters.put("scope", scope);
    parameters.put("redirect_uri", REDIRECT);
    parameters.put("state", "st/at e");
    return parameters;
  }

  URI authorizationUrl(Map<String, String> parameters) {
    return URI.create(simulator.intuit().url() + "/connect/oauth2?" + form(parameters));
  }

  String code(String scope, String realmId) {
    return parameters(simulator.intuit().consent(authorizationUrl(authorization(scope)), realmId))
        .getOrDefault("code", "");
  }

  JsonObject connect(String realmId) {
    return exchange(code(ACCOUNTING, realmId)).json();
  }

  Answer exchange(String code) {
    return token(
        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT));
  }

  Answer refresh(String refreshToken) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  Answer token(Map<String, String> fields, String... headers) {
    return post(
        "/oauth2/v1/tokens/bearer",
        form(fields),
        join(
            headers,
            "Authorization",
            basic(),
            "Content-Type",
            "application/x-www-form-urlencoded"));
  }

  Answer revoke(String token) {
    return post(
        "/v2/oauth2/tokens/revoke",
        "{\"token\":\"" + token + "\"}",
        "Authorization",
        basic(),
        "Content-Type",
        "application/json");
  }

  String basic() {
    return "Basic "
        + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  Answer company(String realmId, String accessToken) {
    return get("/v3/company/" + realmId + "/companyinfo/" + realmId, bearer(accessToken));
  }

  Answer query(String realmId, String accessToken, String statement) {
    return get(
        "/v3/company/" + realmId + "/query?" + form(Map.of("query", statement)),
        bearer(accessToken));
  }

  static String[] bearer(String accessToken) {
    return new String[] {"Authorization", "Bearer " + accessToken, "Accept", "application/json"};
  }

  Answer get(String path, String... headers) {
    return send(request(simulator.intuit().url() + path, headers).GET());
  }

  Answer post(String path, String body, String... headers) {
    return send(
        request(simulator.intuit().url() + path, headers).POST(BodyPublishers.ofString(body)));
  }

  static HttpRequest.Builder request(String url, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String[] join(String[] first, String... second) {
    String[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}

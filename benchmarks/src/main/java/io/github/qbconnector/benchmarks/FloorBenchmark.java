package io.github.qbconnector.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/**
 * What any such decision costs at least, and what peers pay for finding a stored client. Spring's
 * look-up reads no clock and decides nothing: it is the first step of what the gate does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FloorBenchmark {
  private static final String OWNER = "user-000000";

  private volatile long goodUntil = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
  private final Map<String, Long> byOwner = new ConcurrentHashMap<>(Map.of(OWNER, goodUntil));
  private final Cache<String, Long> caffeine = Caffeine.newBuilder().maximumSize(10_000).build();
  private final InMemoryOAuth2AuthorizedClientService spring = spring();

  private final Map<String, Long> byManyOwners = new ConcurrentHashMap<>();
  private final List<String> manyOwners = Application.owners(10_000);
  private int next;

  public FloorBenchmark() {
    caffeine.put(OWNER, goodUntil);
    // Names and times of their own, in another order than they are asked for, as the gate has them.
    Application.owners(10_000).forEach(owner -> byManyOwners.put(owner, goodUntil));
    Collections.shuffle(manyOwners, new Random(1));
  }

  @Benchmark
  public boolean volatileAndClock() {
    return System.currentTimeMillis() < goodUntil;
  }

  @Benchmark
  public boolean mapAndClock() {
    Long until = byOwner.get(OWNER);
    return until != null && System.currentTimeMillis() < until;
  }

  /** One of 10,000: what the machine's memory costs shows here, for everybody. */
  @Benchmark
  public boolean mapOfTenThousandAndClock() {
    int current = next;
    next = current + 1 == manyOwners.size() ? 0 : current + 1;
    Long until = byManyOwners.get(manyOwners.get(current));
    return until != null && System.currentTimeMillis() < until;
  }

  @Benchmark
  public boolean caffeineAndClock() {
    Long until = caffeine.getIfPresent(OWNER);
    return until != null && System.currentTimeMillis() < until;
  }

  @Benchmark
  public @Nullable OAuth2AuthorizedClient springAuthorizedClient() {
    return spring.loadAuthorizedClient("intuit", OWNER);
  }

  private static InMemoryOAuth2AuthorizedClientService spring() {
    ClientRegistration registration =
        ClientRegistration.withRegistrationId("intuit")
            .clientId("sim-client")
            .clientSecret("sim-secret")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://localhost:9080/app/callback")
            .authorizationUri("http://localhost:9080/connect/oauth2")
            .tokenUri("http://localhost:9080/oauth2/v1/tokens/bearer")
            .build();
    InMemoryOAuth2AuthorizedClientService service =
        new InMemoryOAuth2AuthorizedClientService(
            new InMemoryClientRegistrationRepository(registration));
    OAuth2AccessToken token =
        new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "token", null, null);
    service.saveAuthorizedClient(
        new OAuth2AuthorizedClient(registration, OWNER, token),
        new TestingAuthenticationToken(OWNER, ""));
    return service;
  }
}

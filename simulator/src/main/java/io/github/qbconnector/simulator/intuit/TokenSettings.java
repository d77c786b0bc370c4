package io.github.qbconnector.simulator.intuit;

import java.time.Duration;

/** How codes and tokens behave; may be changed while the simulator runs. */
public final class TokenSettings {

  /** The issuer that Intuit names in discovery and in id_tokens. */
  public static final String INTUIT_ISSUER = "https://oauth.platform.intuit.com/op/v1";

  private Rotation rotation = Rotation.DAILY;
  private Duration rotationAge = Duration.ofHours(24);
  private Duration grace = Duration.ZERO;
  private Duration codeLifetime = Duration.ofMinutes(10);
  private Duration accessLifetime = Duration.ofHours(1);
  private Duration refreshLifetime = Duration.ofDays(101);
  private Duration hardLifetime = Duration.ofDays(5 * 365);
  private boolean concurrentRefreshRevokes;
  private boolean nonceInIdToken;
  private String issuer = INTUIT_ISSUER;

  /** Creates settings with Intuit's own values. */
  public TokenSettings() {}

  /** Restores Intuit's own values. */
  public synchronized void reset() {
    TokenSettings defaults = new TokenSettings();
    rotation = defaults.rotation;
    rotationAge = defaults.rotationAge;
    grace = defaults.grace;
    codeLifetime = defaults.codeLifetime;
    accessLifetime = defaults.accessLifetime;
    refreshLifetime = defaults.refreshLifetime;
    hardLifetime = defaults.hardLifetime;
    concurrentRefreshRevokes = defaults.concurrentRefreshRevokes;
    nonceInIdToken = defaults.nonceInIdToken;
    issuer = defaults.issuer;
  }

  /** When a refresh token gets a new value. */
  public synchronized Rotation rotation() {
    return rotation;
  }

  /** Sets when a refresh token gets a new value. */
  public synchronized TokenSettings rotation(Rotation value) {
    rotation = value;
    return this;
  }

  /** From which age on {@link Rotation#DAILY} gives a refresh token a new value. */
  public synchronized Duration rotationAge() {
    return rotationAge;
  }

  /** Sets from which age on {@link Rotation#DAILY} gives a refresh token a new value. */
  public synchronized TokenSettings rotationAge(Duration value) {
    rotationAge = value;
    return this;
  }

  /** How long the value before the current one is still accepted. */
  public synchronized Duration grace() {
    return grace;
  }

  /** Sets how long the value before the current one is still accepted. */
  public synchronized TokenSettings grace(Duration value) {
    grace = value;
    return this;
  }

  /** How long an authorization code lives. */
  public synchronized Duration codeLifetime() {
    return codeLifetime;
  }

  /** Sets how long an authorization code lives. */
  public synchronized TokenSettings codeLifetime(Duration value) {
    codeLifetime = value;
    return this;
  }

  /** How long an access token lives. */
  public synchronized Duration accessLifetime() {
    return accessLifetime;
  }

  /** Sets how long access tokens issued from now on live. */
  public synchronized TokenSettings accessLifetime(Duration value) {
    accessLifetime = value;
    return this;
  }

  /** How long a refresh token lives without being used. */
  public synchronized Duration refreshLifetime() {
    return refreshLifetime;
  }

  /** Sets how long a refresh token lives without being used. */
  public synchronized TokenSettings refreshLifetime(Duration value) {
    refreshLifetime = value;
    return this;
  }

  /** How long after the consent no refresh works any more. */
  public synchronized Duration hardLifetime() {
    return hardLifetime;
  }

  /** Sets how long after the consent no refresh works any more. */
  public synchronized TokenSettings hardLifetime(Duration value) {
    hardLifetime = value;
    return this;
  }

  /** Whether two refreshes of one grant at the same time end it. */
  public synchronized boolean concurrentRefreshRevokes() {
    return concurrentRefreshRevokes;
  }

  /** Sets whether two refreshes of one grant at the same time end it. */
  public synchronized TokenSettings concurrentRefreshRevokes(boolean value) {
    concurrentRefreshRevokes = value;
    return this;
  }

  /** Whether an id_token repeats the nonce of the authorization request; Intuit's does not. */
  public synchronized boolean nonceInIdToken() {
    return nonceInIdToken;
  }

  /** Sets whether an id_token repeats the nonce of the authorization request. */
  public synchronized TokenSettings nonceInIdToken(boolean value) {
    nonceInIdToken = value;
    return this;
  }

  /** The issuer in discovery and in id_tokens. */
  public synchronized String issuer() {
    return issuer;
  }

  /** Sets the issuer in discovery and in id_tokens. */
  public synchronized TokenSettings issuer(String value) {
    issuer = value;
    return this;
  }
}

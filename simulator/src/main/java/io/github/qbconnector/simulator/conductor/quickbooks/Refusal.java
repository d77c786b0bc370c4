package io.github.qbconnector.simulator.conductor.quickbooks;

/**
 * QuickBooks has read a request and will not do it.
 *
 * @param code its status code, such as {@code 3200}
 * @param message its words
 */
public record Refusal(String code, String message) {}

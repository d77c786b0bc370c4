package io.github.qbconnector.desktop;

/**
 * An end-user to create; all three are required by Conductor.
 *
 * @param sourceId the application's own id, unique in the project
 * @param companyName the company's name
 * @param email an address to tell it by; nothing is sent there
 */
public record NewEndUser(String sourceId, String companyName, String email) {}

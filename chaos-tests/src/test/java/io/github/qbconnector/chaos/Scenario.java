package io.github.qbconnector.chaos;

import io.github.qbconnector.chaos.faults.Strike;
import io.github.qbconnector.simulator.intuit.Rotation;
import java.time.Duration;
import java.util.List;

/**
 * One run.
 *
 * @param name of its figures
 * @param life of an access token
 * @param grace how long the provider accepts the refresh token before the current one
 * @param stop how long a stopped node stands still
 * @param refreshes to go on for, at least
 * @param strikes to be made at least once, and then anywhere; without any nobody is struck
 * @param isStormy whether token endpoint and database have bad moments too
 */
record Scenario(
    String name,
    Mutation mutation,
    int nodes,
    Rotation rotation,
    Duration life,
    Duration grace,
    Duration stop,
    int owners,
    long refreshes,
    List<Strike> strikes,
    boolean isStormy) {}

package io.github.qbconnector.desktop;

import java.util.Optional;

/**
 * What QuickBooks Desktop says about the company whose file it has open.
 *
 * @param companyName its name
 * @param legalName its legal name
 * @param sampleFile whether it is one of QuickBooks' sample files
 */
public record DesktopCompany(
    Optional<String> companyName, Optional<String> legalName, boolean sampleFile) {}

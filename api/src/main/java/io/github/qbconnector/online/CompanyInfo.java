package io.github.qbconnector.online;

import java.util.Optional;

/**
 * What Intuit says about a company (entity {@code CompanyInfo}).
 *
 * @param realmId the company's realm id
 * @param companyName its name
 * @param legalName its legal name
 * @param country its country, for instance {@code US}
 */
public record CompanyInfo(
    String realmId, String companyName, Optional<String> legalName, Optional<String> country) {}

package io.github.qbconnector.online;

import java.util.Optional;

/**
 * What Intuit says about the person who connected (user info endpoint; needs the scope {@code
 * openid}, each field the scope of its own).
 *
 * @param subject Intuit's stable id of the person
 * @param email scope {@code email}
 * @param emailVerified whether Intuit has verified it
 * @param givenName scope {@code profile}
 * @param familyName scope {@code profile}
 * @param phoneNumber scope {@code phone}
 * @param address scope {@code address}
 */
public record UserInfo(
    String subject,
    Optional<String> email,
    boolean emailVerified,
    Optional<String> givenName,
    Optional<String> familyName,
    Optional<String> phoneNumber,
    Optional<Address> address) {

  /**
   * A postal address.
   *
   * @param streetAddress street and number
   * @param locality city
   * @param region state or province
   * @param postalCode postal code
   * @param country country
   */
  public record Address(
      Optional<String> streetAddress,
      Optional<String> locality,
      Optional<String> region,
      Optional<String> postalCode,
      Optional<String> country) {}
}

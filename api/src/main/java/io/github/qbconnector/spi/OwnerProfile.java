package io.github.qbconnector.spi;

import java.util.Optional;

/**
 * Says what Conductor is to be told about an owner who connects QuickBooks Desktop. Provide one CDI
 * bean of this type if the application knows; otherwise the connect page asks. Called on the
 * request's thread, once for each new end-user.
 */
@FunctionalInterface
public interface OwnerProfile {

  /**
   * The profile of an owner.
   *
   * @param owner the owner's identifier
   * @return the profile; empty to have the page ask
   */
  Optional<Profile> find(String owner);

  /**
   * What identifies a company to Conductor.
   *
   * @param companyName the company's name
   * @param email an address to tell it by; Conductor sends nothing there
   */
  record Profile(String companyName, String email) {}
}

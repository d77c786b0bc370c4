package io.github.qbconnector.sample.tenancy;

import io.github.qbconnector.Product;

/**
 * Who a logged-in user is and which company they work for; safe to keep and to share.
 *
 * @param login the name they log in with
 * @param fullName their name
 * @param tenantId the company's key
 * @param company the company's name
 * @param product which QuickBooks the company keeps its books in
 */
public record Membership(
    String login, String fullName, String tenantId, String company, Product product) {

  static Membership of(Member member) {
    Tenant tenant = member.getTenant();
    return new Membership(
        member.getLogin(),
        member.getFullName(),
        tenant.getId(),
        tenant.getCompany(),
        tenant.getQuickBooksProduct());
  }
}

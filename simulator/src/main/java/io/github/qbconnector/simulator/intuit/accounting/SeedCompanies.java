package io.github.qbconnector.simulator.intuit.accounting;

import java.time.LocalDate;
import java.util.List;

/** Three small businesses with books that look lived in, the same at every start. */
final class SeedCompanies {

  private static final List<String> BAKERY_CUSTOMERS =
      List.of(
          "Cliffside Inn|Dana|Whitfield",
          "Pillar Point Cafe|Theo|Marsh",
          "Coastal Events Co.|Priya|Raman",
          "Saint Brendan School|Ruth|Callahan",
          "Moss Beach Market|Owen|Tran",
          "Lighthouse Hostel|Inez|Ortega");

  private static final List<String> PLUMBING_CUSTOMERS =
      List.of(
          "Alder Court Apartments|Grace|Lindqvist",
          "Birch & Vine Restaurant|Marco|Bellini",
          "Cedar Hill Dental|Amina|Yusuf",
          "Eastgate Property Group|Peter|Novak",
          "Fox Hollow HOA|Joan|Prescott",
          "Kendall Residence|Sam|Kendall");

  private static final List<String> STUDIO_CUSTOMERS =
      List.of(
          "Juniper Outdoor Gear|Lena|Fischer",
          "Mesa Verde Dentistry|Carlos|Vega",
          "O'Hara & Sons Roofing|Brian|O'Hara",
          "Pine Ridge Brewing|Kate|Sorensen",
          "Sunrise Yoga Collective|Mei|Chen",
          "Tallgrass Nonprofit Alliance|Jonah|Reed");

  private static final List<String> BAKERY_ITEMS =
      List.of("Sourdough loaves|6.5", "Wedding cake|480", "Pastry platter|85", "Bagels, dozen|18");

  private static final List<String> PLUMBING_ITEMS =
      List.of("Labor, licensed plumber|135", "Water heater 50 gal|1240", "Drain cleaning|189");

  private static final List<String> STUDIO_ITEMS =
      List.of("Brand workshop|1500", "Web design, hours|120", "Photo session|650");

  private SeedCompanies() {}

  static List<Company> create() {
    return List.of(
        company(
            "9341453912000017",
            "Harbor Street Bakery",
            "Half Moon Bay, CA, 94019",
            1001,
            BAKERY_CUSTOMERS,
            BAKERY_ITEMS),
        company(
            "9130357762000025",
            "Northwind Plumbing LLC",
            "Portland, OR, 97209",
            2207,
            PLUMBING_CUSTOMERS,
            PLUMBING_ITEMS),
        company(
            "4620816365000033",
            "Juniper & Slate Design Studio",
            "Santa Fe, NM, 87501",
            318,
            STUDIO_CUSTOMERS,
            STUDIO_ITEMS));
  }

  private static Company company(
      String realmId,
      String name,
      String place,
      int firstDocNumber,
      List<String> customers,
      List<String> items) {
    Company company = new Company(realmId, name, SeedEntities.companyInfo(name, place));
    for (int i = 0; i < customers.size(); i++) {
      String[] parts = customers.get(i).split("\\|");
      // The last customer is a former one: lists leave it out unless a query asks for it.
      boolean active = i < customers.size() - 1;
      company.put(
          EntityType.CUSTOMER,
          SeedEntities.customer(i + 1, parts[0], parts[1], parts[2], place, active, i * 125));
    }
    for (int i = 0; i < 10; i++) {
      int customer = i % (customers.size() - 1);
      String customerName = customers.get(customer).split("\\|")[0];
      company.put(
          EntityType.INVOICE,
          SeedEntities.invoice(
              101 + i,
              Integer.toString(firstDocNumber + i),
              LocalDate.of(2026, 8, 3).plusDays(9L * i),
              customer + 1,
              customerName,
              items,
              i));
    }
    return company;
  }
}

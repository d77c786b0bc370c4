package io.github.qbconnector.simulator.conductor.quickbooks;

/** QuickBooks' words for what it will not do. */
final class Refusals {

  private Refusals() {}

  private static RefusedException of(String code, String message) {
    return new RefusedException(new Refusal(code, message));
  }

  static RefusedException notFoundByQuery(String value) {
    return of(
        "500",
        "The query request has not been fully completed. There was a required element (\""
            + value
            + "\") that could not be found in QuickBooks.");
  }

  static RefusedException notFound(String id) {
    return of(
        "3120", "Object \"" + id + "\" specified in the request cannot be found in QuickBooks.");
  }

  static RefusedException invalidReference(String kind, String id, String record) {
    return of(
        "3140",
        "There is an invalid reference to QuickBooks "
            + kind
            + " \""
            + id
            + "\" in the "
            + record
            + ". QuickBooks error message: Invalid argument. The specified record does not exist in"
            + " the list.");
  }

  static RefusedException nameTaken(String name) {
    return of("3100", "The name \"" + name + "\" of the list element is already in use.");
  }

  static RefusedException inUse(String id) {
    return of(
        "3175",
        "There was an error adding, modifying, or deleting \""
            + id
            + "\" because it is already in use. QuickBooks error message: The list element is in"
            + " use.");
  }

  static RefusedException relatedInUse(String id, String related) {
    return of(
        "3176",
        "There was an error adding, modifying, or deleting \""
            + id
            + "\" because one of its related objects, \""
            + related
            + "\", is already in use. QuickBooks error message: The list element is in use.");
  }

  static RefusedException outOfDate(String revision) {
    return of(
        "3200",
        "The provided revision number (edit sequence) \"" + revision + "\" is out-of-date.");
  }

  static RefusedException invalidAmount(String value) {
    return of("3040", "There was an error when converting the amount \"" + value + "\".");
  }

  static RefusedException invalidDate(String value) {
    return of("3020", "There was an error when converting the date value \"" + value + "\".");
  }

  static RefusedException cannotParse(String what) {
    return of(
        "0x80040400",
        "QuickBooks found an error when parsing the provided XML text stream: " + what);
  }
}

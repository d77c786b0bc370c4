package io.github.qbconnector.sample.it;

import java.net.URI;
import java.util.Map;

/** Somebody who connects QuickBooks Desktop, and what people do on its connect page. */
record DesktopOwner(Browser browser) {

  static final String CONNECT = "/quickbooks/connect";
  static final String BEGIN = "form:has([name=step][value=begin]) button";
  static final String ANEW = "form:has([name=step][value=anew]) button";
  static final String HERE = "form:has([name=step][value=open]) button";
  static final String DISCONNECT =
      "form[action$='/disconnect']:not(:has([name=delete-end-user])) button";
  static final String DELETE = "form[action$='/disconnect']:has([name=delete-end-user]) button";

  static DesktopOwner of(Person person) {
    return new DesktopOwner(person.browser());
  }

  Page connectPage() {
    return browser.open(CONNECT);
  }

  /** Asks for a link; answers the page that shows it. */
  Page begins() {
    return browser.press(connectPage(), BEGIN);
  }

  /** The link that is shown, for whoever sits at the machine. */
  static String invitation(Page waiting) {
    return waiting.element("#link").attr("value");
  }

  /** Goes on in this very browser; answers the hosted page's URL. */
  URI goesOnHere(Page waiting) {
    return browser.pressOnly(waiting, HERE, Map.of()).refresh();
  }

  /** The gated page, asked for by a script. */
  Page asScript() {
    return browser.asScript(Person.GATED);
  }

  String status() {
    return browser.asScript("/quickbooks/status").body();
  }
}

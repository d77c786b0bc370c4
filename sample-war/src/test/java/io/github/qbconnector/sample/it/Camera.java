package io.github.qbconnector.sample.it;

import com.microsoft.playwright.Page;

/** Takes pictures of a page as it looks on a desk and on a phone. */
final class Camera {

  private Camera() {}

  static void shoot(Page page, String name) {
    shoot(page, name + ".phone", 390, 844);
    shoot(page, name + ".desktop", 1280, 800);
  }

  private static void shoot(Page page, String name, int width, int height) {
    page.setViewportSize(width, height);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Place.SCREENSHOTS.resolve(name + ".png")));
  }
}

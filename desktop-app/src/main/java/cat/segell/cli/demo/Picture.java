// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** A drawn landscape: sky, sun, three ranges of hills. Without text, so no system fonts are needed. */
final class Picture {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    private Picture() {}

    static BufferedImage landscape(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setPaint(new GradientPaint(0, 0, new Color(120, 170, 220), 0, HEIGHT, new Color(245, 225, 200)));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.setColor(new Color(250, 210, 120));
            pen.fillOval(random.nextInt(100, WIDTH - 200), 50, 70, 70);
            for (int range = 0; range < 3; range++) {
                pen.setColor(new Color(90 - range * 20, 130 - range * 22, 110 - range * 25));
                pen.fill(hills(random, 180 + range * 75));
            }
        } finally {
            pen.dispose();
        }
        return image;
    }

    private static Polygon hills(SplittableRandom random, int base) {
        Polygon hills = new Polygon();
        hills.addPoint(0, HEIGHT);
        double phase = random.nextDouble(Math.PI * 2);
        double width = random.nextDouble(60, 160);
        for (int x = 0; x <= WIDTH; x += 6) {
            hills.addPoint(x, base + (int) (35 * Math.sin(x / width + phase) + 12 * Math.sin(x / 23.0 + phase)));
        }
        hills.addPoint(WIDTH, HEIGHT);
        return hills;
    }
}

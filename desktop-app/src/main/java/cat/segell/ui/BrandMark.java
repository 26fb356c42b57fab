// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** A seal and its mark below. */
final class BrandMark extends Group {

    BrandMark(double scale) {
        add(new Circle(11 * scale, 10 * scale, 9 * scale), scale);
        add(new Polyline(6.8 * scale, 10.2 * scale, 9.8 * scale, 13.2 * scale, 15.4 * scale, 7.2 * scale), scale);
        add(new Line(4 * scale, 22.5 * scale, 18 * scale, 22.5 * scale), scale);
    }

    private void add(Shape shape, double scale) {
        shape.getStyleClass().add("brand-mark");
        shape.setStrokeWidth(2 * scale);
        shape.setStrokeLineCap(StrokeLineCap.ROUND);
        shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        getChildren().add(shape);
    }
}

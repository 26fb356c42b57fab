// SPDX-License-Identifier: EUPL-1.2
package cat.segell;

import com.tngtech.archunit.core.importer.Location;

/** Whether classes are those of tests: in the build's folders, or in the jars that modules hand their fixtures on in. */
final class OfTests {

    private OfTests() {}

    static boolean is(Location place) {
        return place.contains("/test-classes/") || place.contains("-tests.jar");
    }
}

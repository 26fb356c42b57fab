// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

/** What stands in help for what is to be typed, in the reader's language. */
public final class Label {

    public static final String BOX = "${bundle:label.BOX}";
    public static final String COMMAND = "${bundle:label.COMMAND}";
    public static final String DIR = "${bundle:label.DIR}";
    public static final String FILE = "${bundle:label.FILE}";
    public static final String FILE_OR_DIR = FILE + "|" + DIR;
    public static final String FORMAT = "${bundle:label.FORMAT}";
    public static final String KEY = "${bundle:label.KEY}";
    public static final String NAME = "${bundle:label.NAME}";
    public static final String PAGE = "${bundle:label.PAGE}";
    public static final String PATH = "${bundle:label.PATH}";
    public static final String RECEIPT = "${bundle:label.RECEIPT}";
    public static final String TEXT = "${bundle:label.TEXT}";

    private Label() {}
}

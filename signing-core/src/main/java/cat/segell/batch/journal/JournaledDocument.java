// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.batch.BatchDocument;
import cat.segell.document.Digest;
import cat.segell.document.OutputName;
import cat.segell.signature.SignatureLevel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A document as the journal has it.
 *
 * @param number in the batch, from 0
 * @param content of the document when it was signed
 * @param place the names of which its signed file gets the first that is free
 * @param signed of the signed file
 * @param part where it lay before it had its place
 * @param output where that lies
 * @param level that it reached
 * @param pending the level that it did not reach
 * @param problem the code of what kept it from being signed, or from its level
 */
public record JournaledDocument(
        int number,
        BatchDocument document,
        DocumentState state,
        Optional<Digest> content,
        Optional<OutputName> place,
        Optional<Digest> signed,
        Optional<Path> part,
        Optional<Path> output,
        Optional<SignatureLevel> level,
        Optional<SignatureLevel> pending,
        Optional<String> problem) {}

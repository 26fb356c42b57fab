// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.cli.Label;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.FormatUnsupported;
import cat.segell.problem.UsageProblem.OptionAlone;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The form of a signature, as it is asked for. */
final class FormOptions {

    @Option(names = "--format", paramLabel = Label.FORMAT, descriptionKey = "format")
    private @Nullable String format;

    @Option(
            names = "--packaging",
            paramLabel = "enveloped|enveloping|detached|attached",
            descriptionKey = "packaging",
            converter = PackagingWord.class)
    private @Nullable Packaging packaging;

    @Option(
            names = "--asic-signature",
            paramLabel = "xades|cades",
            descriptionKey = "asicSignature",
            converter = InsideWord.class)
    private @Nullable SignatureFormat asicSignature;

    static final class PackagingWord implements ITypeConverter<Packaging> {
        @Override
        public Packaging convert(String word) {
            return Packaging.of(word).orElseThrow(() -> new TypeConversionException(word));
        }
    }

    static final class InsideWord implements ITypeConverter<SignatureFormat> {
        @Override
        public SignatureFormat convert(String word) {
            return SignatureFormat.of(word)
                    .filter(format -> format == SignatureFormat.XADES || format == SignatureFormat.CADES)
                    .orElseThrow(() -> new TypeConversionException(word));
        }
    }

    /** Absent where each document gets what fits it. */
    Optional<SignatureForm> form() throws ProblemException {
        String word = format;
        if (word == null) {
            guardAlone();
            return Optional.empty();
        }
        SignatureFormat named =
                SignatureFormat.of(word).orElseThrow(() -> new ProblemException(new FormatUnsupported(word)));
        SignatureForm form =
                SignatureForm.of(named, Optional.ofNullable(packaging), Optional.ofNullable(asicSignature));
        if (asicSignature != null && !form.isContainer()) {
            throw new ProblemException(new OptionsApart("--asic-signature", "--format " + named.word()));
        }
        return Optional.of(form);
    }

    /** Of a signature that lies apart from a document that isn't here. */
    SignatureForm ofDigest() throws ProblemException {
        SignatureForm named = format == null
                ? new SignatureForm(SignatureFormat.CADES, Packaging.DETACHED, SignatureFormat.CADES)
                : form().orElseThrow();
        if (asicSignature != null) {
            throw new ProblemException(new OptionsApart(SuppliedDigestOption.NAME, "--asic-signature"));
        }
        if (named.isContainer() || named.format() == SignatureFormat.PADES) {
            throw new ProblemException(new OptionsApart(
                    SuppliedDigestOption.NAME, "--format " + named.format().word()));
        }
        if (packaging != null && packaging != Packaging.DETACHED) {
            throw new ProblemException(new OptionsApart(SuppliedDigestOption.NAME, "--packaging " + packaging.word()));
        }
        return new SignatureForm(named.format(), Packaging.DETACHED, named.format());
    }

    private void guardAlone() throws ProblemException {
        if (packaging != null) {
            throw new ProblemException(new OptionAlone("--packaging", "--format"));
        }
        if (asicSignature != null) {
            throw new ProblemException(new OptionAlone("--asic-signature", "--format"));
        }
    }
}

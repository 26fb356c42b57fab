// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static cat.segell.validation.dss.HostileCorpus.bytes;
import static cat.segell.validation.dss.HostileCorpus.replaceFirst;
import static cat.segell.validation.dss.HostileCorpus.text;

import cat.segell.validation.dss.HostileCorpus.Expected;
import cat.segell.validation.dss.HostileCorpus.Family;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signed XML that was wrapped, changed, or made to unfold or to call somewhere. */
final class HostileXml {

    private final HostileCorpus corpus;
    private final String text;

    private HostileXml(HostileCorpus corpus, byte[] good) {
        this.corpus = corpus;
        this.text = text(good);
    }

    /**
     * @param enveloped with its signature in {@code <acta Id="arrel">}
     * @param enveloping the same document within its signature
     */
    static void add(HostileCorpus corpus, byte[] enveloped, byte[] enveloping) {
        HostileXml around = new HostileXml(corpus, enveloped);
        around.wrapped();
        around.words();
        around.references();
        around.unfolding();
        around.large();
        for (byte[] good : List.of(enveloped, enveloping)) {
            HostileXml each = new HostileXml(corpus, good);
            each.parts();
            each.claims();
            HostileFiles.cut(corpus.family("xml-cut", "xml"), good, 10);
            HostileFiles.flip(corpus.family("xml-flipped", "xml"), Expected.SURVIVED, good, 0, good.length, 20);
        }
        Family moved = corpus.family("xml-moved", "xml");
        String whole = body(text(enveloping));
        moved.hostile("<acta><punt>Un altre</punt>" + whole + "</acta>");
        moved.hostile(whole + whole);
        moved.hostile("<a>" + whole.repeat(3) + "</a>");
        moved.hostile(replaceFirst(whole, "</ds:Signature>", "<ds:Object>Un altre</ds:Object></ds:Signature>"));
    }

    /** Words that nobody signed, where a reader looks for what the signer says. */
    private void claims() {
        Family family = corpus.family("xml-claims", "xml");
        String role =
                "<xades:SignedSignatureProperties><xades:SignerRoleV2><xades:ClaimedRoles><xades:ClaimedRole>alcaldessa"
                        + "</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRoleV2></xades:SignedSignatureProperties>";
        for (String id : List.of("", " Id=\"afegit\"", " Id=\"arrel\"")) {
            String properties =
                    "<ds:Object><xades:QualifyingProperties xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\">"
                            + "<xades:SignedProperties" + id + ">" + role
                            + "</xades:SignedProperties></xades:QualifyingProperties></ds:Object>";
            family.hostile(replaceFirst(text, "</ds:Signature>", properties + "</ds:Signature>"));
            family.hostile(replaceFirst(text, "<ds:Object", properties + "<ds:Object"));
        }
        int end = text.indexOf("</xades:SignedProperties>") + "</xades:SignedProperties>".length();
        family.hostile(text.substring(0, end) + "<xades:SignedProperties Id=\"afegit\">" + role
                + "</xades:SignedProperties>" + text.substring(end));
    }

    private static String body(String xml) {
        return xml.substring(xml.indexOf("?>") + 2);
    }

    /** What is signed is still there, and isn't what is read. */
    private void wrapped() {
        Family family = corpus.family("xml-wrapped", "xml");
        String whole = body(text);
        String signature = whole.substring(whole.indexOf("<ds:Signature"), whole.indexOf("</ds:Signature>") + 15);
        String unsigned = whole.replace(signature, "");
        String other = unsigned.replace("Primer", "Segon");
        family.hostile("<acta Id=\"arrel\"><punt>Un altre</punt>" + whole + "</acta>");
        family.hostile("<fora>" + whole + other + "</fora>");
        family.hostile(replaceFirst(other, "</acta>", signature + "</acta>"));
        family.hostile(replaceFirst(
                other,
                "</acta>",
                replaceFirst(signature, "</ds:Signature>", "<ds:Object>" + unsigned + "</ds:Object></ds:Signature>")
                        + "</acta>"));
        family.hostile(replaceFirst(other, "</acta>", "<x>" + whole + "</x></acta>"));
        family.hostile(
                replaceFirst(whole, "<ds:Signature", "<ds:Signature><acta Id=\"arrel\"/></ds:Signature><ds:Signature"));
        family.hostile(replaceFirst(whole, "</acta>", signature.replace("Id=\"", "Id=\"b") + "</acta>"));
    }

    private void words() {
        corpus.family("xml-word", "xml")
                .replaced(
                        text,
                        "Primer acord",
                        "Segon acord",
                        "",
                        "Primer acord ",
                        "Primer<x/> acord",
                        "Primer&#32;&#32;acord",
                        "<![CDATA[Primer]]> accord",
                        "Primer\u00a0acord");
        Family family = corpus.family("xml-word", "xml-attribute.xml");
        family.replaced(
                text,
                "<punt>",
                "<punt a=\"1\">",
                "<punt xml:lang=\"ca\">",
                "<punt xmlns=\"u:x\">",
                "<p:punt xmlns:p=\"\">");
        // Canonical XML leaves comments out: they are no part of what is signed, nor of the text.
        corpus.family("xml-comment", "xml")
                .add(Expected.SURVIVED, bytes(replaceFirst(text, "Primer acord", "Primer <!-- -->acord")));
    }

    /** Where the signed things are said to be, and how they are read. */
    private void references() {
        Family family = corpus.family("xml-reference", "xml");
        family.replaced(
                text,
                "URI=\"\"",
                "URI=\"file:///etc/passwd\"",
                "URI=\"http://127.0.0.1:1/\"",
                "URI=\"#arrel\"",
                "URI=\"#absent\"",
                "URI=\"#xpointer(//punt)\"",
                "URI=\"jar:file:///tmp/x!/y\"",
                "URI=\"../../a.xml\"");
        for (String transform : List.of(
                "http://www.w3.org/TR/1999/REC-xslt-19991116",
                "http://www.w3.org/TR/1999/REC-xpath-19991116",
                "http://www.w3.org/2002/06/xmldsig-filter2",
                "http://www.w3.org/2000/09/xmldsig#base64",
                "urn:other")) {
            family.replaced(
                    text,
                    "<ds:Transforms>",
                    "<ds:Transforms><ds:Transform Algorithm=\"" + transform
                            + "\"><ds:XPath>count(//*)</ds:XPath></ds:Transform>");
        }
        for (String algorithm : List.of(
                "http://www.w3.org/2000/09/xmldsig#sha1",
                "http://www.w3.org/2001/04/xmldsig-more#md5",
                "urn:other",
                "")) {
            family.replaced(text, "http://www.w3.org/2001/04/xmlenc#sha256", algorithm);
        }
        for (String algorithm : List.of(
                "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
                "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
                "")) {
            family.replaced(text, "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", algorithm);
        }
    }

    private void unfolding() {
        Family family = corpus.family("xml-unfolding", "xml");
        String body = body(text);
        StringBuilder laughs = new StringBuilder("<!DOCTYPE acta [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        String use = replaceFirst(body, "Primer", "&a29;");
        family.hostile(laughs + "]>" + use);
        family.hostile("<!DOCTYPE acta [<!ENTITY a29 \"" + "x".repeat(100_000) + "\">]>"
                + replaceFirst(body, "Primer", "&a29;".repeat(1_000)));
        family.hostile("<!DOCTYPE acta [<!ENTITY a29 SYSTEM \"file:///dev/zero\">]>" + use);
        family.hostile("<!DOCTYPE acta [<!ENTITY a29 SYSTEM \"http://127.0.0.1:1/\">]>" + use);
        family.hostile("<!DOCTYPE acta [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]>" + body);
        family.hostile("<!DOCTYPE acta SYSTEM \"file:///etc/passwd\">" + body);
        family.hostile("<!DOCTYPE acta [<!ATTLIST punt Id ID \"x\">]>" + body);
        family.hostile(("<!DOCTYPE acta []>" + body).getBytes(StandardCharsets.UTF_16));
        family.hostile(replaceFirst(
                body,
                "Primer",
                "<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"));
        family.hostile("<?xml-stylesheet href=\"file:///etc/passwd\"?>" + replaceFirst(body, "Primer", "Segon"));
        family.hostile("<?xml version=\"1.0\" encoding=\"unknown\"?>" + body);
        family.hostile("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + body);
    }

    private void large() {
        Family family = corpus.family("xml-large", "xml");
        String signature = text.substring(text.indexOf("<ds:Signature"), text.indexOf("</ds:Signature>") + 15);
        family.hostile("<a>".repeat(50_000) + "</a>".repeat(50_000));
        family.hostile("<a>".repeat(200_000));
        family.hostile(replaceFirst(text, "Primer", "x".repeat(8 << 20)));
        StringBuilder attributes = new StringBuilder("<punt");
        StringBuilder spaces = new StringBuilder("<punt");
        for (int i = 0; i < 20_000; i++) {
            attributes.append(" a%d=\"\"".formatted(i));
            spaces.append(" xmlns:a%d=\"u:%d\"".formatted(i, i));
        }
        family.replaced(text, "<punt", attributes.toString(), spaces.toString());
        family.replaced(text, "</acta>", signature.repeat(150) + "</acta>", "<x>" + signature + "</x>".repeat(2));
        family.hostile("<" + "a".repeat(1 << 20) + "/>");
        family.hostile("<a " + "b".repeat(1 << 20) + "=\"\"/>");
    }

    /** Without what belongs to a signature. */
    private void parts() {
        Family family = corpus.family("xml-part", "xml");
        for (String part : List.of(
                "ds:SignedInfo",
                "ds:SignatureValue",
                "ds:Reference",
                "ds:DigestValue",
                "ds:SignatureMethod",
                "ds:CanonicalizationMethod",
                "xades:SignedProperties",
                "xades:QualifyingProperties",
                "xades:SigningCertificateV2")) {
            family.hostile(text, each -> each.replaceFirst("(?s)<" + part + "[ >/].*?(</" + part + ">|/>)", ""));
        }
        family.replaced(text, "<ds:SignatureValue", "<ds:SignatureValue>AAAA</ds:SignatureValue><ds:SignatureValue");
        family.replaced(text, "<ds:SignedInfo>", "<ds:SignedInfo></ds:SignedInfo><ds:SignedInfo>");
    }
}

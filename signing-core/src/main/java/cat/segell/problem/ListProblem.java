// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/** The European trusted lists, or one of them. What was good before is kept, and this says why nothing newer took its place. */
public sealed interface ListProblem extends Problem {

    /** A newer notice alone keeps nobody from anything: where its signers aren't known, another problem says so. */
    @Override
    default boolean isNotice() {
        return this instanceof ListNoticeNewer;
    }

    /** Lists are wanted, and none was ever fetched here. */
    record ListNone() implements ListProblem {}

    /**
     * It says itself until when it holds, and that is over: it isn't used any more.
     *
     * @param list the country's code, "EU" for the list of lists
     */
    record ListStale(String list, Instant nextUpdate) implements ListProblem {}

    /** Nobody answers, or not in time. */
    record ListUnreachable(URI address) implements ListProblem {}

    /** On this machine or in a private network, and nobody allowed that. */
    record ListPrivate(URI address) implements ListProblem {}

    /** It isn't asked for there: not https, or not where the list that names it comes from. */
    record ListAddressRefused(String address) implements ListProblem {}

    record ListTooLarge(URI address) implements ListProblem {}

    /** Cut off, or no list at all. */
    record ListBroken(URI address) implements ListProblem {}

    /** Not signed, signed by others than those who may, or changed afterwards. */
    record ListSignatureWrong(URI address) implements ListProblem {}

    /** What was good when it was fetched isn't any more: somebody changed the file here, or others sign that list by now. */
    record ListDamaged(String address) implements ListProblem {}

    /** What was fetched just now doesn't hold any more. */
    record ListExpired(URI address, Instant nextUpdate) implements ListProblem {}

    /** What was fetched just now is older than what is here. */
    record ListOlder(URI address, int sequence, int present) implements ListProblem {}

    /**
     * The list of lists names a newer notice of who may sign it than the one that is known here.
     *
     * @param announced address of that notice
     * @param known the one that is gone by here
     */
    record ListNoticeNewer(String announced, String known) implements ListProblem {}

    /** A country is set that the list of lists doesn't have. */
    record ListCountryUnknown(String country) implements ListProblem {}

    /** The file that says who may sign the list of lists. */
    record ListSignersBroken(Path file, String where) implements ListProblem {}
}

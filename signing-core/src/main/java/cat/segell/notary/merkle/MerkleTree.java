// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.merkle;

import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The tree of RFC 6962 §2.1. Leaves and nodes are hashed with different prefixes, so that neither can stand for the other.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162 §2.1</a> for the verification algorithms
 */
public final class MerkleTree {

    /** Of an inclusion proof in a tree whose size fits in a {@code long}. */
    public static final int MAX_PATH = 63;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    public static Hash leaf(byte[] entry) {
        return Hash.of(LEAF, entry);
    }

    public static Hash node(Hash left, Hash right) {
        return Hash.of(NODE, left.value(), right.value());
    }

    /** The root of an empty tree is the hash of nothing. */
    public static Hash root(long size, Subtrees subtrees) throws ProblemException {
        return size == 0 ? Hash.of() : range(0, size, subtrees);
    }

    /** From the leaf's sibling up to the root's child. */
    public static List<Hash> inclusionProof(long index, long size, Subtrees subtrees) throws ProblemException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> fromTheTop = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                fromTheTop.add(range(middle, to, subtrees));
                to = middle;
            } else {
                fromTheTop.add(range(from, middle, subtrees));
                from = middle;
            }
        }
        return List.copyOf(fromTheTop.reversed());
    }

    /** Shows that the tree of {@code newSize} leaves only adds to that of {@code oldSize}. */
    public static List<Hash> consistencyProof(long oldSize, long newSize, Subtrees subtrees) throws ProblemException {
        if (oldSize < 1 || oldSize > newSize) {
            throw new IllegalArgumentException("no proof from " + oldSize + " to " + newSize);
        }
        List<Hash> fromTheTop = new ArrayList<>();
        long from = 0;
        long to = newSize;
        while (oldSize < to) {
            long middle = from + split(to - from);
            if (oldSize <= middle) {
                fromTheTop.add(range(middle, to, subtrees));
                to = middle;
            } else {
                fromTheTop.add(range(from, middle, subtrees));
                from = middle;
            }
        }
        if (from > 0) {
            fromTheTop.add(range(from, to, subtrees));
        }
        return List.copyOf(fromTheTop.reversed());
    }

    /**
     * The root that this proof leads to (RFC 9162 §2.1.3.2); nothing where index, size and length of the path don't fit
     * together.
     */
    public static Optional<Hash> rootOf(Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if (isRight(node) || node == last) {
                root = node(sibling, root);
                int up = levelsToRight(node);
                node >>= up;
                last >>= up;
            } else {
                root = node(root, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** RFC 9162 §2.1.4.2. */
    public static boolean isConsistent(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
        if (oldSize < 1 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        List<Hash> rest = new ArrayList<>(path);
        if (Long.bitCount(oldSize) == 1) {
            rest.addFirst(oldRoot);
        }
        return !rest.isEmpty() && walk(oldSize, oldRoot, newSize, newRoot, rest);
    }

    private static boolean walk(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
        int complete = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> complete;
        long last = (newSize - 1) >> complete;
        Hash oldOne = path.getFirst();
        Hash newOne = path.getFirst();
        for (Hash sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                oldOne = node(sibling, oldOne);
                newOne = node(sibling, newOne);
                int up = levelsToRight(node);
                node >>= up;
                last >>= up;
            } else {
                newOne = node(newOne, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && oldOne.equals(oldRoot) && newOne.equals(newRoot);
    }

    private static boolean isRight(long node) {
        return (node & 1) == 1;
    }

    /** How many levels up a last node without sibling becomes a right child. */
    private static int levelsToRight(long node) {
        return node == 0 ? 0 : Long.numberOfTrailingZeros(node);
    }

    /** Root of the leaves {@code from} (inclusive) to {@code to} (exclusive); {@code from} begins a complete subtree. */
    private static Hash range(long from, long to, Subtrees subtrees) throws ProblemException {
        List<Hash> complete = new ArrayList<>();
        long start = from;
        while (start < to) {
            int level = 63 - Long.numberOfLeadingZeros(to - start);
            complete.add(subtrees.at(level, start >> level));
            start += 1L << level;
        }
        Collections.reverse(complete);
        Hash root = complete.getFirst();
        for (Hash left : complete.subList(1, complete.size())) {
            root = node(left, root);
        }
        return root;
    }

    /** The largest power of two below {@code leaves}. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}

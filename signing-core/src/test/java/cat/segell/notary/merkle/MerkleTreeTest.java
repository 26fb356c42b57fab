// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** The reference leaves and roots of Certificate Transparency's own tests. */
    private static final List<String> CT_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> CT_ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final Hash FOREIGN = Hash.of(new byte[] {7});

    private static MemoryTree ctTree() {
        MemoryTree tree = new MemoryTree();
        CT_LEAVES.forEach(leaf -> tree.add(HexFormat.of().parseHex(leaf)));
        return tree;
    }

    private static MemoryTree tree(int size) {
        MemoryTree tree = new MemoryTree();
        for (int i = 0; i < size; i++) {
            tree.add(new byte[] {(byte) i, (byte) (i >> 8)});
        }
        return tree;
    }

    @Test
    void hashesAsCertificateTransparencyDoes() throws ProblemException {
        for (int size = 1; size <= CT_LEAVES.size(); size++) {
            assertThat(MerkleTree.root(size, ctTree()).hex()).isEqualTo(CT_ROOTS.get(size - 1));
        }
    }

    @Test
    void hashesTheEmptyTreeAsNothing() throws ProblemException {
        assertThat(MerkleTree.root(0, ctTree()).hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    /** RFC 6962 §2.1.3 draws this very tree. */
    @Test
    void provesAsTheExampleOfTheStandard() throws ProblemException {
        MemoryTree seven = tree(7);
        assertThat(seven.inclusionProof(0, 7)).containsExactly(seven.at(0, 1), seven.at(1, 1), node(seven, 4, 7));
        assertThat(seven.inclusionProof(3, 7)).containsExactly(seven.at(0, 2), seven.at(1, 0), node(seven, 4, 7));
        assertThat(seven.inclusionProof(4, 7)).containsExactly(seven.at(0, 5), seven.at(0, 6), seven.at(2, 0));
        assertThat(seven.inclusionProof(6, 7)).containsExactly(seven.at(1, 2), seven.at(2, 0));
        assertThat(MerkleTree.consistencyProof(3, 7, seven))
                .containsExactly(seven.at(0, 2), seven.at(0, 3), seven.at(1, 0), node(seven, 4, 7));
        assertThat(MerkleTree.consistencyProof(4, 7, seven)).containsExactly(node(seven, 4, 7));
        assertThat(MerkleTree.consistencyProof(6, 7, seven))
                .containsExactly(seven.at(1, 2), seven.at(0, 6), seven.at(2, 0));
    }

    private static Hash node(MemoryTree tree, int from, int to) {
        assertThat(List.of(from, to)).containsExactly(4, 7);
        return MerkleTree.node(tree.at(1, 2), tree.at(0, 6));
    }

    @Property(tries = 300)
    void everyLeafOfEveryTreeLeadsToItsRoot(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(min = 0, max = 299) int any)
            throws ProblemException {
        MemoryTree tree = tree(size);
        int index = any % size;
        List<Hash> path = tree.inclusionProof(index, size);
        assertThat(MerkleTree.rootOf(tree.at(0, index), index, size, path)).contains(tree.root(size));
    }

    @Property(tries = 300)
    void aChangedProofNeverLeadsToTheRoot(
            @ForAll @IntRange(min = 2, max = 300) int size, @ForAll @IntRange(min = 0, max = 299) int any)
            throws ProblemException {
        MemoryTree tree = tree(size);
        int index = any % size;
        Hash leaf = tree.at(0, index);
        List<Hash> path = tree.inclusionProof(index, size);
        Hash root = tree.root(size);
        for (List<Hash> wrong : mutations(path)) {
            assertThat(MerkleTree.rootOf(leaf, index, size, wrong)).isNotEqualTo(Optional.of(root));
        }
        assertThat(MerkleTree.rootOf(FOREIGN, index, size, path)).isNotEqualTo(Optional.of(root));
        int other = (index + 1) % size;
        assertThat(MerkleTree.rootOf(leaf, other, size, path)).isNotEqualTo(Optional.of(root));
    }

    @Property(tries = 300)
    void everyTreeIsConsistentWithItsBeginning(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(min = 0, max = 299) int any)
            throws ProblemException {
        MemoryTree tree = tree(size);
        int old = 1 + any % size;
        List<Hash> path = MerkleTree.consistencyProof(old, size, tree);
        assertThat(MerkleTree.isConsistent(old, tree.root(old), size, tree.root(size), path))
                .isTrue();
        for (List<Hash> wrong : mutations(path)) {
            assertThat(MerkleTree.isConsistent(old, tree.root(old), size, tree.root(size), wrong))
                    .isFalse();
        }
        assertThat(MerkleTree.isConsistent(old, FOREIGN, size, tree.root(size), path))
                .isFalse();
        assertThat(MerkleTree.isConsistent(old, tree.root(old), size, FOREIGN, path))
                .isFalse();
    }

    private static List<List<Hash>> mutations(List<Hash> path) {
        List<List<Hash>> wrong = new ArrayList<>();
        List<Hash> longer = new ArrayList<>(path);
        longer.add(FOREIGN);
        wrong.add(longer);
        for (int i = 0; i < path.size(); i++) {
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            wrong.add(shorter);
            List<Hash> changed = new ArrayList<>(path);
            changed.set(i, FOREIGN);
            wrong.add(changed);
        }
        return wrong;
    }

    @Test
    void refusesIndexesOutsideTheTree() {
        assertThat(MerkleTree.rootOf(FOREIGN, 7, 7, List.of())).isEmpty();
        assertThat(MerkleTree.rootOf(FOREIGN, 0, 0, List.of())).isEmpty();
        assertThat(MerkleTree.rootOf(FOREIGN, -1, 7, List.of())).isEmpty();
        assertThat(MerkleTree.rootOf(FOREIGN, Long.MAX_VALUE, Long.MAX_VALUE, List.of()))
                .isEmpty();
    }

    @Test
    void walksTheLargestTreeThatHasAName() {
        List<Hash> path = Collections.nCopies(63, FOREIGN);
        assertThat(MerkleTree.rootOf(FOREIGN, 0, Long.MAX_VALUE, path)).isPresent();
        assertThat(MerkleTree.rootOf(FOREIGN, 0, Long.MAX_VALUE, path.subList(1, 63)))
                .isEmpty();
    }

    @Test
    void aLeafCannotStandForANode() {
        byte[] twoHashes = new byte[64];
        Hash zero = new Hash(new byte[32]);
        assertThat(MerkleTree.leaf(twoHashes)).isNotEqualTo(MerkleTree.node(zero, zero));
    }
}

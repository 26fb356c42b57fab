// SPDX-License-Identifier: EUPL-1.2

// Checks receipts and a log folder with Go's own transparency log library, from docs/formats.md alone.
//
//	check receipt VKEY RECEIPT DOCUMENT-SHA256-HEX
//	check tiles VKEY FOLDER RECEIPT...
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type receipt struct {
	extra      []byte
	index      int64
	path       tlog.RecordProof
	checkpoint []byte
}

func parse(data []byte) (r receipt, err error) {
	head, rest, found := strings.Cut(string(data), "\n\n")
	if !found {
		return r, errors.New("no blank line")
	}
	r.checkpoint = []byte(rest)
	lines := strings.Split(head, "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return r, errors.New("no proof")
	}
	if !strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return r, errors.New("no extra or no index")
	}
	if r.extra, err = base64.StdEncoding.Strict().DecodeString(lines[1][len("extra "):]); err != nil {
		return r, err
	}
	if r.index, err = strconv.ParseInt(lines[2][len("index "):], 10, 64); err != nil {
		return r, err
	}
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return r, err
		}
		r.path = append(r.path, hash)
	}
	return r, nil
}

func open(vkey string, checkpoint []byte) (tree tlog.Tree, err error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(checkpoint, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() || lines[3] != "" {
		return tree, errors.New("no checkpoint of this log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// commitment is the log's entry for a document under a receipt's extra line.
func commitment(document, extra []byte) ([]byte, error) {
	if len(document) != 32 || len(extra) < 67 || extra[0] != 1 || !bytes.Equal(extra[1:33], document) {
		return nil, errors.New("not the extra of this document")
	}
	blinded := sha256.Sum256(extra[33:])
	left, right := document, blinded[:]
	if bytes.Compare(left, right) > 0 {
		left, right = right, left
	}
	sum := sha256.Sum256(append(append([]byte{}, left...), right...))
	return sum[:], nil
}

func checkReceipt(vkey, file, documentHex string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	r, err := parse(data)
	if err != nil {
		return err
	}
	tree, err := open(vkey, r.checkpoint)
	if err != nil {
		return err
	}
	document, err := hex.DecodeString(documentHex)
	if err != nil {
		return err
	}
	entry, err := commitment(document, r.extra)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(r.path, tree.N, tree.Hash, r.index, tlog.RecordHash(entry))
}

// folder reads tiles as C2SP tlog-tiles names them: without the height that Go's own names carry.
type folder string

func (f folder) Height() int { return 8 }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var contents [][]byte
	for _, tile := range tiles {
		name := strings.TrimPrefix(tile.Path(), "tile/8/")
		content, err := os.ReadFile(filepath.Join(string(f), "tile", name))
		if err != nil {
			return nil, err
		}
		contents = append(contents, content)
	}
	return contents, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) entry(tree tlog.Tree, index int64) ([]byte, error) {
	tile := tlog.Tile{H: 8, L: 0, N: index / 256, W: 256}
	if tree.N-tile.N*256 < 256 {
		tile.W = int(tree.N - tile.N*256)
	}
	name := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
	bundle, err := os.ReadFile(filepath.Join(string(f), name))
	if err != nil {
		return nil, err
	}
	for i := int64(0); ; i++ {
		if len(bundle) < 2 {
			return nil, errors.New("no such entry in its bundle")
		}
		length := int(binary.BigEndian.Uint16(bundle))
		if len(bundle) < 2+length {
			return nil, errors.New("a bundle that is cut off")
		}
		if i == index%256 {
			return bundle[2 : 2+length], nil
		}
		bundle = bundle[2+length:]
	}
}

func checkTiles(vkey string, f folder, files []string) error {
	checkpoint, err := os.ReadFile(filepath.Join(string(f), "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := open(vkey, checkpoint)
	if err != nil {
		return err
	}
	reader := tlog.TileHashReader(tree, f)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		r, err := parse(data)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveRecord(tree.N, r.index, reader)
		if err != nil {
			return err
		}
		entry, err := f.entry(tree, r.index)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, r.index, tlog.RecordHash(entry)); err != nil {
			return err
		}
		old, err := open(vkey, r.checkpoint)
		if err != nil {
			return err
		}
		history, err := tlog.ProveTree(tree.N, old.N, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(history, tree.N, tree.Hash, old.N, old.Hash); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	err := errors.New("usage: check receipt VKEY RECEIPT SHA256 | check tiles VKEY FOLDER RECEIPT...")
	switch {
	case len(os.Args) == 5 && os.Args[1] == "receipt":
		err = checkReceipt(os.Args[2], os.Args[3], os.Args[4])
	case len(os.Args) >= 4 && os.Args[1] == "tiles":
		err = checkTiles(os.Args[2], folder(os.Args[3]), os.Args[4:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("good")
}

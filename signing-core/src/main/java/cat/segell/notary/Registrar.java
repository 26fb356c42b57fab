// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

/** A ledger, and how its receipts come to lie beside the documents. */
public record Registrar(Notary notary, ReceiptFiles receipts) {}

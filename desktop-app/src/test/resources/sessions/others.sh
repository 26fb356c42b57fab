#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# ./others FILE.pdf CA.pem: what software that we didn't write says of the signatures in a PDF. Poppler finds and checks them all.
# OpenSSL gets the CMS of the last one, as Poppler takes it out, and the bytes that it covers.
set -eu
said=$(pdfsig -nocert "$1")
printf '%s\n' "$said" | sed -n -e 's/^ *- \(.*otal document signed\)$/\1/p' -e 's/^ *- Signature Validation: //p'
ranges='s/.*Signed Ranges: \[0 - \([0-9]*\)\], \[\([0-9]*\) - \([0-9]*\)\]/\1 \2 \3/p'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$1" "$work/signed.pdf"
cp "$2" "$work/ca.pem"
cd "$work"
# Three words.
# shellcheck disable=SC2046
set -- $(printf '%s\n' "$said" | sed -n "$ranges" | tail -n 1)
{ head -c "$1" signed.pdf; head -c "$3" signed.pdf | tail -c "+$(($2 + 1))"; } >content
pdfsig -dump signed.pdf >dumped
mv "signed.pdf.sig$(($(grep -c '^Signature #' dumped) - 1))" cms
openssl cms -cmsout -print -inform DER -in cms | sed -n '/^ *signerInfos:/,$p' | sed -n '/^ *signatureAlgorithm:/,/^ *signature:/{
  s/^ *algorithm: \([^ ]*\) .*/\1/p
  s/.*OBJECT *:/with /p
}'
openssl cms -verify -cades -binary -inform DER -in cms -content content -CAfile ca.pem -purpose any -out verified 2>&1

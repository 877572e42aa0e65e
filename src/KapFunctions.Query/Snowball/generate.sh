#!/usr/bin/env bash
# Makes the stemmers anew from a checkout of https://github.com/snowballstem/snowball in which `make snowball` was run:
#   generate.sh CHECKOUT
# Its compiler writes the C#; what is changed here is the namespace and that nothing is public.
set -euo pipefail
checkout=$1
here=$(cd "$(dirname "$0")" && pwd)
own() {
  sed -e '1s/^\xef\xbb\xbf//' -e 's/\r$//' -e 's/[ \t]*$//' -e 's/^namespace Snowball/namespace KapFunctions.Query.Snowball/' \
    -e 's/public \(sealed \|abstract \|partial \)*class/internal \1class/'
}
for language in dutch english french german italian portuguese spanish; do
  "$checkout/snowball" "$checkout/algorithms/$language.sbl" -csharp -o "$here/${language^}Stemmer"
  mv "$here/${language^}Stemmer.cs" "$here/${language^}Stemmer.generated.cs"
  own <"$here/${language^}Stemmer.generated.cs" >"$here/made" && mv "$here/made" "$here/${language^}Stemmer.generated.cs"
done
for part in Among Stemmer; do
  own <"$checkout/csharp/Snowball/$part.cs" >"$here/$part.generated.cs"
done
cp "$checkout/COPYING" "$here/LICENSE"

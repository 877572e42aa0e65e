#!/bin/sh
# Draws every picture of the sample site again, from the SVG files beside this script.
set -eu
cd "$(dirname "$0")"
media=../content/media
mkdir -p "$media/portraits"

webp() { # name, width, where
    rsvg-convert --width "$2" --output "$3.png" "$1.svg"
    cwebp -quiet -q 94 -m 6 "$3.png" -o "$3.webp"
    rm "$3.png"
}

for name in lantern room path breath lake night; do webp "$name" 1200 "$media/$name"; done
for name in mara theo; do webp "$name" 480 "$media/portraits/$name"; done
webp coast 1600 "$media/coast"
rsvg-convert --width 800 --output "$media/cup.png" cup.svg
rsvg-convert --width 256 --output "$media/logo.png" logo.svg
rsvg-convert --width 440 --output "$media/logo-wide.png" logo-wide.svg
rsvg-convert --width 64 --output "$media/icon.png" logo.svg

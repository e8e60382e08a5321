#!/usr/bin/env bash
# Runs the unchanged isic-cli from PyPI against an archive: lists collections, signs in with the code pasted, downloads
# metadata and images. Exit status 77 when this machine cannot run it.
#   isic-cli.sh URL EMAIL PASSWORD OUTPUT_FOLDER      QUERY and IMAGES in the environment
set -euo pipefail
url=$1 email=$2 password=$3 out=$4
: "${QUERY:?}" "${IMAGES:?}"

cannot() {
    echo "$*"
    exit 77
}

# A folder of its own, kept between runs, beside the outputs.
venv=$(dirname "$out")/isic-cli-venv
client=$venv/bin/isic

find_python() {
    for candidate in python3.12 python3.13 python3.14 python3 "$HOME"/.pyenv/versions/3.1[2-9]*/bin/python; do
        if "$candidate" -c 'import sys, venv; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

if [ ! -x "$client" ]; then
    python=$(find_python)
    [ -n "$python" ] || cannot "isic-cli 12.7 needs Python 3.12, and there is none"
    "$python" -m venv "$venv" || cannot "Python cannot make a virtual environment"
    "$venv/bin/pip" install --quiet --disable-pip-version-check 'isic-cli==12.7.*' ||
        cannot "PyPI did not give isic-cli 12.7"
fi

rm -rf "$out"
mkdir -p "$out/home"
export HOME=$out/home XDG_DATA_HOME=$out/home ISIC_DEV=1 COLUMNS=200
unset DISPLAY ALL_PROXY all_proxy HTTPS_PROXY https_proxy no_proxy NO_PROXY
# The client knows only port 8000; any other archive is reached as its proxy.
export http_proxy=$url HTTP_PROXY=$url

isic() {
    timeout 120 "$client" --no-version-check "$@"
}

sign_in() {
    mkfifo "$out/code"
    isic user login <"$out/code" >"$out/login.txt" 2>&1 &
    local login=$!
    exec 3>"$out/code"
    local address=
    for _ in $(seq 100); do
        address=$(grep -o 'http://[^ ]*/oauth/authorize[^ ]*' "$out/login.txt" | head -n 1) || true
        [ -z "$address" ] || break
        sleep 0.2
    done
    [ -n "$address" ] || { cat "$out/login.txt"; return 1; }
    authorize "$url/oauth/authorize?${address#*\?}" >&3
    exec 3>&-
    wait "$login"
}

# Does in the browser's place what the person would: sign in, allow, read the code.
authorize() {
    local browser=(curl --silent --show-error --location --noproxy '*' --cookie "$out/jar" --cookie-jar "$out/jar")
    "${browser[@]}" "$1" >"$out/page.html"
    for _ in 1 2 3; do
        if grep -q '<code>' "$out/page.html"; then
            sed -n 's:.*<code>\([^<]*\)</code>.*:\1:p' "$out/page.html"
            return
        elif grep -q 'name="password"' "$out/page.html"; then
            "${browser[@]}" $(hidden) --data-urlencode "email=$email" --data-urlencode "password=$password" \
                "$url/accounts/login" >"$out/next.html"
        else
            "${browser[@]}" $(hidden) "$url/oauth/authorize" >"$out/next.html"
        fi
        mv "$out/next.html" "$out/page.html"
    done
    echo "no code on the page: $(cat "$out/page.html")" >&2
    return 1
}

# The hidden fields of the first form, as arguments of curl.
hidden() {
    sed '/<\/form>/q' "$out/page.html" | tr '>' '\n' |
        sed -n 's/.*type="hidden".*name="\([^"]*\)".*value="\([^"]*\)".*/--data-urlencode \1=\2/p'
}

isic --version
sign_in
isic collection list >"$out/collections.txt"
isic metadata download --search 'sex:male' --outfile "$out/male.csv"
isic image download --search "$QUERY" --limit "$IMAGES" "$out/images"

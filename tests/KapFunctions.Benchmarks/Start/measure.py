"""Starts each program several times in turn and prints how long it took from process start to its first 200."""

import signal, socket, statistics, subprocess, sys, time, urllib.request

ROUNDS = 9
PATIENCE = 30


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answers(address):
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            answer.read()
            return answer.status == 200
    except OSError:
        return False


def start_to_answer(command):
    url = f"http://127.0.0.1:{free_port()}"
    begun = time.perf_counter()
    process = subprocess.Popen([*command, "--urls", url], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not answers(f"{url}/api/posts"):
            if process.poll() is not None or time.perf_counter() - begun > PATIENCE:
                sys.exit(f"{command} did not answer.")
            time.sleep(0.002)
        return (time.perf_counter() - begun) * 1000
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


work = sys.argv[1]
OWN, STANDALONE = "KapFunctions.Benchmarks.dll", "KapFunctions.Standalone.dll"
programs = {
    "bare ASP.NET Core": ("own", OWN, ["start", "--bare"]),
    "own code, JIT": ("jit", OWN, ["start"]),
    "own code, ReadyToRun": ("own", OWN, ["start"]),
    "Standalone, ReadyToRun": ("standalone", STANDALONE, ["--no-azurite"]),
}
times = {name: [] for name in programs}
for round in range(ROUNDS + 1):
    for name, (folder, program, options) in programs.items():
        took = start_to_answer(["dotnet", f"{work}/{folder}/{program}", *options])
        if round > 0:  # The first one fills the disk's cache.
            times[name].append(took)

bare = statistics.median(times["bare ASP.NET Core"])
for name in programs:
    median = statistics.median(times[name])
    print(
        f"{name:<22} median {median:6.0f} ms, least {min(times[name]):6.0f}, most {max(times[name]):6.0f}; "
        f"{median - bare:6.0f} ms over bare"
    )

over = statistics.median(times["own code, ReadyToRun"]) - bare
if over > 500:
    sys.exit("The bar is 500 ms over bare.")

"""python-jsonschema with prepared validators. Arguments: the corpus file. See RivalProcess for the protocol."""

import json
import sys
import time

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    pairs = [
        (Draft202012Validator(pair["schema"]), pair["body"].encode("utf-8"), json.loads(pair["body"]))
        for pair in json.load(file)
    ]


def from_bytes():
    return all([validator.is_valid(json.loads(body)) for validator, body, _ in pairs])


def from_values():
    return all([validator.is_valid(value) for validator, _, value in pairs])


passes = {"bytes": from_bytes, "parsed": from_values}
if not from_bytes() or not from_values():
    sys.exit("python-jsonschema finds a body of the corpus invalid")

print("ready", flush=True)
for line in sys.stdin:
    mode, seconds = line.split()
    run, count, start = passes[mode], 0, time.perf_counter()
    while True:
        run()
        count += len(pairs)
        elapsed = time.perf_counter() - start
        if elapsed >= float(seconds):
            break
    print(count / elapsed, flush=True)

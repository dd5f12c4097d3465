// ajv, compiled. Arguments: the corpus file. See RivalProcess for the protocol.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv2020 from "ajv/dist/2020.js";

const pairs = JSON.parse(readFileSync(process.argv[2], "utf8")).map(({ schema, body }) => ({
  validate: new Ajv2020({ strict: false, validateFormats: false, logger: false }).compile(schema),
  bytes: Buffer.from(body, "utf8"),
  value: JSON.parse(body),
}));

const passes = {
  bytes: () => pairs.every(({ validate, bytes }) => validate(JSON.parse(bytes.toString("utf8")))),
  parsed: () => pairs.every(({ validate, value }) => validate(value)),
};

if (!passes.bytes() || !passes.parsed()) {
  console.error("ajv finds a body of the corpus invalid");
  process.exit(1);
}

console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const [mode, seconds] = line.split(" ");
  const pass = passes[mode];
  const start = performance.now();
  let count = 0;
  let elapsed;
  do {
    for (let i = 0; i < 100; i++) pass();
    count += 100 * pairs.length;
    elapsed = (performance.now() - start) / 1000;
  } while (elapsed < Number(seconds));
  console.log(count / elapsed);
}

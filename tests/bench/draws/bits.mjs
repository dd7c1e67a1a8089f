// node bits.mjs MODULE…: whether each module draws the same bits as the native test.
import { readFileSync } from 'node:fs';

const EXPECTED = 6_099_259_954_870_830; // as in src/lib.rs
let wrong = 0;
for (const file of process.argv.slice(2)) {
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {});
  const found = instance.exports.bits();
  console.log(found === EXPECTED ? 'same' : `other bits (${found})`, file);
  if (found !== EXPECTED) wrong += 1;
}
process.exit(wrong ? 1 : 0);

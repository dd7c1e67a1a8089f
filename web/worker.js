// The worker's side: fetches its program, then reads data for the data room.
import init, { DataReader } from './plimsoll-worker.js?v=dev';

const ready = init({ module_or_path: new URL('./plimsoll-worker_bg.wasm?v=dev', import.meta.url) });
const CHUNK = 1 << 20; // so much is read at a time, which is also how often a message can come through
const LEAST = 1 << 14; // of it, so much is read before anything else is said, and more where that goes quickly
const STEP = 20; // milliseconds that reading may take before something else is said
const PACE = 50; // milliseconds between two words of progress, at the least: with a chunk in between, they come within 100

let reader = null;
let job = null;
let turn = 0; // a decision begins another pass, and the one under way ends
let isAsked = false;

onmessage = async ({ data }) => {
  isAsked = true;
  try {
    await ready;
    if (data.ask) say(reader.ask(data.ask));
    else if (data.accounts) hand(reader.accounts());
    else if (data.paid) give(data.turn, reader.paid(data.paid));
    else await pass(data);
  } catch (error) {
    // After a fault the program's memory is half-written: say so, and never enter it again.
    console.warn(String(error));
    postMessage(null);
    close();
  }
};

const pause = () => new Promise((resolve) => { setTimeout(resolve); });

// While it waits, it runs itself in: a file that is there already is never kept waiting for it.
ready.then(async () => {
  for (let round = 0; !isAsked && DataReader.rehearse(round); round += 1) await pause();
}).catch(() => {}); // without its program, the first thing asked of it says so

const give = (turn, paid) => postMessage({ turn, paid }, [paid.buffer]);
const hand = (accounts) => postMessage({ accounts }, [accounts.buffer]);
const say = (told, isReview = false) => postMessage({ told, isReview }, [told.buffer]);

/** One pass over all sources, from the first byte. */
async function pass({ open, decide }) {
  const mine = (turn += 1);
  if (open) {
    job = open;
    reader = new DataReader(job.currency);
    for (const [name, mapping] of job.remembered) reader.remember(name, mapping);
    if (job.sheets) reader.sheets(...job.sheets);
    for (const decision of job.decisions) reader.decide(...decision);
  } else reader.decide(...decide);
  const Sampler = job.sources.some(({ sample }) => sample) ? await samples() : null;
  if (turn !== mine) return;
  const total = job.sources.reduce((sum, { blob, sample }) => sum + (blob?.size ?? Sampler.size(sample)), 0);
  do {
    const began = performance.now();
    let told = 0; // so a long pass says at once that it has begun
    let size = LEAST;
    globalThis.plimsollTellMeanwhile = (progress) => { // also called while the end of a pass runs
      if (performance.now() - told < PACE) return;
      say(progress);
      told = performance.now();
    };
    reader.begin(total);
    for (const source of job.sources) {
      reader.source(source.name);
      for await (const chunk of chunks(source, mine, Sampler)) {
        if (turn !== mine) return;
        if (!reader.look(chunk)) break; // something has to be answered first
        for (let at = 0; at < chunk.length;) {
          const piece = chunk.subarray(at, at + size);
          const since = performance.now();
          if (!reader.push(piece)) break;
          at += piece.length;
          const now = performance.now();
          size = Math.min(CHUNK, Math.max(LEAST, Math.round((size * STEP) / (now - since))));
          if (now - told >= PACE) {
            say(reader.progress(now - began));
            told = now;
          }
        }
      }
    }
    if (turn !== mine) return;
  } while (reader.end());
  say(reader.review(), true);
}

/** What makes samples: a program of its own, fetched with the first of them. */
async function samples() {
  const { default: begin, Sampler } = await import('./plimsoll-sampler.js?v=dev');
  await begin({ module_or_path: new URL('./plimsoll-sampler_bg.wasm?v=dev', import.meta.url) });
  return Sampler;
}

async function* chunks({ blob, sample }, mine, Sampler) {
  if (sample) {
    const made = new Sampler(sample);
    for (let chunk; turn === mine && (chunk = made.piece()).length > 0;) {
      yield chunk;
      await pause();
    }
    made.free();
    return;
  }
  for (let at = 0; at < blob.size; at += CHUNK) yield new Uint8Array(await blob.slice(at, at + CHUNK).arrayBuffer());
}

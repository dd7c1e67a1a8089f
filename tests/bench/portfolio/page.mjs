// In the page: one peer. The driver names a job, then asks for drags of one weight.
import { CASES, expected, expectedScores, makePortfolio, schemeAt } from '/table.mjs';

const name = new URLSearchParams(location.search).get('peer');
const peer = await import(`/peers/${name}.js`);
await peer.start();
const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const task = () => new Promise((done) => setTimeout(done));
let portfolio, state, job;

window.bench = {
  async load(title, count) {
    job = CASES[title];
    portfolio = makePortfolio(count, job);
    state = await peer.load(portfolio, job);
  },
  /** Whether a few moves give what is expected, the first one anew and the others from the one before; with every way to treat blanks that
   * the peer knows, and its scores one by one where it works them out. */
  async check() {
    for (const policy of peer.policies ?? [0]) {
      for (const step of [0, 1, 30]) {
        const scheme = schemeAt(step, job), out = await peer.score(state, scheme, policy), wanted = expected(portfolio, scheme, policy);
        if (out.length !== wanted.length || out.some((number, at) => number !== wanted[at])) return false;
        const scores = peer.more?.averages(state);
        if (scores && expectedScores(portfolio, scheme, policy).some((number, at) => number !== scores[at])) return false;
      }
    }
    return true;
  },
  /** The middle of the milliseconds that a step takes while one weight is dragged. */
  async drag(steps) {
    const times = [];
    for (let step = 0; step < steps; step++) {
      const scheme = schemeAt(step, job), began = performance.now();
      await peer.score(state, scheme);
      times.push(performance.now() - began);
      await task();
    }
    return middle(times);
  },
  /** The same for each thing that a peer does besides, after a move. */
  async more(steps) {
    const times = {};
    for (const [what, work] of Object.entries(peer.more ?? {})) {
      const list = [];
      peer.keep(state);
      for (let step = 0; step < steps; step++) {
        await peer.score(state, schemeAt(step, job));
        const began = performance.now();
        work(state, step);
        list.push(performance.now() - began);
        await task();
      }
      times[what] = middle(list);
    }
    return times;
  },
};
window.ready = true;

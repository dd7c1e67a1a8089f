// In the page: one peer. The driver loads a table, then asks for runs.
const name = new URLSearchParams(location.search).get('peer');
const peer = await import(`/peers/${name}.js`);
await peer.start();
let bytes, task;

window.bench = {
  async load(url, described) {
    bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    task = described;
  },
  /** One run: its milliseconds, and the numbers when they are wanted. */
  async run(wanted) {
    await new Promise((done) => setTimeout(done));
    const began = performance.now(), out = await peer.sums(bytes, task), ms = performance.now() - began;
    return { ms, out: wanted ? [...out] : null };
  },
};
window.ready = true;

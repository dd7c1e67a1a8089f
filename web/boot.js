// What must work when the program does not.
//
// This runs before the program and shares no memory with it. It holds the last state that the program gave it, writes
// it to the browser's storage, and shows a panel when the program has stopped. The program uses `plimsollKeep`:
//
//   recall()          the state to start from, or null; after putAside(), the last one that a start was ready with;
//                     once there is a later one, that
//   ready()           the program has started and shows that state
//   keep(text)        the state from now on; stored within 250 ms, and when the page is left
//   putAside(text)    what recall() answered could not be read: it is kept elsewhere, for the reader to download
//   storageProblem()  why nothing can be stored, as a sentence, or null
//   died(message)     the program must not be entered again
//   failed(error)     the program could not be started
//   worker(name, hear)  a new worker that runs worker.js, or by the name "paste", "workbook", "portfolio" or "draws" another one
//                     beside it; hear(data) is told what it says, and null once it is lost, by a fault or because it did not
//                     arrive; the only one that throws, where there can be no worker
//   download(file, name)  has the browser save a blob as a file of this name
//
// A state is text; nothing here looks into it.
(() => {
  'use strict';

  const STATE = 'plimsoll.v1.state';
  const PREVIOUS = 'plimsoll.v1.previous'; // the last state that a start was ready with
  const ASIDE = 'plimsoll.v1.aside'; // what could not be used: .aside, .aside.2 … .aside.9; then the ninth again
  const STARTS = 'plimsoll.v1.starts'; // starts that took the state and were never ready
  const PATIENCE = 2; // such starts before one begins empty
  const DENIED = 'This browser does not let the page store anything.';
  const FULL = 'The storage that this browser gives the page is full.';

  let latest = null; // the state as it is now
  let stored = null; // the state as it lies in storage
  let recalled = null; // the state that recall() answered
  let problem = null; // why the last attempt to store failed
  let starts = 0, timer = 0;
  let begun = false, isReady = false, dead = false;

  // Storage may be denied, full, or emptied by somebody else at any moment.
  function attempt(action) {
    try {
      action(localStorage);
      return true;
    } catch (error) {
      problem = error.name === 'QuotaExceededError' ? FULL : DENIED;
      return false;
    }
  }
  function read(key) {
    let held = null;
    attempt((storage) => { held = storage.getItem(key); });
    return held;
  }
  const write = (key, text) => attempt((storage) => storage.setItem(key, text));
  const drop = (key) => attempt((storage) => storage.removeItem(key));
  // The older copy makes room for the newer one.
  const store = (key, text) => write(key, text) || (drop(PREVIOUS) && write(key, text));

  // What cannot be stored travels with the page's entry in the history, which outlives a reload.
  function carry(text) {
    try {
      if (text !== null || history.state?.plimsoll) history.replaceState(text && { plimsoll: { text, starts } }, '');
    } catch {
      problem ??= FULL;
    }
  }

  function save() {
    clearTimeout(timer);
    timer = 0;
    if (latest === null || latest === stored) return;
    if (store(STATE, latest)) {
      stored = latest;
      problem = null;
    }
    carry(stored === latest ? null : latest);
  }

  function setAside(text) {
    for (let place = 1; place <= 9; place += 1) {
      const key = place === 1 ? ASIDE : `${ASIDE}.${place}`;
      const held = read(key);
      if (held === null || place === 9) store(key, text);
      if (held === null || held === text) return;
    }
  }

  function recall() {
    if (begun) return latest;
    begun = true;
    const carried = history.state?.plimsoll;
    const text = carried?.text ?? read(STATE);
    const before = Number(carried?.starts ?? read(STARTS)) || 0;
    const hopeless = text !== null && before >= PATIENCE;
    starts = hopeless ? 1 : before + 1;
    write(STARTS, String(starts));
    if (carried) carry(hopeless ? null : text);
    if (hopeless) {
      drop(STATE);
      setAside(text);
      offer(text, 'Plimsoll could not start with the figures that were kept here, so it began without them. They are still kept.');
      return null;
    }
    stored = carried ? null : text;
    latest = recalled = text;
    return text;
  }

  function ready() {
    isReady = true;
    document.documentElement.dataset.ready = '';
    starts = 0;
    drop(STARTS);
    if (recalled !== null) write(PREVIOUS, recalled);
    if (history.state?.plimsoll) carry(latest);
  }

  function keep(text) {
    if (dead || typeof text !== 'string') return;
    latest = text;
    timer ||= setTimeout(save, 250);
  }

  function putAside(seen) {
    const text = recalled ?? seen; // the program may have read it with losses
    drop(STATE);
    setAside(text);
    const previous = read(PREVIOUS);
    latest = recalled = previous === text ? null : previous;
    stored = null;
    save();
    offer(text, 'Figures that were kept here could not be read. They were put aside, unchanged.', 'unreadable');
  }

  const part = (name) => document.getElementById(name);

  function download(file, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  const downloadFigures = (text) => download(new Blob([text], { type: 'application/json' }), 'plimsoll-figures.json');

  function restartWith(text) {
    if (latest !== null && latest !== text) setAside(latest);
    if (text === null) drop(STATE);
    drop(STARTS);
    starts = 0;
    latest = text;
    carry(null);
    save();
    location.reload();
  }

  function offer(text, sentence, unreadable) {
    part('notice-text').textContent = sentence;
    part('notice-restore').hidden = Boolean(unreadable);
    part('notice-restore').onclick = () => restartWith(text);
    part('notice-download').onclick = () => downloadFigures(text);
    part('notice-close').onclick = () => { part('notice').hidden = true; };
    part('notice').hidden = false;
  }

  function stop(title, sentence, detail) {
    if (dead) return;
    save();
    dead = true;
    const text = latest ?? read(STATE);
    part('recovery-title').textContent = title;
    part('recovery-text').textContent = sentence;
    part('recovery-kept').textContent = text === null ? 'There were no figures to keep.'
      : problem ? `${problem} A restart brings your figures back; download them to be safe.`
      : 'Your figures are kept in this browser. A restart brings them back.';
    part('recovery-detail').textContent = detail;
    part('recovery-download').hidden = part('recovery-empty').hidden = text === null;
    part('recovery-restart').onclick = () => location.reload();
    part('recovery-download').onclick = () => downloadFigures(text);
    part('recovery-empty').onclick = () => restartWith(null);
    part('app').inert = part('room').inert = true;
    const panel = part('recovery');
    panel.addEventListener('close', () => panel.showModal()); // the Escape key is no way back in
    for (const type of EVENTS) panel.addEventListener(type, (event) => event.stopPropagation());
    panel.showModal();
    part('recovery-restart').focus();
  }

  function died(message) {
    stop(isReady ? 'Plimsoll has stopped' : 'Plimsoll could not start',
      'The program met a fault of its own, and stopped before it could show a wrong number.', String(message));
  }

  function failed(error) {
    const why = location.protocol === 'file:' ? 'A page opened from a file may not load a program: open it from a web server.'
      : typeof WebAssembly === 'undefined' ? 'This browser has no WebAssembly, or was told not to use it.'
      : 'A part of the page did not arrive, or was not let through. Check the connection, then restart.';
    stop('Plimsoll could not start', why, String(error?.message ?? error));
  }

  // An error that went through the program has left its memory half-written, whatever its kind.
  const isTrap = (error) => typeof WebAssembly !== 'undefined' && error instanceof WebAssembly.RuntimeError;
  addEventListener('error', (event) => {
    if (event.target instanceof HTMLScriptElement) failed(`${event.target.src} did not load`);
    else if (isTrap(event.error) || /\bwasm\b/.test(event.error?.stack)) died(event.message);
  }, true);
  addEventListener('unhandledrejection', (event) => { if (isTrap(event.reason)) died(event.reason.message); });

  // Every way into the program, closed once it is dead: the window sees an event before all others.
  const EVENTS = ('click dblclick auxclick contextmenu pointerdown pointermove pointerup pointercancel pointerover '
    + 'pointerout mousedown mousemove mouseup mouseover mouseout touchstart touchmove touchend wheel scroll keydown keyup '
    + 'beforeinput input change submit reset invalid focusin focusout focus blur copy cut paste dragstart dragover drop '
    + 'toggle select resize popstate hashchange storage message animationend transitionend').split(' ');
  const shut = (event) => {
    if (dead && !event.composedPath().includes(part('recovery'))) event.stopImmediatePropagation();
  };
  for (const type of EVENTS) addEventListener(type, shut, { capture: true, passive: true });

  // The page's policy lets no address become a script but what passes here, and this passes only the workers beside
  // this file. Browsers that know no such policies take the address as it is.
  const beside = (name) => [name, new URL(`./${name}.js?v=dev`, document.currentScript.src).href];
  const WORKERS = new Map(['worker', 'paste', 'workbook', 'portfolio', 'draws'].map(beside));
  let policy = null;
  try {
    policy = globalThis.trustedTypes?.createPolicy('plimsoll', {
      createScriptURL(url) {
        if ([...WORKERS.values()].includes(url)) return url;
        throw new TypeError('This page runs no other worker.');
      },
    });
  } catch { /* a host that forbids it has a page without a worker */ }

  function worker(name = 'worker', hear) {
    if (dead) throw new Error('The program has stopped.');
    const url = WORKERS.get(name);
    if (!url) throw new TypeError('This page runs no other worker.');
    const made = new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module' });
    const quit = (event) => { // what a worker says does not pass the window, so it is shut out here
      if (!dead) return;
      event.stopImmediatePropagation();
      made.terminate();
    };
    for (const type of ['message', 'messageerror', 'error']) made.addEventListener(type, quit);
    if (hear) {
      made.onmessage = ({ data }) => hear(data);
      made.onerror = (event) => {
        event.preventDefault();
        hear(null);
      };
    }
    return made;
  }

  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', () => { if (document.hidden) save(); });

  const api = { keep, recall, ready, putAside, died, failed, worker, download, storageProblem: () => problem };
  Object.defineProperty(globalThis, 'plimsollKeep', { value: Object.freeze(api) });
})();

// A copy of the data that its reader wants to outlive a reload: the files, how they are read, and in what light they were seen last.
// It lies in the browser's database until it is let go. A mark in the plain storage tells door.js that there may be one; it is set
// before the copy and removed behind it, so nothing lies here unseen.
const MARK = 'plimsoll.v1.kept'; // door.js knows it too
const BASE = 'plimsoll';
const BUILD = import.meta.url; // a light is written down in the way of one build

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** Does something with what is kept, all of it or nothing. */
async function within(mode, action) {
  const opening = indexedDB.open(BASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  const base = await done(opening);
  try {
    const transaction = base.transaction('kept', mode);
    const ended = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const found = await action(transaction.objectStore('kept'));
    await ended;
    return found;
  } finally {
    base.close();
  }
}

export async function keep(job, light) {
  localStorage.setItem(MARK, '1');
  await within('readwrite', (kept) => {
    kept.put(job, 'job');
    kept.put({ build: BUILD, light }, 'light');
  });
}

/** Remembers in what light it was seen last. */
export const see = (light) => within('readwrite', (kept) => { kept.put({ build: BUILD, light }, 'light'); });

export async function forget() {
  await done(indexedDB.deleteDatabase(BASE));
  localStorage.removeItem(MARK);
}

/** What is kept: a job, and its light where it was this build that wrote it down. Nothing where the browser has let it go. */
export async function kept() {
  const [job, seen] = await within('readonly', (store) => Promise.all([done(store.get('job')), done(store.get('light'))]));
  return job && { job, light: seen?.build === BUILD ? seen.light : null };
}

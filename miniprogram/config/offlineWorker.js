/* global version, files -- written before this by config/offline.ts */

/*
 * Keeps the app itself – its page, scripts and styles – so that it opens without a signal. What it shows comes from the services all the
 * same, or from what each page keeps. With a signal the newest page comes from the network; a version is kept whole or not at all.
 */
const cacheName = `lintuan-${version}`;
const page = '/';
/** Beyond this a network that seems to be there is taken for none. */
const patienceMs = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([page, ...files])));
});

const forgetOthers = async () => {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith('lintuan-') && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
};

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

const kept = (request) => caches.match(request, { cacheName });

/** The page from the network; the one that is kept when there is none, or when it takes too long. */
const newestPage = (request) =>
  new Promise((resolve, reject) => {
    const keptPage = () => kept(page);
    const late = setTimeout(() => void keptPage().then((own) => own && resolve(own)), patienceMs);
    fetch(request)
      .then(resolve, (error) => keptPage().then((own) => (own ? resolve(own) : reject(error))))
      .finally(() => clearTimeout(late));
  });

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === page) event.respondWith(newestPage(request));
  else if (files.includes(pathname)) event.respondWith(kept(request).then((own) => own ?? fetch(request)));
});

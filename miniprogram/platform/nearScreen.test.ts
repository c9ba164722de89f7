import { watchNearScreen } from './nearScreen';

const roots: unknown[] = [];
let tell: (entries: unknown[]) => void;

beforeEach(() => {
  roots.length = 0;
  window.IntersectionObserver = class {
    constructor(listen: typeof tell, { root }: IntersectionObserverInit) {
      roots.push(root);
      tell = listen;
    }
    observe = () => undefined;
    disconnect = () => undefined;
  } as unknown as typeof IntersectionObserver;
});

test('the margin is around what the page scrolls in: a page of the app is not the window', () => {
  document.body.innerHTML = '<div id="page" style="overflow-y: scroll"><div><i id="chunk"></i></div></div>';
  watchNearScreen('chunk', 900, () => undefined);
  expect(roots).toEqual([document.getElementById('page')]);
});

test('around the window where that scrolls', () => {
  document.body.innerHTML = '<div><i id="chunk"></i></div>';
  watchNearScreen('chunk', 900, () => undefined);
  expect(roots).toEqual([null]);
});

const entry = (isIntersecting: boolean, height: number) => ({
  isIntersecting,
  boundingClientRect: { width: height, height },
});

test('what has the focus stays near, however far it is scrolled away', () => {
  document.body.innerHTML = '<div id="chunk"><button></button></div>';
  const told: boolean[] = [];
  watchNearScreen('chunk', 900, (near) => told.push(near));
  document.querySelector('button')?.focus();
  tell([entry(false, 400)]);
  document.querySelector('button')?.blur();
  tell([entry(false, 400)]);
  expect(told).toEqual([true, false]);
});

test('a page that waits below another one stays as it was left', () => {
  document.body.innerHTML = '<div id="chunk"></div>';
  const told: boolean[] = [];
  watchNearScreen('chunk', 900, (near) => told.push(near));
  tell([entry(false, 0)]);
  expect(told).toEqual([]);
});

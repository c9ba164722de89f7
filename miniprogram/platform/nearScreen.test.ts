import { watchNearScreen } from './nearScreen';

const roots: unknown[] = [];

beforeEach(() => {
  roots.length = 0;
  window.IntersectionObserver = class {
    constructor(_listen: unknown, { root }: IntersectionObserverInit) {
      roots.push(root);
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

import { type Page } from 'playwright-core';

/** More than any page of the demo has; a list without an end is not walked to its end. */
const mostStops = 120;
const backEvery = 5;
/** A date has places of its own for year, month, day and its calendar, all of them the same element. */
const mostInside = 4;
/** Of a list that also goes on by itself when its end comes near: while one walks it moves down, is busy, and comes back. */
const leadsOn = /^button “(Load|Show) more”$/;

/** What the keyboard stands on, as the page sees it. */
type Stop = {
  /** The same for the same element. */
  readonly number: number;
  readonly name: string;
  /** What is wrong with standing here. */
  readonly faults: readonly string[];
  /** What is wrong with coming here from where the keyboard was before. */
  readonly order: readonly string[];
};

/**
 * Runs in the page, once: `lookAround` tells what the focus is on. All coordinates are those of the page, not of the screen;
 * what is fixed to the screen is another layer, above or below the page itself.
 */
const tools = `(() => {
  const numbers = new WeakMap();
  let count = 0;
  const numberOf = (element) => {
    if (!numbers.has(element)) numbers.set(element, (count += 1));
    return numbers.get(element);
  };
  const nameOf = (element) => {
    const words = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
    const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
    return role + ' “' + words.trim().replace(/\\s+/g, ' ').slice(0, 60) + '”';
  };
  const isStop = (element) => element && element !== document.body && element !== document.documentElement;
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert], [aria-hidden="true"]');

  const ring = (element) => {
    const { outlineStyle, outlineWidth, outlineOffset, boxShadow } = getComputedStyle(element);
    const width = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
    return { width, reach: Math.max(0, width + parseFloat(outlineOffset)), shadow: boxShadow };
  };
  /** The mark is drawn, and no box around cuts it off. */
  const markFaults = (element) => {
    const { width, reach } = ring(element);
    if (width < 2) return ['has no mark of the focus'];
    const box = element.getBoundingClientRect();
    for (let at = element.parentElement; at && !at.matches('.taro_page, body'); at = at.parentElement) {
      const style = getComputedStyle(at);
      const hole = at.getBoundingClientRect();
      const cut = (overflow, before, after) => overflow !== 'visible' && (before > 1 || after > 1);
      if (
        cut(style.overflowX, hole.left - (box.left - reach), box.right + reach - hole.right) ||
        cut(style.overflowY, hole.top - (box.top - reach), box.bottom + reach - hole.bottom)
      )
        return ['has a mark of the focus that .' + at.className + ' cuts off'];
      if (style.position === 'fixed') break;
    }
    return [];
  };
  /** The middle of it, or what is to be seen of something taller than the screen. */
  const sightFaults = (element) => {
    const box = element.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < 1 || bottom - top < 1) return ['is out of sight'];
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const seen = there && (element.contains(there) || there.contains(element) || [...(element.labels ?? [])].includes(there));
    return seen ? [] : ['lies under .' + (there?.className ?? 'nothing')];
  };

  const layerOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { position } = getComputedStyle(at);
      if (position === 'fixed' || position === 'sticky') return at;
    }
    return undefined;
  };
  const placeOf = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    let [x, y] = [left, top];
    const layer = layerOf(element);
    for (let at = element.parentElement; at && at !== layer; at = at.parentElement) {
      x += at.scrollLeft;
      y += at.scrollTop;
    }
    return { layer, left: x, right: x + width, top: y, bottom: y + height };
  };
  /** Reading goes down, and along a line to the right; a column beside begins at its own top. */
  const orderFaults = (before, here) => {
    if (before.layer !== here.layer) return [];
    const [a, b] = [before, here];
    const above = b.bottom <= a.top + 1 && b.left < a.right - 1;
    const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    const leftward = overlap > Math.min(a.bottom - a.top, b.bottom - b.top) / 2 && b.right <= a.left + 1;
    return above ? ['comes after what is below it'] : leftward ? ['comes after what is right of it'] : [];
  };

  let before;
  const lookAround = () => {
    const element = document.activeElement;
    if (!isStop(element)) {
      before = undefined;
      return null;
    }
    const place = placeOf(element);
    const order = before ? orderFaults(before, place) : [];
    before = place;
    const hidden = shown(element) ? [] : ['is hidden'];
    return {
      number: numberOf(element),
      name: nameOf(element),
      faults: [...hidden, ...sightFaults(element), ...markFaults(element)],
      order,
    };
  };

  const answers = (element) => {
    const key = Object.keys(element).find((name) => name.startsWith('__reactProps'));
    return Boolean(key && element[key].onClick) || getComputedStyle(element).cursor === 'pointer';
  };
  const roles = ['button', 'link', 'tab', 'radio', 'switch', 'checkbox', 'option', 'menuitem'];
  const selector = 'a[href], button, input, select, textarea, summary, ' + roles.map((role) => '[role="' + role + '"]');
  /** What is tapped and is not part of something that is. */
  const tapped = () =>
    [...document.querySelectorAll('body *')].filter(
      (element) =>
        shown(element) &&
        !element.matches(':disabled') &&
        element.getBoundingClientRect().width > 0 &&
        (element.matches(selector) || (answers(element) && !element.closest(selector + ', label'))) &&
        getComputedStyle(element).clipPath === 'none',
    );
  /** One of several, of which Tab comes to one. */
  const groupOf = (element) =>
    element.matches('[role="tab"], [role="radio"]') ? element.closest('[role="tablist"], [role="radiogroup"]') : null;
  const expected = () => {
    const all = tapped();
    return all.map((element) => {
      const group = groupOf(element);
      const others = group ? all.filter((other) => groupOf(other) === group) : [element];
      return { name: nameOf(element), numbers: others.map(numberOf) };
    });
  };
  const choices = () =>
    [...document.querySelectorAll('[role="tablist"], [role="radiogroup"]')].filter(shown).map((group) => ({
      name: group.getAttribute('aria-label'),
      numbers: tapped().filter((element) => groupOf(element) === group).map(numberOf),
    }));
  const stand = (number) => tapped().find((element) => numberOf(element) === number && element.tabIndex === 0)?.focus();
  return { lookAround, expected, choices, stand };
})()`;

/** What the focus is on; nothing when it is on the page itself. */
export const lookAround = (page: Page): Promise<Stop | null> =>
  page.evaluate(`(window.keyboardTools ??= ${tools}).lookAround()`);

const press = async (page: Page, key: string) => {
  await page.keyboard.press(key);
  return lookAround(page);
};

/** From here back, and on again; a list may have grown in between. */
async function wayBackFaults(page: Page, here: Stop): Promise<string[]> {
  const back = await press(page, 'Shift+Tab');
  await press(page, 'Tab');
  return back?.number === here.number ? ['lets nobody go back'] : [];
}

/** Goes round the page, from where its focus is over its end and its beginning, as far as there is something new. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  let inside = 0;
  for (let ends = 0; stops.length < mostStops && ends < 2;) {
    const stop = await press(page, 'Tab');
    if (stop === null) ends += 1;
    else if (stops.at(-1)?.number === stop.number && inside < mostInside) inside += 1;
    else if (stops.some(({ number }) => number === stop.number)) break;
    else {
      const back = stops.length % backEvery === 1 ? await wayBackFaults(page, stop) : [];
      stops.push({ ...stop, faults: [...stop.faults, ...stop.order, ...back] });
      inside = 0;
    }
  }
  return stops;
}

/** What was asked for has come, maps too. */
const settled = async (page: Page) => {
  await page.locator('.lt-skeleton').filter({ visible: true }).first().waitFor({ state: 'hidden' });
  await page.locator('.lt-map:not(.leaflet-container)').first().waitFor({ state: 'detached' });
};

/** Tabs and radio buttons: the arrows come to each of them, and round to where they began. */
async function arrowFaults(page: Page): Promise<string[]> {
  type Choices = { name: string | null; numbers: number[] };
  const faults: string[] = [];
  for (let at = 0; ; at += 1) {
    // A choice may bring other choices with it.
    const group = (await page.evaluate<Choices[]>('keyboardTools.choices()'))[at];
    if (!group) return faults;
    const { name, numbers } = group;
    if (numbers.length < 2) continue;
    for (const number of numbers) await page.evaluate(`keyboardTools.stand(${number})`);
    const visited = new Set<number | undefined>();
    for (const _ of numbers) visited.add((await press(page, 'ArrowRight'))?.number);
    const missed = numbers.filter((number) => !visited.has(number)).length;
    if (missed > 0) faults.push(`“${name ?? ''}”: the arrows do not come to ${missed} of ${numbers.length}`);
    await settled(page);
  }
}

/**
 * Walks over the page by keyboard, as it stands: what can be tapped and is never reached, what is reached where it is hidden,
 * out of sight or without a mark, what comes out of the order in which it is seen, and where there is no way on or back.
 */
export async function keyboardFaultsOn(page: Page): Promise<string[]> {
  await settled(page);
  await lookAround(page);
  type Expected = { name: string; numbers: number[] };
  const expected = await page.evaluate<Expected[]>('keyboardTools.expected()');
  if (expected.length === 0) return ['nothing to tap was found'];
  const stops = await walk(page);
  const faults = stops
    .filter(({ name }) => !leadsOn.test(name))
    .flatMap(({ name, faults: own }) => own.map((fault) => `${name} ${fault}`));
  const reached = new Set(stops.map(({ number }) => number));
  // A list without an end goes on while it is walked: what comes after its walked part is not reached, and what led on is gone.
  const still = new Set(
    await page.evaluate<number[]>('keyboardTools.expected().flatMap(({ numbers }) => numbers)'),
  );
  if (stops.length < mostStops)
    for (const { name, numbers } of expected)
      if (!leadsOn.test(name) && !numbers.some((number) => reached.has(number) || !still.has(number)))
        faults.push(`${name} is never reached`);
  return [...new Set([...faults, ...(await arrowFaults(page))])];
}

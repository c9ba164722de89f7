import { type Page } from 'playwright-core';

/** How far a finger’s target must reach each way, in pixels; more for those who chose large type. */
export const targetSize = { normal: 44, large: 60 } as const;

const interactive = [
  'a[href]',
  'button',
  'input',
  'select',
  'textarea',
  'summary',
  '[tabindex]:not([tabindex^="-"])',
  ...['button', 'link', 'tab', 'switch', 'checkbox', 'radio', 'option', 'menuitem'].map(
    (role) => `[role="${role}"]`,
  ),
].join(', ');

/**
 * Runs in the page. A target is what answers the finger: the element, its labels, and what its pseudo-elements add around it.
 * Left out, as WCAG 2.5.8 does: links within a sentence, whose height is the line’s; and what cannot be tapped because it is
 * hidden, inert, or shown to readers of the screen only (the skip link shows itself when it is focused).
 */
const measure = `(selector, least) => {
  const shown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('[inert], [aria-hidden="true"], .lt-spoken');
  const inSentence = (element) =>
    element.matches('a') &&
    getComputedStyle(element).display === 'inline' &&
    element.parentElement.textContent.trim() !== element.textContent.trim();
  const around = (box, element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    if (style.content === 'none' || style.position !== 'absolute' || style.pointerEvents === 'none') return [];
    const [top, right, bottom, left] = [style.top, style.right, style.bottom, style.left].map(parseFloat);
    if ([top, right, bottom, left].some(Number.isNaN)) return [];
    return [{ left: box.left + left, top: box.top + top, right: box.right - right, bottom: box.bottom - bottom }];
  };
  const reach = (element) => {
    const box = element.getBoundingClientRect();
    const boxes = [
      box,
      ...[...(element.labels ?? [])].map((label) => label.getBoundingClientRect()),
      ...around(box, element, '::before'),
      ...around(box, element, '::after'),
    ];
    return {
      width: Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)),
      height: Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top)),
    };
  };
  const targets = [...document.querySelectorAll(selector)].filter((element) => shown(element));
  if (targets.length === 0) return ['nothing to tap was found'];
  return targets
    .filter((element) => !inSentence(element))
    .map((element) => ({ element, ...reach(element) }))
    .filter(({ width, height }) => Math.min(width, height) > 0 && Math.min(width, height) < least - 0.5)
    .map(({ element, width, height }) => {
      const words = element.getAttribute('aria-label') ?? element.textContent.trim();
      return Math.round(width) + '×' + Math.round(height) + ' ' + element.className + ' “' + words + '”';
    });
}`;

/** What is too small to be tapped with ease on the page as it stands, with its size. */
export async function smallTargetsOn(page: Page, large: boolean): Promise<string[]> {
  const least = large ? targetSize.large : targetSize.normal;
  const found = await page.evaluate<string[]>(`(${measure})(${JSON.stringify(interactive)}, ${least})`);
  return found.map((words) => `too small to tap: ${words}`);
}

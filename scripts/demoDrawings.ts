/** Drawings of foods that the icon set does not have, on the same 32 × 32 ground as the set's own. */

/** One round, dark leaf with its midrib on a long stalk that ends at the origin. */
const leaf = (turn: number, scale: number, light: string, deep: string): string =>
  `<g transform="translate(16 28.6) rotate(${turn}) scale(${scale})">` +
  `<path d="M-.5 0C-.65-5-.6-8-.35-12h.7C.6-8 .65-5 .5 0Z" fill="#a3d672"/>` +
  `<path d="M0-26.5c2-.2 3.9 2.2 4.4 5.3.7 3.9.2 7.2-1.5 9.2-.9 1-2 .6-2.9 1.6-.9-1-2-.6-2.9-1.6-1.7-2-2.2-5.3-1.5-9.2.5-3.1 2.4-5.5 4.4-5.300Z" fill="${deep}"/>` +
  `<path d="M-.2-25.700c-1.7.1-3.2 2.2-3.6 4.9-.6 3.6-.2 6.4 1.2 8.1.7.8 1.6.6 2.4 1.300Z" fill="${light}"/>` +
  `<path d="M0-24.500V-10M0-14.500l2.8-1.800M0-14.500l-2.8-1.800M0-18.500l2.8-1.900M0-18.500l-2.8-1.900M0-22l1.8-1.300M0-22l-1.8-1.3" fill="none" stroke="#b9e38d" stroke-width=".42" stroke-linecap="round"/></g>`;

/** A bunch: the outer leaves behind, the red foot by which spinach is known, and the straw that holds it. */
const spinach =
  leaf(-40, 0.86, '#3d9545', '#2a7636') +
  leaf(40, 0.86, '#398f42', '#277033') +
  leaf(-20, 0.98, '#49a64d', '#32853d') +
  leaf(21, 0.98, '#449f49', '#2e7f3a') +
  leaf(0, 1.08, '#55b556', '#3a9144') +
  '<path d="M14.3 26.200c.6-.4 2.8-.4 3.4 0 .1 1.3-.2 2.6-.8 3.7-.4.8-1.4.8-1.8 0-.6-1.1-.9-2.4-.8-3.700Z" fill="#d9567f"/>' +
  '<path d="M15.4 26.300l.4 3.200M16.7 26.300l-.4 3.2" fill="none" stroke="#f0a3bb" stroke-width=".35" stroke-linecap="round"/>' +
  '<path d="M13.5 23.700c1.5-.5 3.5-.5 5 0l-.2 1.300c-1.4-.4-3.2-.4-4.6 0Z" fill="#e9b24a"/>';

export const demoDrawings: Readonly<Record<string, string>> = { spinach };

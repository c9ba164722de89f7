import path from 'node:path';
import sharp from 'sharp';

/** Draws the tab bar's PNGs (mini programs take no SVG there): `node --import tsx scripts/makeTabIcons.ts`. */
const colours = { '': '#5d6660', '-on': '#256b42' };
const drawings: Record<string, string> = {
  home: '<path d="M10 38 40 12l30 26v29a4 4 0 0 1-4 4H50V50H30v21H14a4 4 0 0 1-4-4z"/>',
  cart: '<path d="M8 14h9l8 38h36l8-27H20"/><circle cx="30" cy="65" r="4.5"/><circle cx="57" cy="65" r="4.5"/>',
  orders: '<path d="M18 10h44v60l-9-6-7 6-6-6-6 6-7-6-9 6z"/><path d="M29 28h22M29 42h22"/>',
  me: '<circle cx="40" cy="27" r="14"/><path d="M12 70c2-17 14-24 28-24s26 7 28 24z"/>',
};

const draw = async (name: string, suffix: string, colour: string) => {
  const fill = suffix === '' ? 'none' : `${colour}22`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="81" height="81" viewBox="0 0 80 80" fill="${fill}" stroke="${colour}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${drawings[name] ?? ''}</svg>`;
  await sharp(Buffer.from(svg))
    .png({ palette: true })
    .toFile(path.join(__dirname, '..', 'assets', 'tab', `${name}${suffix}.png`));
};

const main = async () => {
  for (const name of Object.keys(drawings))
    for (const [suffix, colour] of Object.entries(colours)) await draw(name, suffix, colour);
};

void main();

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { pictureSizes } from '../services/catalog/usecases/pictures/encodePicture';
import { demoDrawings } from './demoDrawings';
import { demoCategoryPictures, demoPictureList, type Ground, type Layout } from './demoPictureList';

/**
 * Draws the pictures of the demo's products and categories from Microsoft's Fluent Emoji (MIT) and our own drawings on soft
 * grounds, 800 × 800, the smaller sizes that the shop shows, and an index of them:
 * `node --import tsx scripts/makeDemoPictures.ts`. The results are committed; run it again after changing the list.
 */
const folder = path.join(__dirname, '..', 'services', 'catalog', 'demo', 'pictures');
const iconFile = path.join(__dirname, '..', 'node_modules', '@iconify-json', 'fluent-emoji', 'icons.json');
const maxBytes = 25 * 1024;

const grounds: Readonly<Record<Ground, readonly [light: string, deep: string, plate: string]>> = {
  fruit: ['#fff3e6', '#ffd9c2', '#fffaf3'],
  vegetable: ['#f3f8e4', '#cfe5bf', '#fbfdf3'],
  meat: ['#fdeeea', '#f4cdc4', '#fffaf7'],
  seafood: ['#e9f4f8', '#bcdcea', '#f8fcfd'],
  dairy: ['#fdf7e3', '#f3e1b3', '#fffdf5'],
  staple: ['#fbf1e0', '#ecd4ac', '#fffaf1'],
  ready: ['#fdf0e2', '#f2cfb0', '#fffaf3'],
  home: ['#f3eff9', '#d9cfec', '#fcfaff'],
};

type Place = { readonly x: number; readonly y: number; readonly size: number; readonly turn: number };
const layouts: Readonly<Record<Layout, readonly Place[]>> = {
  one: [{ x: 400, y: 376, size: 540, turn: 0 }],
  duo: [
    { x: 526, y: 326, size: 344, turn: 14 },
    { x: 302, y: 416, size: 420, turn: -9 },
  ],
  trio: [
    { x: 404, y: 252, size: 300, turn: 4 },
    { x: 556, y: 436, size: 320, turn: 12 },
    { x: 266, y: 448, size: 352, turn: -10 },
  ],
  close: [{ x: 400, y: 396, size: 590, turn: 0 }],
};

const place = ({ x, y, size, turn }: Place) =>
  `<ellipse cx="${x}" cy="${y + size * 0.46}" rx="${size * 0.36}" ry="${size * 0.07}" fill="#5a4a20" opacity=".18" filter="url(#soft)"/>` +
  `<svg x="${x - size / 2}" y="${y - size / 2}" width="${size}" height="${size}" viewBox="0 0 32 32" overflow="visible"><g transform="rotate(${turn} 16 16)"><use href="#food"/></g></svg>`;

const plateOf = (deep: string) =>
  `<ellipse cx="400" cy="560" rx="330" ry="150" fill="${deep}" opacity=".8" filter="url(#soft)"/>
<ellipse cx="400" cy="530" rx="330" ry="158" fill="url(#plate)"/><ellipse cx="400" cy="524" rx="262" ry="116" fill="#fff" opacity=".65"/>`;

const drawing = (body: string, ground: Ground, layout: Layout) => {
  const [light, deep, plate] = grounds[ground];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800"><defs>
<radialGradient id="ground" cx=".32" cy=".22" r="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${deep}"/></radialGradient>
<radialGradient id="plate" cx=".5" cy=".4" r=".6"><stop offset="0" stop-color="#fff"/><stop offset=".82" stop-color="${plate}"/><stop offset="1" stop-color="${deep}" stop-opacity=".55"/></radialGradient>
<filter id="soft" x="-50%" y="-200%" width="200%" height="500%"><feGaussianBlur stdDeviation="12"/></filter><g id="food">${body}</g></defs>
<rect width="800" height="800" fill="url(#ground)"/>
${layout === 'close' ? '' : plateOf(deep)}
${layouts[layout].map(place).join('\n')}</svg>`;
};

const encode = async (svg: string): Promise<Buffer> => {
  for (let quality = 84; ; quality -= 6) {
    const bytes = await sharp(Buffer.from(svg)).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
    if (bytes.length <= maxBytes || quality < 40) return bytes;
  }
};

type Picture = { slug: string; ground: Ground; icon: string; layout: Layout };

const products = Object.entries(demoPictureList).flatMap(([ground, entries]) =>
  entries.map(([slug, zh, en, icon, layout = 'one']) => ({
    ...{ slug, zh, en, icon, layout },
    ground: ground as Ground,
  })),
);
const categories = Object.entries(demoCategoryPictures).map(([category, [ground, icon]]): Picture => ({
  slug: `category-${category}`,
  ground,
  icon,
  layout: 'close',
}));

/** Writes a picture as `slug.webp`, and smaller ones as `slug-medium.webp` and `slug-small.webp`. */
const write = async ({ slug, ground, layout }: Picture, body: string): Promise<void> => {
  const svg = drawing(body, ground, layout);
  await writeFile(path.join(folder, `${slug}.webp`), await encode(svg));
  for (const size of ['medium', 'small'] as const)
    await sharp(Buffer.from(svg))
      .resize(pictureSizes[size])
      .webp({ quality: 80, effort: 6, smartSubsample: true })
      .toFile(path.join(folder, `${slug}-${size}.webp`));
};

const main = async () => {
  const { icons } = JSON.parse(await readFile(iconFile, 'utf8')) as {
    icons: Readonly<Record<string, { body: string }>>;
  };
  await mkdir(folder, { recursive: true });
  for (const picture of [...products, ...categories]) {
    const body = demoDrawings[picture.icon] ?? icons[picture.icon]?.body;
    if (body === undefined) throw new Error(`There is no drawing "${picture.icon}" for ${picture.slug}`);
    await write(picture, body);
  }
  const index = products.map(({ slug, zh, en, ground }) => ({ slug, file: `${slug}.webp`, zh, en, ground }));
  await writeFile(path.join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
  console.log(`${products.length + categories.length} pictures in ${folder}`);
};

void main();

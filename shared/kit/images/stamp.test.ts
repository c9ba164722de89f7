import sharp from 'sharp';
import { createLog } from '../log/log';
import { openImages } from './images';
import { drawStamp } from './stamp';

/** The drawing as text: one sign for each unit. */
const asText = (text: string) => {
  const { rgba, width, height } = drawStamp(text, 1);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (rgba[4 * (y * width + x)] === 255 ? '#' : '.')).join(''),
  ).join('\n');
};

test('digits, dashes and spaces are drawn without a font', () => {
  expect(asText('1-')).toBe(
    [
      ...['.'.repeat(18), '.'.repeat(18), '.'.repeat(18)],
      ...Array.from({ length: 4 }, () => '.......#..........'),
      '...........####...',
      ...Array.from({ length: 4 }, () => '.......#..........'),
      ...['.'.repeat(18), '.'.repeat(18), '.'.repeat(18)],
    ].join('\n'),
  );
});

test('a stamped picture looks the same as without its stamp, and bears it in the corner', async () => {
  const images = openImages({
    unreadable: 'PHOTO_UNREADABLE',
    log: createLog({ service: 'test', level: 'error' }),
  });
  try {
    const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#3a7' } })
      .jpeg()
      .toBuffer();
    const [plain, stamped] = [
      await images.resizeAndFingerprint(picture, 800),
      await images.resizeAndFingerprint(picture, 800, '12-01 4821'),
    ];
    expect(stamped.fingerprint).toBe(plain.fingerprint);
    const cornerOf = async ({ image: { bytes, width, height } }: typeof plain) =>
      (
        await sharp(bytes)
          .extract({ left: width - 8, top: height - 8, width: 1, height: 1 })
          .raw()
          .toBuffer()
      )[1];
    expect(await cornerOf(plain)).toBeGreaterThan(150);
    expect(await cornerOf(stamped)).toBeLessThan(60);
  } finally {
    await images.close();
  }
});

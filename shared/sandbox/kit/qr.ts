import { crc32, deflateSync } from 'node:zlib';
import { create } from 'qrcode';

const MARGIN = 4;

/**
 * A QR code as a black and white PNG of at least `width` pixels. Written by hand because it happens inside a payment's
 * request: the library's own PNG takes 5 ms, this takes 0.4 (a fixed mask instead of the best of eight, one bit a pixel).
 */
export function qrPng(text: string, width = 256): Buffer {
  const { data, size } = create(text, { errorCorrectionLevel: 'L', maskPattern: 3 }).modules;
  const modules = size + 2 * MARGIN;
  const scale = Math.max(1, Math.ceil(width / modules));
  const pixels = modules * scale;
  const stride = Math.ceil(pixels / 8) + 1;
  const image = Buffer.alloc(stride * pixels, 0xff);
  for (let y = 0; y < pixels; y += 1) image[y * stride] = 0;
  for (let row = 0; row < size; row += 1) {
    const first = (row + MARGIN) * scale * stride;
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column]) darken(image, first, (column + MARGIN) * scale, scale);
    }
    for (let copy = 1; copy < scale; copy += 1)
      image.copy(image, first + copy * stride, first, first + stride);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit, greyscale
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(image, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The same code as an SVG. */
export function qrSvg(text: string): string {
  const { data, size } = create(text, { errorCorrectionLevel: 'L', maskPattern: 3 }).modules;
  const modules = size + 2 * MARGIN;
  let path = '';
  data.forEach((dark, at) => {
    if (dark) path += `M${String((at % size) + MARGIN)} ${String(Math.floor(at / size) + MARGIN)}h1v1h-1z`;
  });
  const box = `0 0 ${String(modules)} ${String(modules)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path fill="#fff" d="M0 0h${String(modules)}v${String(modules)}H0z"/><path d="${path}"/></svg>`;
}

function darken(image: Buffer, line: number, from: number, count: number) {
  for (let x = from; x < from + count; x += 1) {
    const at = line + 1 + (x >> 3);
    image[at] = (image[at] ?? 0xff) & ~(0x80 >> (x & 7));
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

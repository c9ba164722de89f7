import { toBase64 } from './base64';

test.each(['', 'a', 'ab', 'abc', '<svg xmlns="x">'])('%j as the browser encodes it', (text) => {
  expect(toBase64(text)).toBe(window.btoa(text));
});

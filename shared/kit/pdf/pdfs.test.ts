import { readPdf } from '../../../tests/support/readPdf';
import { type PdfDocument } from './pdfDocument';
import { openPdfs } from './pdfs';

const pdfs = openPdfs();
afterAll(() => pdfs.close());

const receipt = (language: 'zh-CN' | 'en', lines: number): PdfDocument => ({
  language,
  title: language === 'zh-CN' ? '收据' : 'Receipt',
  number: 'R2026-000001',
  issuer: '邻团 Lintuan',
  issuedAt: new Date('2026-11-30T02:00:00Z'),
  blocks: [
    { kind: 'facts', facts: [['订单', 'ord_1']] },
    { kind: 'heading', text: '商品明细' },
    {
      kind: 'table',
      columns: [
        { title: '商品', share: 4 },
        { title: 'Amount', share: 1, align: 'right' },
      ],
      rows: Array.from({ length: lines }, (_, at) => [`第${at}份 鲜牛奶 Fresh milk №${at}`, '¥11.80']),
      totals: [['合计', `¥${(lines * 11.8).toFixed(2)}`]],
    },
    { kind: 'note', text: '“坏果包赔”，饕餮龘靐。' },
  ],
});

test('text is text, in Chinese and in English, and the file carries only what stands in it', async () => {
  const bytes = await pdfs.draw(receipt('zh-CN', 5));
  expect(bytes.length).toBeLessThan(100 * 1024);
  const { pages, title } = await readPdf(bytes);
  expect(title).toBe('收据');
  expect(pages).toHaveLength(1);
  for (const text of [
    '收据',
    'R2026-000001',
    '第4份 鲜牛奶 Fresh milk №4',
    '合计',
    '¥59.00',
    '饕餮龘靐',
    '第 1 页 / 共 1 页',
  ])
    expect(pages[0]).toContain(text);
});

test('a long table has its heads and a number on each page, and no line is lost or told twice', async () => {
  const { pages } = await readPdf(await pdfs.draw(receipt('en', 200)));
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((text, at) => {
    expect(text).toContain('Amount');
    expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
  });
  const told = [...pages.join('\n').matchAll(/№(\d+)/g)].map(([, number]) => Number(number));
  expect(told).toEqual(Array.from({ length: 200 }, (_, at) => at));
  expect(pages.at(-1)).toContain('¥2360.00');
});

test('the same document is the same file', async () => {
  const [one, other] = [await pdfs.draw(receipt('en', 3)), await pdfs.draw(receipt('en', 3))];
  expect(one.equals(other)).toBe(true);
});

test('a document that takes too long is given up, and the next one is drawn', async () => {
  const hasty = openPdfs({ timeoutMs: 1 });
  await expect(hasty.draw(receipt('en', 5_000))).rejects.toThrow('took too long');
  await hasty.close();
  expect((await pdfs.draw(receipt('en', 1))).subarray(0, 5).toString()).toBe('%PDF-');
});

test('when too many wait, the next one is refused at once', async () => {
  const narrow = openPdfs({ maxWaiting: 1 });
  const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => narrow.draw(receipt('en', 1))));
  expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
  expect(outcomes.map(({ status }) => status)).toContain('rejected');
  await narrow.close();
});

import { readBankAnswer } from './bankAnswer';

test('reads what the bank filled in, with any separator, and leaves out what it did not', () => {
  const lines = [
    '编号 payout;户名 holder;结果 result;原因 reason',
    'pyt_1;王;paid;',
    'pyt_2;李;Returned;"closed; moved"',
    'pyt_3;张;;',
    '',
  ];
  expect(readBankAnswer(`\uFEFF${lines.join('\r\n')}`)).toEqual([
    { line: 2, payoutId: 'pyt_1', result: 'paid', reason: '' },
    { line: 3, payoutId: 'pyt_2', result: 'returned', reason: 'closed; moved' },
  ]);
  expect(readBankAnswer('pyt_1,王,成功,')).toMatchObject([{ result: 'paid' }]);
});

test('results stand where the heading has them: an empty column more hides none', () => {
  const heading =
    '编号 payout,户名 holder,开户行 bank,卡号 card,金额（元） amount in yuan,结果 result,原因 reason';
  expect(readBankAnswer(`${heading}\npyt_1,王,招行,6222,12.30,paid,,`)).toMatchObject([
    { payoutId: 'pyt_1', result: 'paid' },
  ]);
});

test('a quote within a reason is no beginning of a cell: the next line stays its own', () => {
  expect(readBankAnswer('pyt_1,王,returned,closed "moved\npyt_2,李,paid,')).toEqual([
    { line: 1, payoutId: 'pyt_1', result: 'returned', reason: 'closed "moved' },
    { line: 2, payoutId: 'pyt_2', result: 'paid', reason: '' },
  ]);
});

test('lines end as any system ends them', () => {
  expect(readBankAnswer('pyt_1,x,paid,\rpyt_2,x,paid,')).toHaveLength(2);
});

test.each([
  ['', 1],
  ['payout,result,reason', 1],
  ['pyt_1,x,paid,\npyt_1,x,paid,', 2],
  ['pyt_1,x,returned,', 1],
  ['pyt_1,x,maybe,', 1],
  ['pyt_1,x,paid,\nord_1,x,paid,', 2],
  ['ord_1,x,paid,\npyt_2,x,paid,', 1],
  ['pyt_1,x,paid,\npyt_2,x,returned,"moved\npyt_3,x,paid,', 2],
  ['pyt_1,x,returned,"moved\naway"\npyt_2,x,maybe,', 3],
  ['pyt_1,x,constructor,foo', 1],
  ['pyt_1,x,paid,\npyt_2,x,,moved', 2],
  ['pyt_1,x,paid,\npyt_2,x,paid,,more', 2],
  ['pyt_1,x,paid,\npyt_2,paid', 2],
])('says which line of %j cannot be read', (text, line) => {
  expect(() => readBankAnswer(text)).toThrow(
    expect.objectContaining({ code: 'BANK_ANSWER_UNREADABLE', details: { line } }) as Error,
  );
});

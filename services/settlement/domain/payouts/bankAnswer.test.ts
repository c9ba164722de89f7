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

test.each([
  ['', 1],
  ['payout,result,reason', 1],
  ['pyt_1,x,paid,\npyt_1,x,paid,', 2],
  ['pyt_1,x,returned,', 1],
  ['pyt_1,x,maybe,', 1],
  ['pyt_1,x,paid,\nord_1,x,paid,', 2],
])('says which line of %j cannot be read', (text, line) => {
  expect(() => readBankAnswer(text)).toThrow(
    expect.objectContaining({ code: 'BANK_ANSWER_UNREADABLE', details: { line } }) as Error,
  );
});

import { isSimplePassword } from './password';

test.each([
  '          ',
  '\u3000'.repeat(12),
  ' short1!x ',
  'aaaaaaaaaaaa',
  'abababababab',
  'abc123abc123',
  '1234567890',
  '0987654321',
  'abcdefghijkl',
  'qwertyuiop123',
  'password12',
  'Password123',
  'ＰＡＳＳＷＯＲＤ１２３',
  'boss.zhang1',
  'Boss.Zhang.1!',
  'lintuan-demo',
  'x         y',
])('%j is among the first that somebody tries', (password) => {
  expect(isSimplePassword(password, password.toLowerCase().includes('boss') ? 'boss.zhang' : 'wang')).toBe(
    true,
  );
});

test.each(['correct horse battery', 'second password', 'k8#pQ2!vLm', '春眠不觉晓处处闻啼鸟', 'Tr0ub4dor&3x'])(
  '%j is not',
  (password) => {
    expect(isSimplePassword(password, 'boss.zhang')).toBe(false);
  },
);

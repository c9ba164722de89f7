/** A password that somebody chooses has at least so many characters, apart from spaces at its ends. */
const minLength = 10;
const minDifferent = 5;
/** What people type when a form wants ten characters. */
const common = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'iloveyou',
  'welcome',
  'administrator',
  'admin',
  'woaini',
  'lintuan',
  'demo',
];
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * Whether a password would be among the first that somebody tries: short once it is trimmed, few different characters, one piece
 * repeated, a row of the keyboard, the user name or a well-known word with little around it. Width and case make no difference.
 */
export function isSimplePassword(password: string, username = ''): boolean {
  const plain = password.normalize('NFKC').trim().toLowerCase();
  const characters = Array.from(plain.replace(/\s+/g, ' '));
  if (characters.length < minLength || new Set(characters).size < minDifferent) return true;
  if (isRepeated(plain)) return true;
  const rest = [username.toLowerCase(), ...common]
    .filter((word) => word.length >= 3)
    .reduce((left, word) => left.split(word).join(''), withoutRows(plain));
  return Array.from(rest).length < 4;
}

/** `abcabcabcabc` */
const isRepeated = (text: string): boolean => /^(.{1,6}?)\1+.{0,5}$/su.test(text) && text.length < 24;

/** `text` without runs of at least four neighbours of a row, in either direction. */
function withoutRows(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    const run = longestRun(text.slice(at));
    if (run < 4) left += text.charAt(at);
    at += run < 4 ? 1 : run;
  }
  return left;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const row of rows)
    for (const direction of [row, Array.from(row).reverse().join('')]) {
      const begin = direction.indexOf(text.charAt(0));
      let length = 0;
      while (begin >= 0 && length < text.length && direction.charAt(begin + length) === text.charAt(length))
        length += 1;
      longest = Math.max(longest, length);
    }
  return longest;
}

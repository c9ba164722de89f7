import { formatCount } from './count';

type Amount = { readonly amount: number };

/** `{ amount: 123456 }` (fen) → `{ sign: '¥', whole: '1,234', cents: '56' }`; negative amounts have the sign `-¥`. */
export const splitMoney = ({ amount }: Amount) => {
  const fen = Math.abs(amount);
  return {
    sign: amount < 0 ? '-¥' : '¥',
    whole: formatCount(Math.floor(fen / 100)),
    cents: String(fen % 100).padStart(2, '0'),
  };
};

/** `{ amount: 1990 }` (fen) → `¥19.90`, the same in both languages. */
export const formatMoney = (money: Amount): string => {
  const { sign, whole, cents } = splitMoney(money);
  return `${sign}${whole}.${cents}`;
};

/** What a person typed in yuan (`19.9`) → fen (1990); nothing when it is no amount. */
export const parseYuan = (text: string): number | undefined =>
  /^\d{1,7}(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * 100) : undefined;

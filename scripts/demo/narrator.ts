import { type Money } from '../../shared/contracts/money';
import { type Time } from './actors/time';

/** Tells the day, line by line. */
export type Narrator = {
  /** Begins a part of the day. */
  act(title: string): void;
  say(line: string): void;
  /** Says something at once, and again every few seconds with the time that is left, until it is `until`. */
  wait(line: string, until: Date): Promise<void>;
};

/** `¥12.34`, with a minus where money goes back. */
export const yuan = (amount: number | Pick<Money, 'amount'>): string => {
  const fen = typeof amount === 'number' ? amount : amount.amount;
  return `${fen < 0 ? '−' : ''}¥${(Math.abs(fen) / 100).toFixed(2)}`;
};

/** `1 order`, `3 orders`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const tellEveryMs = 5_000;

/** Writes the day as lines, by the time of those who live through it. */
export function narrator(write: (line: string) => void, time: Time): Narrator {
  const began = performance.now();
  const clock = () => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    return `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;
  };
  const say = (line: string) => {
    write(`${clock()}  ${line}`);
  };
  return {
    say,
    act(title) {
      write('');
      write(`── ${title} ${'─'.repeat(Math.max(0, 70 - title.length))}`);
    },
    async wait(line, until) {
      const tell = () => {
        const leftMs = until.getTime() - time.now().getTime();
        if (leftMs > 0) say(`${line}: ${Math.ceil(leftMs / 1000)} s …`);
      };
      tell();
      const telling = setInterval(tell, tellEveryMs);
      await time.comesTo(until).finally(() => {
        clearInterval(telling);
      });
    },
  };
}

import { fold } from '#shared/kit/search/fold';
import { type Account } from './account';

type Named = {
  readonly [Name in keyof Pick<Account, 'displayName' | 'phone' | 'username'>]?: Account[Name] | undefined;
};

/** The ends of a phone that are shorter say nothing of whose it is. */
const fewestDigits = 3;

/**
 * What an account is found by: its folded name and user name from every letter of Chinese, every word and every number on, and its phone from
 * every digit on. Whatever is searched for is the beginning of one of them, so that an index bounds the work.
 */
export const foundBy = ({ displayName, phone, username }: Named): string[] => [
  ...new Set([
    ...[displayName, username].flatMap((name) => (name === undefined ? [] : beginnings(fold(name)))),
    ...(phone === undefined ? [] : tails(phone)),
  ]),
];

/** A word begins after anything that is no letter of it: `mei4821` is found by `4821`, `王小梅` by `小梅`. */
const wordBegins = /\p{Script=Han}|(?<![\p{L}\p{M}])\p{L}|(?<=\p{Script=Han})\p{L}|(?<!\p{N})\p{N}/gu;
const beginnings = (name: string): string[] =>
  [0, ...[...name.matchAll(wordBegins)].map(({ index }) => index)].map((at) => name.slice(at));

const tails = (phone: string): string[] =>
  Array.from({ length: Math.max(0, phone.length - fewestDigits + 1) }, (_, at) => phone.slice(at));

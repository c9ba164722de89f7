import { type Translate } from '@/i18n/texts';
import { financeTexts } from './texts';

type Words = Translate<(typeof financeTexts)['zh']>;

const has = (key: string): key is keyof (typeof financeTexts)['zh'] & `${string}:${string}` =>
  Object.hasOwn(financeTexts.zh, key);

/** What people read for the name of an account: `provider:stripe` is Stripe, one person's account its kind and last letters. */
export function accountName(account: string, t: Words): string {
  const [kind = '', whose = ''] = account.split(':');
  if (has(account)) return t(account);
  if (kind === 'provider') return t(whose as 'stripe' | 'wechatpay' | 'alipay');
  if (kind === 'tax') return t('tax', { percent: Number(whose) / 100 });
  const people = `${kind}:*`;
  return has(people) ? `${t(people)} ${whose.slice(-4)}` : account;
}

const kinds = [
  ...([
    'capture',
    'refund_decided',
    'refund_returned',
    'refund_bounced',
    'charge',
    'commission_accrual',
  ] as const),
  ...(['commission_reversal', 'provider_fee', 'payout_sent', 'payout_paid', 'payout_returned'] as const),
  ...(['purchase', 'supplier_paid', 'adjustment'] as const),
];

/** What people read for the kind of an entry. */
export const kindName = (kind: string, t: Words): string =>
  t(kinds.find((known) => known === kind) ?? 'otherKind');

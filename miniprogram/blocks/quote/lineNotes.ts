import { type Quote } from '#shared/contracts/orders/quotes';
import { formatMoney } from '@/design/format/money';
import { type Translate } from '@/i18n/texts';
import { type quoteTexts } from './quoteTexts';

type QuotedLine = Quote['lines'][number];

/** Why a line costs what it costs, or why it cannot be bought, in words. */
export const lineNotes = (line: QuotedLine, t: Translate<(typeof quoteTexts)['zh']>): string[] => {
  if (line.state === 'unavailable')
    return [
      line.reason === 'limit_exceeded' ? t('limit_exceeded', { n: line.allowance ?? 0 }) : t(line.reason),
    ];
  return line.price.reasons.flatMap((reason) => {
    switch (reason) {
      case 'weighed_upper_estimate':
        return [t('weighed', { charged: formatMoney(line.price.charged) })];
      case 'dearest_tier_charged':
        return [t('tier')];
      case 'group_must_form':
        return [t('group')];
      case 'discount':
        return [t('discount', { amount: formatMoney(line.price.discount) })];
      case 'unit_price':
        return [];
    }
  });
};

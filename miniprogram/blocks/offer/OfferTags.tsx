import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { Tag } from '@/design/components/Tag';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { offerTexts } from './offerTexts';

/** The facts of an offer that a shopper should see before tapping it; the most telling ones first. */
export function OfferTags({ offer, max = 2 }: { offer: OfferCard; max?: number }) {
  const t = useTexts(offerTexts);
  const tags = [
    offer.flash && (
      <Tag key="flash" tone="tomato" icon="flash">
        {t('flash')}
      </Tag>
    ),
    offer.group && (
      <Tag key="group" tone="leaf" icon="people">
        {t('group')}
      </Tag>
    ),
    offer.tiers.length > 0 && (
      <Tag key="tiers" tone="yolk">
        {t('tiers')}
      </Tag>
    ),
    offer.clearance && (
      <Tag key="clearance" tone="yolk">
        {t('clearance')}
      </Tag>
    ),
    offer.limitPerShopper !== undefined && <Tag key="limit">{t('limit', { n: offer.limitPerShopper })}</Tag>,
    offer.temperature === 'chilled' && (
      <Tag key="chilled" tone="sky" icon="cold">
        {t('chilled')}
      </Tag>
    ),
    offer.temperature === 'frozen' && (
      <Tag key="frozen" tone="sky" icon="cold">
        {t('frozen')}
      </Tag>
    ),
  ].filter(Boolean);
  return <Box className="lt-row lt-row--wrap offer-tags">{tags.slice(0, max)}</Box>;
}

import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { Card } from '@/design/components/Card';
import { Price } from '@/design/components/Price';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { offerPageTexts } from './texts';

/** The steps at which it gets cheaper for everybody of my pickup point. */
export function TierCard({ offer }: { offer: OfferCard }) {
  const t = useTexts(offerPageTexts);
  if (offer.tiers.length === 0) return null;
  return (
    <Card label={t('tiersTitle')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('tiersTitle')}
        </Words>
        <Box as="ul" className="offer-tiers">
          <Box as="li" className="offer-tiers__step">
            <Words className="lt-tiny">{t('tierNow')}</Words>
            <Price money={offer.price} plain />
          </Box>
          {offer.tiers.map(({ fromUnits, price }) => (
            <Box as="li" key={fromUnits} className="offer-tiers__step offer-tiers__step--cheaper">
              <Words className="lt-tiny">{t('tierFrom', { n: fromUnits })}</Words>
              <Price money={price} plain />
            </Box>
          ))}
        </Box>
        <Words as="p" className="lt-tiny lt-soft">
          {t('tierBack')}
        </Words>
      </Box>
    </Card>
  );
}

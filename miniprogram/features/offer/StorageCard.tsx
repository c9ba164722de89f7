import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { Card } from '@/design/components/Card';
import { Icon } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { offerPageTexts } from './texts';

/** How to keep it, and what happens when it is bad. */
export function StorageCard({ offer }: { offer: OfferCard }) {
  const t = useTexts(offerPageTexts);
  return (
    <Card label={t('storageTitle')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('storageTitle')}
        </Words>
        <Box className="lt-row lt-small">
          <Icon name={offer.temperature === 'ambient' ? 'leaf' : 'cold'} />
          <Words>{t(offer.temperature)}</Words>
        </Box>
        {offer.fresh && (
          <Box className="lt-row lt-small">
            <Icon name="check" />
            <Words>{t('claimFresh')}</Words>
          </Box>
        )}
      </Box>
    </Card>
  );
}

import { type OfferPage } from '#shared/contracts/catalog/shopping';
import { useCity } from '@/client/city';
import { Card } from '@/design/components/Card';
import { Icon } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { offerPageTexts } from './texts';

/** How to keep it, and what happens when it is bad. */
export function StorageCard({ page: { offer, cycle, storageAdvice } }: { page: OfferPage }) {
  const t = useTexts(offerPageTexts);
  const say = useBilingual();
  const city = useCity(cycle.cityId).data;
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
        {storageAdvice && (
          <Words as="p" className="lt-small">
            {say(storageAdvice)}
          </Words>
        )}
        {offer.fresh && city && (
          <Box className="lt-row lt-small">
            <Icon name="check" />
            <Words>{t('claimFresh', { hours: city.freshClaimHours })}</Words>
          </Box>
        )}
      </Box>
    </Card>
  );
}

import { useState } from 'react';
import { type OfferRecord } from '#shared/contracts/catalog/offers';
import { Figure, Figures } from '@/blocks/operator/Figures';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { AdjustForm } from './AdjustForm';
import { Adjustments } from './Adjustments';
import { offersTexts } from './texts';

/** Where the units of an offer are, as they move; adding and taking away, and what was done before. */
export function StockCard({ offer, closed }: { offer: OfferRecord; closed: boolean }) {
  const t = useTexts(offersTexts);
  const [open, setOpen] = useState(false);
  const { initialStock, available, held, sold } = offer;
  const adjusted = available + held + sold - initialStock;
  return (
    <Card label={t('stockTitle')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('stockTitle')}
        </Words>
        <Box live="polite">
          <Figures>
            <Figure name={t('available')} tone={available === 0 ? 'lt-tomato' : ''}>
              {available}
            </Figure>
            <Figure name={t('held')}>{held}</Figure>
            <Figure name={t('sold')}>{sold}</Figure>
            <Figure name={t('initial')}>{initialStock}</Figure>
            <Figure name={t('adjusted')}>{adjusted > 0 ? `+${adjusted}` : adjusted}</Figure>
          </Figures>
        </Box>
        {!closed && <AdjustForm offerId={offer.offerId} />}
        <Box className="lt-row">
          <Button kind="quiet" size="small" icon={open ? 'up' : 'down'} onTap={() => setOpen(!open)}>
            {t('history')}
          </Button>
        </Box>
        {open && <Adjustments offerId={offer.offerId} />}
      </Box>
    </Card>
  );
}

import { type DiscrepancyView } from '#shared/contracts/delivery/stopViews';
import { type CityId } from '#shared/contracts/ids';
import { CourierAnswer } from '@/blocks/discrepancy/CourierAnswer';
import { DisputeDecision } from '@/blocks/discrepancy/DisputeDecision';
import { LoadMore } from '@/blocks/form/LoadMore';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { liveCityTexts } from './texts';
import { useDiscrepancies, usePoints } from './useLiveCity';

/** What leaders counted otherwise than couriers, and what the couriers say to it. */
export function Discrepancies({ cityId }: { cityId: CityId }) {
  const t = useTexts(liveCityTexts);
  const { query, items, loadMore } = useDiscrepancies(cityId);
  if (items.length === 0) return null;
  return (
    <Card label={t('discrepancies')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('discrepancies')}
        </Words>
        <Box as="ul" className="lt-column">
          {items.map((one) => (
            <Discrepancy key={one.discrepancyId} cityId={cityId} discrepancy={one} />
          ))}
        </Box>
        <LoadMore query={query} onTap={loadMore} />
      </Box>
    </Card>
  );
}

function Discrepancy({ cityId, discrepancy }: { cityId: CityId; discrepancy: DiscrepancyView }) {
  const t = useTexts(liveCityTexts);
  const say = useBilingual();
  const language = useLanguage();
  const point = usePoints(cityId).data?.get(discrepancy.pickupPointId);
  const { title, expected, received, heldBy, note, answer, reportedAt, stopId, discrepancyId } = discrepancy;
  return (
    <Box as="li" className="lt-column lt-column--tight">
      <Box className="lt-row lt-row--between lt-row--wrap">
        <Words className="lt-strong">{t('counted', { title: say(title), received, expected })}</Words>
        <CourierAnswer answer={answer} />
      </Box>
      <Box className="lt-row lt-row--wrap lt-small lt-soft">
        {point && <Words>{say(point.name)}</Words>}
        <Words>{t('held', { holder: t(heldBy) })}</Words>
        <Words>{formatMoment(reportedAt, serverNow(), language)}</Words>
      </Box>
      {note !== undefined && <Words className="lt-small">{note}</Words>}
      {answer?.note !== undefined && <Words className="lt-small">{answer.note}</Words>}
      <DisputeDecision decision={discrepancy.decision} />
      <Box className="lt-row">
        <Button
          size="small"
          kind={discrepancy.decision ? 'quiet' : 'secondary'}
          onTap={() => openPage('/operator/dispute/index', { stopId, discrepancyId })}
        >
          {t(discrepancy.decision ? 'seeDispute' : 'decideDispute')}
        </Button>
      </Box>
    </Box>
  );
}

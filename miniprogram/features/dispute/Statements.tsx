import { type CrateView, type DiscrepancyView, type StopView } from '#shared/contracts/delivery/stopViews';
import { type PhotoId } from '#shared/contracts/ids';
import { WarmNote } from '@/blocks/warm/WarmNote';
import { useOwnPhoto } from '@/client/ownPhoto';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { FactList } from '@/design/components/FactList';
import { Picture } from '@/design/components/Picture';
import { Skeleton } from '@/design/components/Skeleton';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { disputeTexts } from './texts';

/** What the leader counted, where they say the rest is, and their photo. */
export function LeaderStatement({ discrepancy }: { discrepancy: DiscrepancyView }) {
  const t = useTexts(disputeTexts);
  const language = useLanguage();
  const { received, heldBy, note, photoId, reportedAt } = discrepancy;
  return (
    <Card label={t('leaderSays')}>
      <Box className="lt-column">
        <Words as="h3" className="lt-title">
          {t('leaderSays')}
        </Words>
        <FactList
          facts={[
            [t('counted'), t('units', { n: received })],
            [t('held'), t(heldBy)],
            [t('note'), note ?? t('noNote')],
            [t('at'), formatMoment(reportedAt, serverNow(), language)],
          ]}
        />
        <Photo photoId={photoId} alt={t('photoLeader')} />
      </Box>
    </Card>
  );
}

type CourierStatementProps = { stop: StopView; crate: CrateView | undefined; discrepancy: DiscrepancyView };

/** What the courier counted and measured when handing over, and what they say to the leader's count. */
export function CourierStatement({ stop, crate, discrepancy: { answer } }: CourierStatementProps) {
  const t = useTexts(disputeTexts);
  const language = useLanguage();
  const { units, celsius } = crate?.handedOver ?? {};
  const at = stop.handedOverAt;
  const words = answer
    ? [t(answer.agreed ? 'agreed' : 'disagreed'), answer.note].filter(Boolean).join(' · ')
    : t('noAnswer');
  return (
    <Card label={t('courierSays')}>
      <Box className="lt-column">
        <Words as="h3" className="lt-title">
          {`${t('courierSays')} · ${stop.courierName}`}
        </Words>
        <FactList
          facts={[
            [t('counted'), units === undefined ? t('notCounted') : t('wholeCrate', { n: units })],
            [t('celsius'), celsius === undefined ? undefined : t('degrees', { n: celsius })],
            [t('note'), words],
            [t('at'), at === undefined ? undefined : formatMoment(at, serverNow(), language)],
          ]}
        />
        {crate && <WarmNote crate={crate} />}
        <Photo photoId={answer?.photoId} alt={t('photoCourier')} />
      </Box>
    </Card>
  );
}

function Photo({ photoId, alt }: { photoId: PhotoId | undefined; alt: string }) {
  const t = useTexts(disputeTexts);
  return photoId === undefined ? (
    <Words className="lt-small lt-soft">{t('noPhoto')}</Words>
  ) : (
    <Shown photoId={photoId} alt={alt} />
  );
}

const Shown = ({ photoId, alt }: { photoId: PhotoId; alt: string }) => (
  <QueryState query={useOwnPhoto(`/delivery-photos/${photoId}`)} skeleton={<Skeleton height="180px" />}>
    {(address) => <Picture src={address} alt={alt} ratio={0.75} eager />}
  </QueryState>
);

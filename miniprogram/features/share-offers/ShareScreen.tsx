import { useQuery } from '@tanstack/react-query';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { LeaderPage } from '@/blocks/leader/LeaderPage';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { EmptyState } from '@/design/components/States';
import { useTexts } from '@/i18n/texts';
import { ShareDay } from './ShareDay';
import { worthSharing } from './shareText';
import { shareTexts } from './texts';
import './share.scss';

function Share({ point }: { point: ManagedPickupPoint }) {
  const t = useTexts(shareTexts);
  const { pickupPointId } = point;
  const query = useQuery({
    queryKey: ['offers-to-share', pickupPointId],
    queryFn: () => api.catalog.listOffers({ query: { pickupPointId, limit: '60' } }),
  });
  return (
    <QueryState query={query}>
      {({ items, cycle }) =>
        cycle && items.length > 0 ? (
          <ShareDay point={point} cycle={cycle} offers={worthSharing(items)} />
        ) : (
          <EmptyState icon="share" title={t('closed')} detail={t('closedDetail')} />
        )
      }
    </QueryState>
  );
}

/** The day's offers for the neighbours' chat: a text to paste, a poster with a code, or the platform's own card. */
export function ShareScreen() {
  const t = useTexts(shareTexts);
  return (
    <LeaderPage title={t('title')} wide choosing>
      {(point) => <Share key={point.pickupPointId} point={point} />}
    </LeaderPage>
  );
}

import { type CityId } from '#shared/contracts/ids';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { liveCityTexts } from './texts';
import { type City, usePoints } from './useLiveCity';

/** The pickup points that hand out, those where somebody is late first. */
export function Pickups({ cityId, pickups }: { cityId: CityId; pickups: City['pickups'] }) {
  const t = useTexts(liveCityTexts);
  const say = useBilingual();
  const points = usePoints(cityId).data;
  if (pickups.length === 0) return <EmptyState icon="shop" title={t('noPickups')} />;
  const sorted = [...pickups].sort((a, b) => b.overdue - a.overdue || b.ready - a.ready);
  return (
    <Card flush label={t('pickups')}>
      {sorted.map(({ pickupPointId, ready, collected, overdue }) => {
        const point = points?.get(pickupPointId);
        return (
          <ListRow
            key={pickupPointId}
            icon="shop"
            title={point ? say(point.name) : t('aPoint')}
            detail={`${t('ready', { n: ready })} · ${t('collected', { n: collected })}`}
            trailing={overdue > 0 ? <Tag tone="tomato">{t('overdue', { n: overdue })}</Tag> : undefined}
          />
        );
      })}
    </Card>
  );
}

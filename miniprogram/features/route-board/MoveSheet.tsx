import { type RouteCard } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type RouteId } from '#shared/contracts/ids';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Sheet } from '@/design/components/Sheet';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { routeBoardTexts } from './texts';

type MoveSheetProps = {
  stop: StopView;
  routes: readonly RouteCard[];
  onChoose: (routeId: RouteId) => void;
  onClose: () => void;
};

/** Chooses the route that a stop goes to; there it takes the place that costs least. */
export function MoveSheet({ stop, routes, onChoose, onClose }: MoveSheetProps) {
  const t = useTexts(routeBoardTexts);
  const say = useBilingual();
  return (
    <Sheet open title={t('moveTitle', { name: say(stop.pickupPoint.name) })} onClose={onClose}>
      <Card flush>
        {routes.map(({ routeId, courier, stops, crates }) => (
          <ListRow
            key={routeId}
            icon="truck"
            title={t('moveTo', { name: courier.displayName, n: stops })}
            detail={t('load', { n: crates.total, max: courier.crateCapacity })}
            onTap={() => onChoose(routeId)}
          />
        ))}
      </Card>
    </Sheet>
  );
}

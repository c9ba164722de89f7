import { type RouteCard } from '#shared/contracts/delivery/routes';
import { type AccountId } from '#shared/contracts/ids';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Sheet } from '@/design/components/Sheet';
import { formatHours } from '@/design/format/hours';
import { useTexts } from '@/i18n/texts';
import { routeBoardTexts } from './texts';
import { useFleet } from './useBoard';

type CourierSheetProps = {
  route: RouteCard;
  onChoose: (courierAccountId: AccountId) => void;
  onClose: () => void;
};

/** Chooses another courier, whose vehicle must carry the route. */
export function CourierSheet({ route, onChoose, onClose }: CourierSheetProps) {
  const t = useTexts(routeBoardTexts);
  const query = useFleet(route.cityId);
  return (
    <Sheet open title={t('courierTitle')} onClose={onClose}>
      <QueryState query={query}>
        {({ couriers }) => (
          <Card flush>
            {couriers
              .filter(({ courierAccountId }) => courierAccountId !== route.courier.accountId)
              .map(({ courierAccountId, displayName, vehicle, crateCapacity, shift, coldCapable }) => (
                <ListRow
                  key={courierAccountId}
                  icon="person"
                  title={`${displayName} · ${t(coldCapable ? 'cold' : 'notCold')}`}
                  detail={t('courierFacts', {
                    vehicle: t(vehicle),
                    crates: crateCapacity,
                    shift: formatHours(shift),
                  })}
                  onTap={() => onChoose(courierAccountId)}
                />
              ))}
          </Card>
        )}
      </QueryState>
    </Sheet>
  );
}

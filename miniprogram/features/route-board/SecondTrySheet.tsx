import { useState } from 'react';
import { type ReplyOf } from '#shared/contracts/endpoint';
import { type deliveryApi } from '#shared/contracts/delivery';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { MomentField, SelectField } from '@/design/components/SelectField';
import { Sheet } from '@/design/components/Sheet';
import { EmptyState } from '@/design/components/States';
import { cityDateOf, cityInstant, formatTime } from '@/design/format/date';
import { formatHours } from '@/design/format/hours';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { canCarry } from './canCarry';
import { soon } from './firstDeparture';
import { routeBoardTexts } from './texts';
import { useFleet } from './useBoard';
import { useTryAgain } from './useDecisions';

type Courier = ReplyOf<typeof deliveryApi.listCouriers>['items'][number];
type SecondTryProps = { stop: StopView; onClose: () => void };

/** Has the same crates brought again: by whom and when, and what that means for the orders. */
export function SecondTrySheet({ stop, onClose }: SecondTryProps) {
  const t = useTexts(routeBoardTexts);
  const name = useBilingual()(stop.pickupPoint.name);
  return (
    <Sheet open title={t('tryAgainTitle', { name })} onClose={onClose}>
      <QueryState query={useFleet(stop.cityId)}>
        {({ couriers }) => {
          const able = couriers.filter((courier) => canCarry(courier, stop.crates));
          if (able.length > 0) return <Wish stop={stop} couriers={able} onClose={onClose} />;
          return (
            <EmptyState
              icon="truck"
              title={t('noneCarries')}
              action={<Button onTap={() => openPage('/operator/couriers/index')}>{t('addCouriers')}</Button>}
            />
          );
        }}
      </QueryState>
    </Sheet>
  );
}

function Wish({ stop, couriers, onClose }: SecondTryProps & { couriers: readonly Courier[] }) {
  const t = useTexts(routeBoardTexts);
  const [first] = useState(() => soon(serverNow()));
  const [date, setDate] = useState(cityDateOf(first));
  const [time, setTime] = useState(formatTime(first));
  const same = couriers.find(({ courierAccountId }) => courierAccountId === stop.courierAccountId);
  const [chosen, setChosen] = useState<string | undefined>((same ?? couriers[0])?.courierAccountId);
  const tryAgain = useTryAgain(stop, onClose);
  const courier = couriers.find(({ courierAccountId }) => courierAccountId === chosen);
  const departAt = cityInstant(date, time);
  const wish = courier && departAt !== undefined && { courierAccountId: courier.courierAccountId, departAt };
  return (
    <Box className="lt-column">
      <Words as="p">{t('tryAgainBody', { orders: stop.orders, crates: stop.crates.length })}</Words>
      <SelectField
        id="again-courier"
        label={t('againCourier')}
        value={chosen ?? ''}
        options={couriers.map(({ courierAccountId, displayName, vehicle, crateCapacity, shift }) => ({
          value: courierAccountId,
          text: `${displayName} · ${t('courierFacts', {
            vehicle: t(vehicle),
            crates: crateCapacity,
            shift: formatHours(shift),
          })}`,
        }))}
        onChange={setChosen}
      />
      <Box className="route-board__departure">
        <MomentField id="again-date" kind="date" label={t('date')} value={date} onChange={setDate} />
        <MomentField id="again-time" kind="time" label={t('time')} value={time} onChange={setTime} />
      </Box>
      <Button
        block
        size="big"
        icon="truck"
        busy={tryAgain.isPending}
        disabled={!wish}
        onTap={() => wish && tryAgain.mutate(wish)}
      >
        {t('tryAgainConfirm')}
      </Button>
    </Box>
  );
}

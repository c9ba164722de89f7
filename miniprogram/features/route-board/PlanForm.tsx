import { useState } from 'react';
import { type ReplyOf } from '#shared/contracts/endpoint';
import { type deliveryApi } from '#shared/contracts/delivery';
import { type RoutePlanCard } from '#shared/contracts/delivery/planning';
import { type AccountId } from '#shared/contracts/ids';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { MomentField, SelectField } from '@/design/components/SelectField';
import { EmptyState } from '@/design/components/States';
import { Switch } from '@/design/components/Switch';
import { showToast } from '@/design/components/Toast';
import { cityDateOf, cityInstant, formatTime } from '@/design/format/date';
import { formatHours } from '@/design/format/hours';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { openPage } from '@/platform/navigate';
import { firstDeparture } from './firstDeparture';
import { routeBoardTexts } from './texts';
import { useFleet } from './useBoard';
import { usePlanRoutes } from './useBoardActions';

type Courier = ReplyOf<typeof deliveryApi.listCouriers>['items'][number];
type Facility = ReplyOf<typeof deliveryApi.listFacilities>['items'][number];
type PlanFormProps = { plan: RoutePlanCard; onDone: () => void };

/** From which warehouse, with whom and when: what planning needs to know. */
export function PlanForm(props: PlanFormProps) {
  const t = useTexts(routeBoardTexts);
  const query = useFleet(props.plan.cityId);
  return (
    <QueryState query={query}>
      {({ facilities, couriers }) => {
        if (facilities.length === 0)
          return (
            <EmptyState
              icon="home"
              title={t('noFacility')}
              action={
                <Button onTap={() => openPage('/operator/places/index', { tab: 'facilities' })}>
                  {t('addFacility')}
                </Button>
              }
            />
          );
        if (couriers.length === 0)
          return (
            <EmptyState
              icon="truck"
              title={t('noCouriers')}
              action={<Button onTap={() => openPage('/operator/couriers/index')}>{t('addCouriers')}</Button>}
            />
          );
        return <Wish {...props} facilities={facilities} couriers={couriers} />;
      }}
    </QueryState>
  );
}

type WishProps = PlanFormProps & { facilities: readonly Facility[]; couriers: readonly Courier[] };

function Wish({ plan, onDone, facilities, couriers }: WishProps) {
  const t = useTexts(routeBoardTexts);
  const say = useBilingual();
  const first = firstDeparture(plan.pickupDate, couriers, serverNow());
  const [facilityId, setFacility] = useState(
    (facilities.find(({ kind }) => kind === 'central') ?? facilities[0])?.facilityId ?? '',
  );
  const [off, setOff] = useState<readonly AccountId[]>([]);
  const [date, setDate] = useState(cityDateOf(first));
  const [time, setTime] = useState(formatTime(first));
  const planRoutes = usePlanRoutes(plan.consolidationId, () => {
    showToast(t('plannedNow'));
    onDone();
  });
  const chosen = couriers.flatMap(({ courierAccountId }) =>
    off.includes(courierAccountId) ? [] : [courierAccountId],
  );
  const departAt = cityInstant(date, time);
  const facility = facilities.find((one) => one.facilityId === facilityId);
  const ready = chosen.length > 0 && departAt !== undefined && facility !== undefined;
  return (
    <Box className="lt-column">
      <SelectField
        id="facility"
        label={t('facility')}
        value={facilityId}
        options={facilities.map((one) => ({ value: one.facilityId, text: say(one.name) }))}
        onChange={setFacility}
      />
      <Box className="route-board__departure">
        <MomentField id="depart-date" kind="date" label={t('date')} value={date} onChange={setDate} />
        <MomentField id="depart-time" kind="time" label={t('time')} value={time} onChange={setTime} />
      </Box>
      <Box role="group" label={t('couriers')} className="lt-column">
        <Words className="lt-strong">{t('couriers')}</Words>
        <Box className="route-board__couriers">
          {couriers.map(({ courierAccountId, displayName, vehicle, crateCapacity, shift, coldCapable }) => (
            <Switch
              key={courierAccountId}
              label={`${displayName} · ${t(coldCapable ? 'cold' : 'notCold')}`}
              detail={t('courierFacts', {
                vehicle: t(vehicle),
                crates: crateCapacity,
                shift: formatHours(shift),
              })}
              on={!off.includes(courierAccountId)}
              onChange={(on) =>
                setOff((before) =>
                  on ? before.filter((one) => one !== courierAccountId) : [...before, courierAccountId],
                )
              }
            />
          ))}
        </Box>
      </Box>
      <Button
        block
        size="big"
        icon="truck"
        busy={planRoutes.isPending}
        disabled={!ready}
        onTap={() => {
          if (ready)
            planRoutes.mutate({ facilityId: facility.facilityId, courierAccountIds: chosen, departAt });
        }}
      >
        {chosen.length > 0 ? t('submit') : t('chooseCourier')}
      </Button>
    </Box>
  );
}

import { useState } from 'react';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type OperationInput } from '@/client/contracts';
import { useSharing } from '@/client/positionSharing';
import { dismissAction, type QueuedAction, useQueue } from '@/client/queue';
import { Button } from '@/design/components/Button';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { metresBetween } from '@/platform/distance';
import { type FarReason, FarSheet } from './FarSheet';
import { roundTexts } from './texts';
import { type Arrival, useRoundActions } from './useRoundActions';

type Told = OperationInput<'delivery.arriveAtStop'>;

/** A position tells where the phone is for so long. */
const freshMs = 2 * 60_000;

const instant = (ms: number) => new Date(ms).toISOString();

/** What was told of this stop and refused because the phone was far away. */
const refusedAt = (stop: StopView) => (action: QueuedAction) =>
  action.operation === 'delivery.arriveAtStop' &&
  action.refusedBecause === 'ARRIVAL_FAR' &&
  (action.input as Told).params.stopId === stop.stopId;

/**
 * Tells that the courier is there. Whose phone is farther away than the city allows is asked why: before it is told, so that what
 * follows without a signal is not refused with it, and once more when the server knows better.
 */
export function ArriveButton({ stop }: { stop: StopView }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const actions = useRoundActions(stop.routeId);
  const { position, seenAt } = useSharing();
  const [asking, setAsking] = useState<Arrival>();
  const refused = useQueue(stop.routeId).find(refusedAt(stop));
  const { stopId, pickupPoint, arrivalMetres } = stop;
  const asked = asking ?? (refused?.input as Told | undefined)?.body;
  const close = () => {
    setAsking(undefined);
    if (refused) dismissAction(refused.id);
  };
  const tell = (arrival: Arrival) => {
    close();
    actions.arrive(stopId, say(pickupPoint.name), arrival);
  };
  const arrive = () => {
    const now = serverNow();
    const at = instant(now);
    if (!position || seenAt === undefined || now - seenAt > freshMs) {
      tell({ at });
      return;
    }
    const arrival = { at, position, positionAt: instant(seenAt) };
    if (metresBetween(position, pickupPoint.position) > arrivalMetres) setAsking(arrival);
    else tell(arrival);
  };
  return (
    <>
      <Button block size="big" icon="pin" onTap={arrive}>
        {t('arrive')}
      </Button>
      {asked?.position && (
        <FarSheet
          name={say(pickupPoint.name)}
          metres={metresBetween(asked.position, pickupPoint.position)}
          onClose={close}
          onConfirm={(confirmedFar: FarReason) => tell({ ...asked, confirmedFar })}
        />
      )}
    </>
  );
}

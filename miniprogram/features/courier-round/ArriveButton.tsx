import { useState } from 'react';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { useSharing } from '@/client/positionSharing';
import { Button } from '@/design/components/Button';
import { ConfirmSheet } from '@/design/components/Sheet';
import { formatDistance } from '@/design/format/measure';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { metresBetween } from '@/platform/distance';
import { roundTexts } from './texts';
import { useRoundActions } from './useRoundActions';

/** Farther than a large compound and a poor position together. */
const nearMetres = 1000;

/** Tells that the courier is there. Whose phone is far away is asked: neighbours and the leader go by it. */
export function ArriveButton({ stop }: { stop: StopView }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const language = useLanguage();
  const actions = useRoundActions(stop.routeId);
  const { position } = useSharing();
  const [asking, setAsking] = useState(false);
  const { stopId, pickupPoint } = stop;
  const name = say(pickupPoint.name);
  const metres = position ? metresBetween(position, pickupPoint.position) : 0;
  const arrive = () => {
    setAsking(false);
    actions.arrive(stopId, name);
  };
  return (
    <>
      <Button block size="big" icon="pin" onTap={() => (metres > nearMetres ? setAsking(true) : arrive())}>
        {t('arrive')}
      </Button>
      <ConfirmSheet
        open={asking}
        title={t('farTitle')}
        body={t('farBody', { distance: formatDistance(metres, language), name })}
        confirm={t('arriveAnyway')}
        onClose={() => setAsking(false)}
        onConfirm={arrive}
      />
    </>
  );
}

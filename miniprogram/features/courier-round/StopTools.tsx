import { useState } from 'react';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { Button } from '@/design/components/Button';
import { Box } from '@/design/primitives/Box';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { callPhone } from '@/platform/callPhone';
import { navigateTo } from '@/platform/navigateTo';
import { FailSheet } from './FailSheet';
import { roundTexts } from './texts';

/** The way there, the leader's phone, and what to do when it cannot be delivered. */
export function StopTools({ stop }: { stop: StopView }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const [failing, setFailing] = useState(false);
  const { name, address, position, leaderPhone } = stop.pickupPoint;
  return (
    <Box className="round-tools">
      {stop.status === 'pending' && (
        <Button
          kind="secondary"
          icon="navigate"
          onTap={() => navigateTo({ ...position, name: say(name), address })}
        >
          {t('navigate')}
        </Button>
      )}
      {leaderPhone !== undefined && (
        <Button kind="secondary" icon="phone" onTap={() => callPhone(leaderPhone)}>
          {t('call')}
        </Button>
      )}
      <Button kind="quiet" icon="warning" onTap={() => setFailing(true)}>
        {t('fail')}
      </Button>
      {failing && <FailSheet stop={stop} onClose={() => setFailing(false)} />}
    </Box>
  );
}

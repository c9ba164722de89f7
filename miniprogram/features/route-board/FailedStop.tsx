import { useState } from 'react';
import { type RouteCard } from '#shared/contracts/delivery/routes';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { type RouteId } from '#shared/contracts/ids';
import { Button } from '@/design/components/Button';
import { Box } from '@/design/primitives/Box';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { FailurePhoto } from './FailurePhoto';
import { Resolution } from './Resolution';
import { SecondTrySheet } from './SecondTrySheet';
import { SendBackSheet } from './SendBackSheet';
import { routeBoardTexts } from './texts';

type FailedStopProps = {
  stop: StopView;
  routes: readonly RouteCard[];
  onShow: (routeId: RouteId) => void;
};

/** A failed visit: what the courier saw, and what comes of its goods – to be decided, or decided already. */
export function FailedStop({ stop, routes, onShow }: FailedStopProps) {
  const { failure, resolution } = stop;
  return (
    <Box className="lt-column">
      {failure?.photoId !== undefined && <FailurePhoto photoId={failure.photoId} />}
      {resolution ? (
        <Resolution resolution={resolution} orders={stop.orders} routes={routes} onShow={onShow} />
      ) : (
        <Decisions stop={stop} />
      )}
    </Box>
  );
}

function Decisions({ stop }: { stop: StopView }) {
  const t = useTexts(routeBoardTexts);
  const name = useBilingual()(stop.pickupPoint.name);
  const [asking, setAsking] = useState<'second_try' | 'send_back'>();
  const close = () => setAsking(undefined);
  return (
    <Box role="group" label={t('decide', { name })} className="lt-row lt-row--wrap">
      <Button size="small" icon="refresh" onTap={() => setAsking('second_try')}>
        {t('tryAgain')}
      </Button>
      <Button size="small" kind="secondary" icon="back" onTap={() => setAsking('send_back')}>
        {t('sendBack')}
      </Button>
      {asking === 'second_try' && <SecondTrySheet stop={stop} onClose={close} />}
      {asking === 'send_back' && <SendBackSheet stop={stop} onClose={close} />}
    </Box>
  );
}

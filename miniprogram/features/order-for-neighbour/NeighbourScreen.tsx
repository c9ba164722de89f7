import { useState } from 'react';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { LeaderPage } from '@/blocks/leader/LeaderPage';
import { useCycle } from '@/client/useShop';
import { QueryState } from '@/client/QueryState';
import { EmptyState } from '@/design/components/States';
import { useTexts } from '@/i18n/texts';
import { PickGoods } from './PickGoods';
import { neighbourTexts } from './texts';
import { type Picked } from './useOrderForNeighbour';
import { WhoStep } from './WhoStep';
import './neighbour.scss';

function Order({ point: { pickupPointId } }: { point: ManagedPickupPoint }) {
  const t = useTexts(neighbourTexts);
  const cycle = useCycle(pickupPointId);
  const [picked, setPicked] = useState<Picked>({});
  const [step, setStep] = useState<'goods' | 'who'>('goods');
  return (
    <QueryState query={cycle}>
      {({ cycle: open }) => {
        if (!open) return <EmptyState icon="clock" title={t('closed')} detail={t('closedDetail')} />;
        return step === 'goods' ? (
          <PickGoods
            pickupPointId={pickupPointId}
            picked={picked}
            onPick={setPicked}
            onNext={() => setStep('who')}
          />
        ) : (
          <WhoStep
            pickupPointId={pickupPointId}
            cycleId={open.cycleId}
            picked={picked}
            onBack={() => setStep('goods')}
          />
        );
      }}
    </QueryState>
  );
}

/** For neighbours who do not order by phone: the leader chooses, pays, and passes the code on. */
export function NeighbourScreen() {
  const t = useTexts(neighbourTexts);
  return (
    <LeaderPage title={t('title')} choosing>
      {(point) => <Order key={point.pickupPointId} point={point} />}
    </LeaderPage>
  );
}

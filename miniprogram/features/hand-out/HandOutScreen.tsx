import { useRef, useState } from 'react';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { LeaderPage } from '@/blocks/leader/LeaderPage';
import { WaitingActions } from '@/blocks/queue/WaitingActions';
import { Notice } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { isWholeCode } from './code';
import { HandOutSheet } from './HandOutSheet';
import { Keypad } from './Keypad';
import { SyncResults } from './SyncResults';
import { handOutTexts } from './texts';
import { useHandOut } from './useHandOut';
import { useHandOutList } from './useHandOutList';
import { WaitingOrders } from './WaitingOrders';
import './handOut.scss';

function HandOut({ point: { pickupPointId } }: { point: ManagedPickupPoint }) {
  const t = useTexts(handOutTexts);
  const list = useHandOutList(pickupPointId);
  const handOut = useHandOut(pickupPointId, list.data);
  // Fingers are quicker than a busy phone draws: the next key goes after the last one, shown or not.
  const typed = useRef('');
  const [shown, setShown] = useState('');
  const press = (change: (typed: string) => string) => {
    const text = change(typed.current);
    handOut.clearProblem();
    typed.current = isWholeCode(text) && handOut.present(text) ? '' : text;
    setShown(typed.current);
  };
  return (
    <Box className="hand-out">
      <Box className="lt-column">
        <WaitingActions lane={pickupPointId} />
        <SyncResults lane={pickupPointId} />
        <Keypad value={shown} press={press} />
        <Box
          live="assertive"
          className={handOut.problem === undefined && !handOut.looking ? 'lt-spoken' : ''}
        >
          {handOut.problem !== undefined && <Notice tone="tomato">{handOut.problem}</Notice>}
          {handOut.looking && <Words className="lt-soft">{t('looking')}</Words>}
        </Box>
      </Box>
      <WaitingOrders list={list} />
      {handOut.found && (
        <HandOutSheet
          found={handOut.found}
          busy={handOut.redeeming}
          onHandOver={handOut.handOver}
          onClose={handOut.close}
        />
      )}
    </Box>
  );
}

/** The evening at the pickup point: a code comes in, goods go out. */
export function HandOutScreen() {
  const t = useTexts(handOutTexts);
  return (
    <LeaderPage title={t('title')} wide>
      {(point) => <HandOut key={point.pickupPointId} point={point} />}
    </LeaderPage>
  );
}

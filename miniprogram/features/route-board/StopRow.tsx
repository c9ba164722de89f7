import { type ReactNode } from 'react';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { ArrivalNote } from '@/blocks/arrival/ArrivalNote';
import { classNames } from '@/design/classNames';
import { Button } from '@/design/components/Button';
import { Tag, type Tone } from '@/design/components/Tag';
import { formatTime } from '@/design/format/date';
import { formatPhone } from '@/design/format/phone';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { routeBoardTexts } from './texts';
import { WarmCrates } from './WarmCrates';

/** What can be done with a stop while its route waits. */
export type Editing = {
  readonly busy: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly canMove: boolean;
  readonly onShift: (by: -1 | 1) => void;
  readonly onMove: () => void;
};

const tones: Record<StopView['status'], Tone> = {
  pending: 'plain',
  arrived: 'sky',
  handed_over: 'leaf',
  failed: 'tomato',
};

type StopRowProps = {
  stop: StopView;
  editing: Editing | undefined;
  /** What is to be seen of a failed visit, and done about it. */
  outcome: ReactNode;
};

/** One stop: where, what, when, and how it went. */
export function StopRow({ stop, editing, outcome }: StopRowProps) {
  const t = useTexts(routeBoardTexts);
  const say = useBilingual();
  const { sequence, status, pickupPoint, orders, crates, eta, receipt, failure } = stop;
  const name = say(pickupPoint.name);
  const happened = receipt?.receivedAt ?? stop.handedOverAt ?? failure?.at ?? stop.arrivedAt;
  const differences = receipt?.discrepancies.length ?? 0;
  return (
    <Box as="li" className={classNames('route-board__stop', failure && 'route-board__stop--failed')}>
      <Words decorative className="route-board__number">
        {sequence}
      </Words>
      <Box className="lt-column lt-column--tight route-board__words">
        <Box className="lt-row lt-row--wrap">
          <Words className="lt-strong">{name}</Words>
          <Tag tone={receipt ? 'leaf' : tones[status]}>{receipt ? t('received') : t(status)}</Tag>
          {differences > 0 && <Tag tone="tomato">{t('short', { n: differences })}</Tag>}
        </Box>
        <Box className="lt-row lt-row--wrap lt-small lt-soft">
          <Words>{t('stopFacts', { orders, crates: crates.length })}</Words>
          {happened !== undefined ? (
            <Words>{t('at', { time: formatTime(happened) })}</Words>
          ) : (
            eta !== undefined && <Words>{t('eta', { time: formatTime(eta) })}</Words>
          )}
          {pickupPoint.leaderPhone !== undefined && (
            <Words>{t('call', { phone: formatPhone(pickupPoint.leaderPhone) })}</Words>
          )}
        </Box>
        <ArrivalNote stop={stop} />
        {failure && (
          <Words className="lt-small lt-tomato">
            {failure.note === undefined ? t(failure.reason) : `${t(failure.reason)} · ${failure.note}`}
          </Words>
        )}
        {failure && outcome}
        <WarmCrates stop={stop} />
      </Box>
      {editing && (
        <Box className="lt-row">
          <Button
            kind="quiet"
            icon="up"
            label={t('up', { name })}
            disabled={editing.busy || editing.first}
            onTap={() => editing.onShift(-1)}
          />
          <Button
            kind="quiet"
            icon="down"
            label={t('down', { name })}
            disabled={editing.busy || editing.last}
            onTap={() => editing.onShift(1)}
          />
          {editing.canMove && (
            <Button kind="quiet" disabled={editing.busy} onTap={editing.onMove}>
              {t('move')}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}

import { useState } from 'react';
import { type StopView } from '#shared/contracts/delivery/stopViews';
import { Button } from '@/design/components/Button';
import { Progress } from '@/design/components/Progress';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { allDifferences, draftOf, keepDraft, toCount, uncounted, type Count } from './count';
import { CrateCard } from './CrateCard';
import { receiveTexts } from './texts';
import { useConfirmReceipt } from './useReceive';

/** Each crate is confirmed or corrected; then all of it at once. */
export function ReceiveForm({ stop }: { stop: StopView }) {
  const t = useTexts(receiveTexts);
  const [count, setCount] = useState<Count>(() => draftOf(stop.stopId));
  const confirm = useConfirmReceipt(stop);
  const change = (next: Count) => {
    keepDraft(stop.stopId, next);
    setCount(next);
  };
  const all = toCount(stop.crates).length;
  const left = uncounted(stop.crates, count);
  const words = t('checked', { done: all - left, all });
  return (
    <Box className="lt-column">
      <Box className="lt-column lt-column--tight">
        <Words className="lt-strong">{words}</Words>
        <Progress value={all - left} max={all} label={words} />
      </Box>
      {stop.crates.map((crate) => (
        <CrateCard
          key={crate.crateId}
          crate={crate}
          counted={count[crate.crateId]}
          onCount={(differences) => {
            const { [crate.crateId]: _, ...others } = count;
            change(differences ? { ...others, [crate.crateId]: differences } : others);
          }}
        />
      ))}
      <Button
        block
        size="big"
        icon="check"
        disabled={left > 0}
        busy={confirm.isPending}
        onTap={() => confirm.mutate(allDifferences(count))}
      >
        {left > 0 ? t('confirmLeft', { n: left }) : t('confirm')}
      </Button>
    </Box>
  );
}

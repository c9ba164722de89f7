import { useState } from 'react';
import { type CrateView, type StopView } from '#shared/contracts/delivery/stopViews';
import { Button } from '@/design/components/Button';
import { showToast } from '@/design/components/Toast';
import { celsiusOf } from '@/design/format/typed';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { showField } from '@/platform/showField';
import { CrateCount } from './CrateCount';
import { type CountedCrate } from './counting';
import { roundTexts } from './texts';
import { useRoundActions } from './useRoundActions';

const begin = (crates: readonly CrateView[]): Readonly<Record<string, CountedCrate>> =>
  Object.fromEntries(crates.map(({ crateId, units }) => [crateId, { units, celsius: '' }]));

/** Courier and leader count together, crate by crate; chilled ones with their temperature. */
export function HandOverForm({ stop, onDone }: { stop: StopView; onDone: () => void }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const actions = useRoundActions(stop.routeId);
  const aboard = stop.crates.filter(({ missing }) => missing === undefined);
  const [counts, setCounts] = useState(() => begin(aboard));
  const [tried, setTried] = useState(false);
  const countOf = (crate: CrateView) => counts[crate.crateId] ?? { units: crate.units, celsius: '' };
  const units = aboard.reduce((sum, crate) => sum + countOf(crate).units, 0);
  const lacksCelsius = (crate: CrateView) =>
    crate.zone === 'cold' && celsiusOf(countOf(crate).celsius) === undefined;
  const confirm = () => {
    setTried(true);
    const incomplete = aboard.find(lacksCelsius);
    if (incomplete) {
      showField(`celsius-${incomplete.crateId}`);
      return;
    }
    actions.handOver(
      stop.stopId,
      say(stop.pickupPoint.name),
      aboard.map((crate) => {
        const { units: counted, celsius } = countOf(crate);
        const degrees = crate.zone === 'cold' ? celsiusOf(celsius) : undefined;
        return {
          crateId: crate.crateId,
          units: counted,
          ...(degrees === undefined ? {} : { celsius: degrees }),
        };
      }),
    );
    showToast(t('labelHandOver', { name: say(stop.pickupPoint.name) }));
    onDone();
  };
  return (
    <Box className="lt-column">
      <Words as="h2" className="lt-head">
        {t('handOverTitle')}
      </Words>
      <Words className="lt-soft">{t('handOverHint')}</Words>
      {stop.crates.map((crate) => (
        <CrateCount
          key={crate.crateId}
          crate={crate}
          count={countOf(crate)}
          wrong={tried && lacksCelsius(crate)}
          onChange={(count) => setCounts((before) => ({ ...before, [crate.crateId]: count }))}
        />
      ))}
      <Button block size="big" icon="check" onTap={confirm}>
        {t('handOverConfirm', { n: units })}
      </Button>
    </Box>
  );
}

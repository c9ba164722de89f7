import { useState, type ReactNode } from 'react';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { useCities } from '@/client/cities';
import { cycleState, likelyCycle, useCycle, useLatestCycles } from '@/client/cycles';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { SelectField } from '@/design/components/SelectField';
import { EmptyState } from '@/design/components/States';
import { formatNearDate } from '@/design/format/date';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { serverNow } from '@/platform/clock';
import { CityField } from './CityField';
import { cycleTexts } from './texts';

type CycleChoiceProps = {
  /** The one that the page was opened with. */
  cycleId: string | undefined;
  children: (cycle: Cycle) => ReactNode;
};

/** The city and the cycle that a page is about, and the page for that cycle. */
export function CycleChoice({ cycleId, children }: CycleChoiceProps) {
  const { query, city } = useCities();
  const asked = useCycle(cycleId);
  return (
    <QueryState query={query}>
      {() => (
        <>
          {cycleId === undefined && <CityField />}
          {cycleId === undefined ? (
            city && <OfCity key={city.cityId} cityId={city.cityId} asked={undefined} children={children} />
          ) : (
            <QueryState query={asked}>
              {(cycle) => <OfCity cityId={cycle.cityId} asked={cycle} children={children} />}
            </QueryState>
          )}
        </>
      )}
    </QueryState>
  );
}

type OfCityProps = Pick<CycleChoiceProps, 'children'> & { cityId: string; asked: Cycle | undefined };

function OfCity({ cityId, asked, children }: OfCityProps) {
  const t = useTexts(cycleTexts);
  const [chosen, setChosen] = useState<string | undefined>(asked?.cycleId);
  return (
    <QueryState query={useLatestCycles(cityId)}>
      {(latest) => {
        const known = asked && !latest.some((one) => one.cycleId === asked.cycleId) ? [asked] : [];
        const cycles = [...latest, ...known];
        const cycle = cycles.find((one) => one.cycleId === chosen) ?? likelyCycle(cycles, serverNow());
        if (!cycle)
          return (
            <EmptyState
              icon="calendar"
              title={t('noCycle')}
              detail={t('noCycleDetail')}
              action={<Button onTap={() => openPage('/operator/cycles/index')}>{t('plan')}</Button>}
            />
          );
        return (
          <>
            <CycleField cycles={cycles} chosen={cycle} onChoose={setChosen} />
            {children(cycle)}
          </>
        );
      }}
    </QueryState>
  );
}

type CycleFieldProps = { cycles: readonly Cycle[]; chosen: Cycle; onChoose: (cycleId: string) => void };

/** Chooses one of some cycles by its name. */
export function CycleField({ cycles, chosen, onChoose }: CycleFieldProps) {
  const t = useTexts(cycleTexts);
  const name = useCycleName();
  return (
    <SelectField
      id="cycle"
      label={t('cycle')}
      value={chosen.cycleId}
      options={cycles.map((one) => ({ value: one.cycleId, text: name(one) }))}
      onChange={onChoose}
    />
  );
}

/** Gives a cycle's name: the day of its pickup, and whether it is open. */
export const useCycleName = (): ((cycle: Cycle) => string) => {
  const t = useTexts(cycleTexts);
  const language = useLanguage();
  return (cycle) => {
    const now = serverNow();
    const day = formatNearDate(cycle.pickupDate, now, language);
    return t('named', { day, state: t(cycleState(cycle, now)) });
  };
};

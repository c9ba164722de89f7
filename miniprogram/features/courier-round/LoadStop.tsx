import { type CrateView, type StopView } from '#shared/contracts/delivery/stopViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Tag } from '@/design/components/Tag';
import { classNames } from '@/design/classNames';
import { Icon } from '@/design/icon/Icon';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { roundTexts } from './texts';
import { useRoundActions } from './useRoundActions';

function Crate({ crate, onTick }: { crate: CrateView; onTick: (() => void) | undefined }) {
  const t = useTexts(roundTexts);
  const loaded = crate.loadedAt !== undefined;
  return (
    <Tap
      chosen={loaded}
      disabled={loaded || !onTick}
      onTap={() => onTick?.()}
      className={classNames('round-crate', loaded && 'round-crate--done')}
    >
      <Words className="lt-title">{crate.label}</Words>
      <Box className="lt-grow">
        <Words className="lt-small">{t('units', { n: crate.units })}</Words>
      </Box>
      {crate.zone === 'cold' && (
        <Tag tone="sky" icon="cold">
          {t('cold')}
        </Tag>
      )}
      {crate.missing !== undefined && <Tag tone="tomato">{t('isMissing')}</Tag>}
      {!loaded && onTick && <Words className="lt-spoken">{t('tick')}</Words>}
      <Box className="round-crate__tick">{loaded && <Icon name="check" />}</Box>
    </Tap>
  );
}

/** The crates of one stop, to be ticked off. */
export function LoadStop({ stop, open }: { stop: StopView; open: boolean }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const actions = useRoundActions(stop.routeId);
  const left = stop.crates.filter(({ loadedAt, missing }) => loadedAt === undefined && missing === undefined);
  return (
    <Card label={say(stop.pickupPoint.name)}>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between">
          <Words as="h2" className="lt-head lt-grow">
            {`${stop.sequence}. ${say(stop.pickupPoint.name)}`}
          </Words>
          {left.length === 0 && (
            <Tag tone="leaf" icon="check">
              {t('loaded')}
            </Tag>
          )}
        </Box>
        <Box className="round-crates">
          {stop.crates.map((crate) => (
            <Crate
              key={crate.crateId}
              crate={crate}
              onTick={open ? () => actions.load([crate.crateId]) : undefined}
            />
          ))}
        </Box>
        {open && left.length > 1 && (
          <Button
            block
            kind="secondary"
            icon="check"
            onTap={() => actions.load(left.map(({ crateId }) => crateId))}
          >
            {t('loadStop')}
          </Button>
        )}
      </Box>
    </Card>
  );
}

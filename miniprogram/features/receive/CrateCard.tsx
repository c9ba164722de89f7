import { useState } from 'react';
import { type CrateView } from '#shared/contracts/delivery/stopViews';
import { WarmNote } from '@/blocks/warm/WarmNote';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Notice } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { DifferenceSheet } from './DifferenceSheet';
import { receiveTexts } from './texts';
import { type Difference } from './useReceive';

type CrateCardProps = {
  crate: CrateView;
  /** Nothing: not counted yet. */
  counted: readonly Difference[] | undefined;
  onCount: (differences: readonly Difference[] | undefined) => void;
};

function Verdict({ crate, counted, onCount }: CrateCardProps) {
  const t = useTexts(receiveTexts);
  const say = useBilingual();
  const [differing, setDiffering] = useState(false);
  if (counted)
    return (
      <Box className="lt-column lt-column--tight">
        {counted.length === 0 ? (
          <Tag tone="leaf" icon="check">
            {t('complete')}
          </Tag>
        ) : (
          counted.map(({ skuId, received }) => {
            const item = crate.items.find((one) => one.skuId === skuId);
            return (
              <Words key={skuId} className="lt-tomato">
                {item && t('diff', { title: say(item.title), expected: item.units, received })}
              </Words>
            );
          })
        )}
        <Box>
          <Button kind="quiet" size="small" onTap={() => onCount(undefined)}>
            {t('again')}
          </Button>
        </Box>
      </Box>
    );
  return (
    <Box className="lt-row">
      <Box className="lt-grow">
        <Button block icon="check" label={`${crate.label} ${t('complete')}`} onTap={() => onCount([])}>
          {t('complete')}
        </Button>
      </Box>
      <Box className="lt-grow">
        <Button
          block
          kind="secondary"
          icon="warning"
          label={`${crate.label} ${t('differs')}`}
          onTap={() => setDiffering(true)}
        >
          {t('differs')}
        </Button>
      </Box>
      {differing && (
        <DifferenceSheet
          crate={crate}
          onSave={(differences) => {
            setDiffering(false);
            onCount(differences);
          }}
          onClose={() => setDiffering(false)}
        />
      )}
    </Box>
  );
}

/** One crate: what should be in it, what the courier counted, and the leader's word on it. */
export function CrateCard(props: CrateCardProps) {
  const { crate } = props;
  const t = useTexts(receiveTexts);
  const say = useBilingual();
  const { celsius, units } = crate.handedOver ?? {};
  return (
    <Card label={crate.label}>
      <Box className="lt-column">
        <Box className="lt-row lt-row--between">
          <Words as="h3" className="lt-title lt-grow">
            {crate.label}
          </Words>
          {crate.zone === 'cold' && (
            <Tag tone="sky" icon="cold">
              {celsius === undefined ? t('coldPlain') : t('cold', { celsius })}
            </Tag>
          )}
          <Tag>{t('units', { n: crate.units })}</Tag>
        </Box>
        <Box as="ul">
          {crate.items.map(({ skuId, title, units: n }) => (
            <Box as="li" key={skuId} className="lt-row lt-row--between">
              <Words className="lt-grow">{say(title)}</Words>
              <Words className="lt-strong lt-number">{`× ${n}`}</Words>
            </Box>
          ))}
        </Box>
        <WarmNote crate={crate} />
        {units !== undefined && units !== crate.units && (
          <Notice tone="yolk">{t('courierCounted', { n: units })}</Notice>
        )}
        {crate.missing === undefined ? (
          <Verdict {...props} />
        ) : (
          <Notice tone="tomato">{`${t('left', { reason: crate.missing })} · ${t('leftHint')}`}</Notice>
        )}
      </Box>
    </Card>
  );
}

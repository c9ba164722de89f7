import { type CrateView } from '#shared/contracts/delivery/stopViews';
import { WarmNote } from '@/blocks/warm/WarmNote';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Tag } from '@/design/components/Tag';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { roundTexts } from './texts';

/** What is in each crate of a stop. */
export function CrateContents({ crates }: { crates: readonly CrateView[] }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  return (
    <Box className="lt-column">
      {crates.map((crate) => (
        <Card key={crate.crateId} flush label={crate.label}>
          <Box className="lt-row round-crate-head">
            <Words as="h2" className="lt-title lt-grow">
              {crate.label}
            </Words>
            {crate.zone === 'cold' && (
              <Tag tone="sky" icon="cold">
                {t('cold')}
              </Tag>
            )}
            <Tag>{t('units', { n: crate.handedOver?.units ?? crate.units })}</Tag>
          </Box>
          <WarmNote crate={crate} />
          {crate.missing !== undefined && <Words className="round-missing">{t('crateMissing')}</Words>}
          {crate.items.map(({ skuId, title, units }) => (
            <ListRow key={skuId} title={say(title)} trailing={<Words>{`× ${units}`}</Words>} />
          ))}
        </Card>
      ))}
    </Box>
  );
}

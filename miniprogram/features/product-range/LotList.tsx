import { useState } from 'react';
import { type Lot } from '#shared/contracts/catalog/lots';
import { QueryState } from '@/client/QueryState';
import { useLots } from '@/client/range';
import { Button } from '@/design/components/Button';
import { ListRow } from '@/design/components/ListRow';
import { formatDayOfYear } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useNamed } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { LotSheet } from './LotSheet';
import { productTexts } from './texts';

/** The lots of a Sku, newest first: tap one to correct it. */
export function LotList({ skuId }: { skuId: string }) {
  const t = useTexts(productTexts);
  const [editing, setEditing] = useState<Lot | 'new'>();
  return (
    <Box className="range-lots lt-column">
      <QueryState query={useLots(skuId)}>
        {(lots) =>
          lots.length === 0 ? (
            <Words as="p" className="lt-small lt-soft">
              {t('noLots')}
            </Words>
          ) : (
            <Box as="ul">
              {lots.map((lot) => (
                <Box as="li" key={lot.lotId}>
                  <LotRow lot={lot} onTap={() => setEditing(lot)} />
                </Box>
              ))}
            </Box>
          )
        }
      </QueryState>
      <Box className="lt-row">
        <Button kind="quiet" size="small" icon="plus" onTap={() => setEditing('new')}>
          {t('newLot')}
        </Button>
      </Box>
      {editing && (
        <LotSheet
          skuId={skuId}
          lot={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Box>
  );
}

function LotRow({ lot, onTap }: { lot: Lot; onTap: () => void }) {
  const t = useTexts(productTexts);
  const language = useLanguage();
  const named = useNamed();
  const { code, producedOn, bestBefore, units } = lot;
  const facts = t('lotFacts', {
    origin: named(lot.origin, lot.originEn),
    produced: formatDayOfYear(producedOn, language),
    n: units,
  });
  return (
    <ListRow
      title={code}
      detail={
        bestBefore === undefined
          ? facts
          : `${facts} · ${t('lotUntil', { day: formatDayOfYear(bestBefore, language) })}`
      }
      onTap={onTap}
    />
  );
}

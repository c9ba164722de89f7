import { type SupplierOrder } from '#shared/contracts/settlement/supplierViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Notice } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { purchaseTexts } from './texts';

/** What neighbours ordered and will not get, and where to decide about it. */
export function Shortage({ order: { lines, missingUnits, cycleId } }: { order: SupplierOrder }) {
  const t = useTexts(purchaseTexts);
  const say = useBilingual();
  if (missingUnits === 0) return null;
  return (
    <Notice tone="tomato" icon="warning">
      <Box className="lt-column lt-column--tight">
        <Words as="h2" className="lt-strong">
          {t('shortage')}
        </Words>
        <Box as="ul">
          {lines
            .filter((line) => line.missingUnits > 0)
            .map((line) => (
              <Box as="li" key={line.skuId}>
                <Words>{t('shortageLine', { title: say(line.title), n: line.missingUnits })}</Words>
              </Box>
            ))}
        </Box>
        <Words as="p">{t('shortageDetail', { n: missingUnits })}</Words>
        <Box className="lt-row lt-row--wrap">
          <Button kind="secondary" onTap={() => openPage('/operator/consolidation/index', { cycleId })}>
            {t('toConsolidation')}
          </Button>
          <Button kind="secondary" onTap={() => openPage('/operator/offers/index', { cycleId })}>
            {t('toOrders')}
          </Button>
        </Box>
      </Box>
    </Notice>
  );
}

/** What newer versions of the consolidation changed. */
export function Changes({ order: { changes } }: { order: SupplierOrder }) {
  const t = useTexts(purchaseTexts);
  const say = useBilingual();
  if (changes.length === 0) return null;
  return (
    <Card label={t('changes')}>
      <Box className="lt-column lt-column--tight">
        <Words as="h2" className="lt-head">
          {t('changes')}
        </Words>
        {changes.flatMap(({ at, lines }) =>
          lines.map(({ skuId, title, before, after }) => (
            <Words key={`${at}-${skuId}`} as="p">
              {t('change', { title: say(title), before, after })}
            </Words>
          )),
        )}
      </Box>
    </Card>
  );
}

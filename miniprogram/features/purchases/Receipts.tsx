import { useState } from 'react';
import { type SupplierOrder, type SupplierReceipt } from '#shared/contracts/settlement/supplierViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { formatDayOfYear, formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { CorrectionSheet } from './CorrectionSheet';
import { purchaseTexts } from './texts';

/** What came and what was corrected, oldest first: nothing of it is ever changed. */
export function Receipts({ order }: { order: SupplierOrder }) {
  const t = useTexts(purchaseTexts);
  const [correcting, setCorrecting] = useState<SupplierReceipt>();
  if (order.receipts.length === 0) return null;
  return (
    <Card label={t('receipts')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('receipts')}
        </Words>
        {order.receipts.map((receipt) => (
          <Receipt key={receipt.receiptId} receipt={receipt} onCorrect={() => setCorrecting(receipt)} />
        ))}
      </Box>
      {correcting && (
        <CorrectionSheet order={order} receipt={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </Card>
  );
}

function Receipt({ receipt, onCorrect }: { receipt: SupplierReceipt; onCorrect: () => void }) {
  const t = useTexts(purchaseTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { at, lines, cost, corrects, reason, note } = receipt;
  const detail = (line: SupplierReceipt['lines'][number]) =>
    [
      line.celsius !== undefined && t('celsiusOf', { n: line.celsius }),
      line.warm && t('warm'),
      line.lotCode !== undefined && t('lotOf', { code: line.lotCode }),
      line.bestBefore !== undefined && t('bestBeforeOf', { day: formatDayOfYear(line.bestBefore, language) }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Box className="lt-column lt-column--tight">
      <Box className="lt-row lt-row--between">
        <Words className="lt-strong">
          {t(corrects === undefined ? 'receipt' : 'correction', {
            moment: formatMoment(at, serverNow(), language),
            n: lines.reduce((sum, { units }) => sum + units, 0),
            amount: formatMoney(cost),
          })}
        </Words>
        {corrects === undefined && (
          <Button size="small" kind="quiet" onTap={onCorrect}>
            {t('correct')}
          </Button>
        )}
      </Box>
      {(reason ?? note) !== undefined && <Words className="lt-small">{reason ?? note}</Words>}
      <Box as="ul">
        {lines.map((line, index) => (
          <Box as="li" key={`${line.skuId}-${index}`} className="lt-small lt-soft">
            <Words>{[`${say(line.title)} × ${line.units}`, detail(line)].filter(Boolean).join(' · ')}</Words>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

import { isProblem, messageOf } from '@/client/apiProblem';
import { Button } from '@/design/components/Button';
import { Notice } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { openTab } from '@/platform/navigate';
import { orderTexts } from './orderTexts';

/** Why an order was not placed, with the way to the orders that stand in its way; nothing for other errors. */
export function OpenOrdersNotice({ error }: { error: unknown }) {
  const t = useTexts(orderTexts);
  const language = useLanguage();
  if (!isProblem(error, 'TOO_MANY_UNPAID_ORDERS')) return null;
  return (
    <Notice tone="yolk">
      <Box className="lt-row lt-row--between">
        <Words className="lt-small">{messageOf(error, language)}</Words>
        <Button size="small" kind="quiet" onTap={() => openTab('orders')}>
          {t('seeOrders')}
        </Button>
      </Box>
    </Notice>
  );
}

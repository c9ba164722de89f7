import { type OrderView } from '#shared/contracts/orders/orderViews';
import { DocumentRow } from '@/blocks/document/DocumentRow';
import { useOpenDocument } from '@/blocks/document/useOpenDocument';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { orderPageTexts } from './texts';

/** The receipt of what was paid; the first tap issues it, with a credit note for each refund, and opens it. */
export function ReceiptCard({ order }: { order: OrderView }) {
  const t = useTexts(orderPageTexts);
  const { open } = useOpenDocument();
  const issue = useWrite(
    (_key, orderId: OrderView['orderId']) => api.settlement.issueReceipt({ body: { orderId } }),
    {
      onSuccess: ({ documents: [receipt] }) => {
        if (receipt) void open(receipt.number, 'pdf');
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  if (!order.timeline.some(({ status }) => status === 'paid')) return null;
  return (
    <Card label={t('receipt')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('receipt')}
        </Words>
        {issue.data?.documents.map((document) => (
          <DocumentRow key={document.number} document={document} />
        ))}
        {!issue.data && (
          <Button
            kind="secondary"
            icon="receipt"
            busy={issue.isPending}
            onTap={() => issue.mutate(order.orderId)}
          >
            {t('openReceipt')}
          </Button>
        )}
      </Box>
    </Card>
  );
}

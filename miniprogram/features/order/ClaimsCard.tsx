import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ClaimView } from '#shared/contracts/orders/claimViews';
import { type OrderView } from '#shared/contracts/orders/orderViews';
import { ClaimFacts } from '@/blocks/claim/ClaimFacts';
import { claimLane } from '@/blocks/claim/claimLane';
import { claimWords } from '@/blocks/claim/texts';
import { WaitingActions } from '@/blocks/queue/WaitingActions';
import { api } from '@/client/api';
import { ApiProblem, messageOf } from '@/client/apiProblem';
import { useQueue } from '@/client/queue';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Sheet } from '@/design/components/Sheet';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';

const claimable: readonly OrderView['status'][] = ['collected', 'closed'];

/** Claims of an order: those that wait for a signal, and how far the others are. */
export function ClaimsCard({ order: { orderId, status, version } }: { order: OrderView }) {
  const t = useTexts(claimWords);
  const lane = claimLane(orderId);
  const waiting = useQueue(lane);
  const { data } = useQuery({
    // Each step of a claim is a version of its order.
    queryKey: ['claims', orderId, version],
    queryFn: () => api.orders.listOrderClaims({ params: { orderId } }),
    enabled: claimable.includes(status),
  });
  const claims = data?.claims ?? [];
  if (claims.length === 0 && waiting.length === 0) return null;
  return (
    <Card label={t('claims')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('claims')}
        </Words>
        <WaitingActions lane={lane} />
        {claims.map((claim) => (
          <OneClaim key={claim.claimId} claim={claim} />
        ))}
      </Box>
    </Card>
  );
}

function OneClaim({ claim }: { claim: ClaimView }) {
  const t = useTexts(claimWords);
  const language = useLanguage();
  const [saying, setSaying] = useState<'answer' | 'appeal'>();
  const { actions, appealUntil } = claim;
  return (
    <Box className="lt-column lt-column--tight">
      <ClaimFacts claim={claim} />
      {actions.includes('appeal') && appealUntil !== undefined && (
        <Words className="lt-small lt-soft">
          {t('appealUntil', { moment: formatMoment(appealUntil, serverNow(), language) })}
        </Words>
      )}
      <Box className="lt-row">
        {actions.map((action) => (
          <Button key={action} size="small" kind="secondary" onTap={() => setSaying(action)}>
            {t(action)}
          </Button>
        ))}
      </Box>
      {saying && <SaySheet claim={claim} what={saying} onClose={() => setSaying(undefined)} />}
    </Box>
  );
}

type SaySheetProps = { claim: ClaimView; what: 'answer' | 'appeal'; onClose: () => void };

function SaySheet({ claim: { orderId, claimId }, what, onClose }: SaySheetProps) {
  const t = useTexts(claimWords);
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const said = useWrite(
    (idempotencyKey, words: string) => {
      const params = { orderId, claimId };
      return what === 'answer'
        ? api.orders.answerClaim({ params, body: { text: words }, idempotencyKey })
        : api.orders.appealClaim({ params, body: { text: words } });
    },
    {
      onSuccess: () => {
        showToast(t('said'));
        void queryClient.invalidateQueries({ queryKey: ['claims', orderId] });
        void queryClient.invalidateQueries({ queryKey: ['order', orderId] });
        onClose();
      },
      onError: (error) => error instanceof ApiProblem && showToast(messageOf(error), 'problem'),
    },
  );
  return (
    <Sheet
      open
      title={t(`${what}Title`)}
      onClose={onClose}
      footer={
        <Button
          block
          disabled={text.trim() === ''}
          busy={said.isPending}
          onTap={() => said.mutate(text.trim())}
        >
          {t('confirm')}
        </Button>
      }
    >
      <TextField
        id="say"
        multiline
        label={t(`${what}Label`)}
        value={text}
        onChange={setText}
        maxLength={300}
      />
    </Sheet>
  );
}

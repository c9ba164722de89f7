import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { type DiscrepancyView, type StopView } from '#shared/contracts/delivery/stopViews';
import { DisputeDecision } from '@/blocks/discrepancy/DisputeDecision';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { type OperationInput } from '@/client/contracts';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { ObjectionSheet } from './ObjectionSheet';
import { roundTexts } from './texts';

type Answer = OperationInput<'delivery.answerDiscrepancy'>['body'];

function Discrepancy({ discrepancy }: { discrepancy: DiscrepancyView }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const queryClient = useQueryClient();
  const [objecting, setObjecting] = useState(false);
  const { discrepancyId, title, expected, received, note, answer } = discrepancy;
  const give = useWrite(
    (key, body: Answer) =>
      api.delivery.answerDiscrepancy({ params: { discrepancyId }, body, idempotencyKey: key }),
    {
      onSuccess: () => {
        setObjecting(false);
        void queryClient.invalidateQueries();
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  return (
    <Card>
      <Box className="lt-column">
        <Words className="lt-strong">{t('discrepancy', { title: say(title), expected, received })}</Words>
        {note !== undefined && <Words className="lt-soft">{note}</Words>}
        {answer ? (
          <>
            <Words className="lt-soft">{t(answer.agreed ? 'agreed' : 'disagreed')}</Words>
            {answer.note !== undefined && <Words className="lt-small">{answer.note}</Words>}
            <DisputeDecision decision={discrepancy.decision} />
          </>
        ) : (
          <Box className="lt-row">
            <Button kind="secondary" busy={give.isPending} onTap={() => give.mutate({ agreed: true })}>
              {t('agree')}
            </Button>
            <Button kind="quiet" disabled={give.isPending} onTap={() => setObjecting(true)}>
              {t('disagree')}
            </Button>
          </Box>
        )}
      </Box>
      {objecting && (
        <ObjectionSheet
          busy={give.isPending}
          onObject={(said) => give.mutate({ agreed: false, ...said })}
          onClose={() => setObjecting(false)}
        />
      )}
    </Card>
  );
}

/** Where the leader counted otherwise, to be agreed with or objected to. */
export function DiscrepancyCards({ stop }: { stop: StopView }) {
  return (
    <>
      {(stop.receipt?.discrepancies ?? []).map((discrepancy) => (
        <Discrepancy key={discrepancy.discrepancyId} discrepancy={discrepancy} />
      ))}
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DiscrepancyView } from '#shared/contracts/delivery/stopViews';
import { Payer } from '#shared/contracts/events/orderFacts';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Chip } from '@/design/components/Chip';
import { Notice } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { disputeTexts } from './texts';

/** Who held it bears it, as far as the leader's word goes. */
const proposed: Record<DiscrepancyView['heldBy'], Payer> = {
  supplier: 'supplier',
  facility: 'platform',
  courier: 'courier',
  leader: 'leader',
  nobody: 'platform',
};

/** Names who bears a difference, proposed by where it is said to be; can be decided otherwise for a while. */
export function DecisionForm({ discrepancy }: { discrepancy: DiscrepancyView }) {
  const t = useTexts(disputeTexts);
  const queryClient = useQueryClient();
  const { discrepancyId, decision, heldBy } = discrepancy;
  const [payer, setPayer] = useState<Payer>(decision?.payer ?? proposed[heldBy]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const given = reason.trim();
  const decide = useWrite(
    (_key, body: { payer: Payer; reason: string }) =>
      api.delivery.decideDiscrepancy({ params: { discrepancyId }, body }),
    {
      onSuccess: () => {
        showToast(t('saved'));
        void queryClient.invalidateQueries();
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  const confirm = () => {
    setTried(true);
    if (given !== '') decide.mutate({ payer, reason: given });
  };
  return (
    <Card label={t('payer')}>
      <Box className="lt-column">
        {decision && (
          <Notice tone="leaf" icon="check">
            {t('decided', { payer: t(decision.payer), reason: decision.reason })}
          </Notice>
        )}
        <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('payer')}>
          {Payer.options.map((one) => (
            <Chip key={one} role="radio" chosen={one === payer} onTap={() => setPayer(one)}>
              {t(one)}
            </Chip>
          ))}
        </Box>
        <TextField
          id="dispute-reason"
          multiline
          label={t('reason')}
          hint={t('reasonHint')}
          error={tried && given === '' ? t('reasonNeeded') : undefined}
          value={reason}
          onChange={setReason}
          maxLength={300}
        />
        <Button block size="big" busy={decide.isPending} onTap={confirm}>
          {t(decision ? 'change' : 'decide')}
        </Button>
      </Box>
    </Card>
  );
}

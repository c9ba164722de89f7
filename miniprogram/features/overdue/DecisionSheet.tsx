import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type HandOut } from '#shared/contracts/delivery/pickupViews';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { type OperationInput } from '@/client/contracts';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Chip } from '@/design/components/Chip';
import { Sheet } from '@/design/components/Sheet';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { keepChoices } from './keepUntil';
import { overdueTexts } from './texts';

const kinds = ['keep', 'rescue', 'discard'] as const;
type Decision = OperationInput<'delivery.decideOverdue'>['body'];

type DecisionSheetProps = {
  order: HandOut;
  /** When chilled goods have to be collected; absent while it is not known. */
  chilledOverdueHour: number | undefined;
  onClose: () => void;
};

/** Keep it, rescue it or let it go: with what that means for the neighbour. */
export function DecisionSheet({ order, chilledOverdueHour, onClose }: DecisionSheetProps) {
  const t = useTexts(overdueTexts);
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<Decision['kind']>('keep');
  const [choices] = useState(() => keepChoices(serverNow(), chilledOverdueHour));
  const [until, setUntil] = useState(choices[0]?.until);
  const [note, setNote] = useState('');
  const { orderId, pickupPointId } = order;
  const decide = useWrite(
    (key, body: Decision) =>
      api.delivery.decideOverdue({ params: { pickupPointId, orderId }, body, idempotencyKey: key }),
    {
      onSuccess: () => {
        void queryClient.invalidateQueries();
        showToast(t('done'));
        onClose();
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  const confirm = () =>
    decide.mutate({
      kind,
      ...(kind === 'keep' && until !== undefined ? { keepUntil: until } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  return (
    <Sheet
      open
      title={order.recipientName}
      onClose={onClose}
      footer={
        <Button
          block
          size="big"
          kind={kind === 'keep' ? 'primary' : 'danger'}
          busy={decide.isPending}
          onTap={confirm}
        >
          {t('confirm')}
        </Button>
      }
    >
      <Box className="lt-column">
        <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('decide')}>
          {kinds.map((one) => (
            <Chip key={one} role="radio" chosen={one === kind} onTap={() => setKind(one)}>
              {t(one)}
            </Chip>
          ))}
        </Box>
        <Words as="p" className="lt-soft">
          {t(`${kind}Detail`)}
        </Words>
        {kind === 'keep' && (
          <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('until')}>
            {choices.map((choice) => (
              <Chip
                key={choice.until}
                role="radio"
                chosen={choice.until === until}
                onTap={() => setUntil(choice.until)}
              >
                {t(choice.day, { time: choice.time })}
              </Chip>
            ))}
          </Box>
        )}
        <TextField
          id="decision-note"
          optional
          label={t('note')}
          value={note}
          onChange={setNote}
          maxLength={300}
        />
      </Box>
    </Sheet>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type GroupOrderView } from '#shared/contracts/orders/groupOrders';
import { LeaderPage } from '@/blocks/leader/LeaderPage';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { useGroupOrders } from '@/client/groupOrders';
import { QueryState } from '@/client/QueryState';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Chip } from '@/design/components/Chip';
import { EmptyState } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { formatMoment, formatNearDate } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Tap } from '@/design/primitives/Tap';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { SentMessages } from './SentMessages';
import { groupOrderTexts } from './texts';
import './groupOrder.scss';

function Compose({ groupOrder: { groupOrderId, cutoffAt } }: { groupOrder: GroupOrderView }) {
  const t = useTexts(groupOrderTexts);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const post = useWrite(
    (key, words: string) =>
      api.orders.postGroupMessage({ params: { groupOrderId }, body: { text: words }, idempotencyKey: key }),
    {
      onSuccess: () => {
        setText('');
        showToast(t('posted'));
        void queryClient.invalidateQueries({ queryKey: ['group-messages', groupOrderId] });
      },
      onError: (error) => showToast(messageOf(error), 'problem'),
    },
  );
  const now = serverNow();
  const cutoff =
    Date.parse(cutoffAt) > now && t('quickCutoff', { moment: formatMoment(cutoffAt, now, language) });
  const quick = [t('quickHere'), ...(cutoff ? [cutoff] : []), t('quickLate')];
  return (
    <Card>
      <Box className="lt-column">
        <TextField
          id="group-message"
          label={t('write')}
          hint={t('writeHint')}
          value={text}
          onChange={setText}
          maxLength={500}
          multiline
        />
        <Box className="lt-column lt-column--tight" role="group" label={t('quick')}>
          {quick.map((words) => (
            <Tap key={words} className="group-order-quick" onTap={() => setText(words)}>
              <Words>{words}</Words>
            </Tap>
          ))}
        </Box>
        <Button
          block
          size="big"
          disabled={text.trim() === ''}
          busy={post.isPending}
          onTap={() => post.mutate(text.trim())}
        >
          {t('post')}
        </Button>
      </Box>
    </Card>
  );
}

function Group({ point }: { point: ManagedPickupPoint }) {
  const t = useTexts(groupOrderTexts);
  const language = useLanguage();
  const { query, groupOrders } = useGroupOrders(point.pickupPointId);
  const [chosen, setChosen] = useState<string | undefined>();
  const shown = groupOrders.find(({ groupOrderId }) => groupOrderId === chosen) ?? groupOrders[0];
  return (
    <QueryState query={query}>
      {() =>
        shown ? (
          <>
            <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('choose')}>
              {groupOrders.slice(0, 3).map(({ groupOrderId, pickupDate }) => (
                <Chip
                  key={groupOrderId}
                  role="radio"
                  chosen={groupOrderId === shown.groupOrderId}
                  onTap={() => setChosen(groupOrderId)}
                >
                  {t('round', { day: formatNearDate(pickupDate, serverNow(), language) })}
                </Chip>
              ))}
            </Box>
            <Compose key={`write${shown.groupOrderId}`} groupOrder={shown} />
            <SentMessages groupOrderId={shown.groupOrderId} />
          </>
        ) : (
          <EmptyState icon="people" title={t('noGroup')} detail={t('noGroupDetail')} />
        )
      }
    </QueryState>
  );
}

/** Writes to all neighbours of a round. */
export function MessageScreen() {
  const t = useTexts(groupOrderTexts);
  return (
    <LeaderPage title={t('messageTitle')} choosing>
      {(point) => <Group key={point.pickupPointId} point={point} />}
    </LeaderPage>
  );
}

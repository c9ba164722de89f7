import { type SyncOutcome } from '#shared/contracts/delivery/pickupViews';
import { forgetReply, useReplies, type QueuedReply } from '@/client/queue';
import { Button } from '@/design/components/Button';
import { Notice } from '@/design/components/States';
import { formatTime } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { forgetHandedOut } from './handedOut';
import { handOutTexts } from './texts';

type Result = { key: string; outcome: SyncOutcome; redeemedAt?: string };
const resultOf = ({ reply }: QueuedReply): Result | undefined =>
  (reply as { results?: Result[] } | null)?.results?.[0];

/** The order still waits to be collected. */
const comesBack: readonly SyncOutcome[] = ['not_ready', 'wrong_code', 'locked', 'key_reused'];

/** What the server said to redemptions that were made without a signal; conflicts stand out. */
export function SyncResults({ lane }: { lane: string }) {
  const t = useTexts(handOutTexts);
  const replies = useReplies(lane);
  if (replies.length === 0) return null;
  return (
    <Box as="section" label={t('results')} className="lt-column" live="polite">
      {replies.map((reply) => {
        const result = resultOf(reply);
        if (!result) return null;
        const { key, outcome, redeemedAt } = result;
        const seen = () => {
          if (comesBack.includes(outcome)) forgetHandedOut(key);
          forgetReply(reply.id);
        };
        const good = outcome === 'redeemed';
        return (
          <Notice key={reply.id} tone={good ? 'leaf' : 'tomato'} icon={good ? 'check' : 'warning'}>
            <Box className="lt-row lt-row--between">
              <Box className="lt-grow lt-column lt-column--tight">
                <Words className="lt-strong">{reply.label}</Words>
                <Words className="lt-small">
                  {outcome === 'already_redeemed'
                    ? t('already_redeemed', { time: formatTime(redeemedAt ?? reply.repliedAt) })
                    : `${t(outcome)} · ${t('doneAt', { time: formatTime(reply.at) })}`}
                </Words>
              </Box>
              <Button kind="quiet" size="small" onTap={seen}>
                {t('seen')}
              </Button>
            </Box>
          </Notice>
        );
      })}
    </Box>
  );
}

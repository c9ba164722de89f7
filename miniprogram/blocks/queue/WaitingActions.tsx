import { ApiProblem, messageOf } from '@/client/apiProblem';
import { dismissAction, flushQueue, retryAction, useQueue } from '@/client/queue';
import { Button } from '@/design/components/Button';
import { Notice } from '@/design/components/States';
import { formatTime } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { queueTexts } from './queueTexts';

/** What was done without a signal and waits to be sent, and what the server refused when it was. */
export function WaitingActions({ lane }: { lane: string }) {
  const t = useTexts(queueTexts);
  const language = useLanguage();
  const actions = useQueue(lane);
  const waiting = actions.filter(({ state }) => state === 'waiting');
  const refused = actions.filter(({ state }) => state === 'refused');
  return (
    <Box live="polite" className={actions.length > 0 ? 'lt-column' : 'lt-spoken'}>
      {waiting.length > 0 && (
        <Notice tone="yolk" icon="upload">
          <Box className="lt-row lt-row--between">
            <Words className="lt-grow">{t('waiting', { n: waiting.length })}</Words>
            <Button kind="quiet" size="small" onTap={() => void flushQueue()}>
              {t('sendNow')}
            </Button>
          </Box>
        </Notice>
      )}
      {refused.map(({ id, label, at, refusedBecause = 'SERVICE_UNAVAILABLE' }) => (
        <Notice key={id} tone="tomato">
          <Box className="lt-column lt-column--tight">
            <Words className="lt-strong">{t('refused', { label })}</Words>
            <Words className="lt-small">{messageOf(new ApiProblem(refusedBecause, 409), language)}</Words>
            <Words className="lt-small">{t('doneAt', { time: formatTime(at) })}</Words>
            <Box className="lt-row">
              <Button kind="secondary" size="small" onTap={() => retryAction(id)}>
                {t('retry')}
              </Button>
              <Button kind="quiet" size="small" onTap={() => dismissAction(id)}>
                {t('dismiss')}
              </Button>
            </Box>
          </Box>
        </Notice>
      ))}
    </Box>
  );
}

import { type ClaimView } from '#shared/contracts/orders/claimViews';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { ClaimStatusTag } from './ClaimStatusTag';
import { claimWords } from './texts';

/** What was claimed for, how far it is, and what was said about it. */
export function ClaimFacts({ claim }: { claim: ClaimView }) {
  const t = useTexts(claimWords);
  const say = useBilingual();
  const language = useLanguage();
  const moment = (at: string) => formatMoment(at, serverNow(), language);
  const { title, cause, share, status, asked, granted, decideBy, byLeader, note, messages, decisions } =
    claim;
  const howMuch =
    share.kind === 'percent' ? t('percent', { n: share.percent }) : t('units', { n: share.units });
  return (
    <Box className="lt-column lt-column--tight">
      <Box className="lt-row lt-row--between">
        <Words className="lt-strong lt-grow">{say(title)}</Words>
        <ClaimStatusTag status={status} />
      </Box>
      <Words className="lt-small">{`${t(cause)} · ${howMuch}`}</Words>
      <Words className="lt-small">{t('asked', { amount: formatMoney(asked) })}</Words>
      {granted.amount > 0 && (
        <Words className="lt-small lt-leaf">{t('paid', { amount: formatMoney(granted) })}</Words>
      )}
      {decideBy !== undefined && (
        <Words className="lt-small lt-soft">{t('decideBy', { moment: moment(decideBy) })}</Words>
      )}
      {byLeader && <Words className="lt-small lt-soft">{t('byLeader')}</Words>}
      {note !== undefined && <Words className="lt-small">{note}</Words>}
      {messages.map(({ from, text, at }) => (
        <Words key={at} className="lt-small">{`${t(from)} ${moment(at)}: ${text}`}</Words>
      ))}
      {decisions.map(
        ({ reason, at }) =>
          reason !== undefined && (
            <Words key={at} className="lt-small">{`${t('staff')} ${moment(at)}: ${reason}`}</Words>
          ),
      )}
    </Box>
  );
}

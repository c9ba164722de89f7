import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { formatMoney } from '@/design/format/money';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import {
  canClaim,
  type ClaimDraft,
  claimedFen,
  isPaidAtOnce,
  type Terms,
  type TermsLine,
} from './claimDraft';
import { LineChoice } from './LineChoice';
import { PhotoOfClaim } from './PhotoOfClaim';
import { ShareChoice } from './ShareChoice';
import { claimTexts } from './texts';
import { useSendClaim } from './useSendClaim';

/** Says that goods of an order were bad: which, what, how much, and a photo; what goes back is said before it is sent. */
export function ClaimScreen({ orderId }: { orderId: string }) {
  const t = useTexts(claimTexts);
  const terms = useQuery({
    queryKey: ['claim-terms', orderId],
    queryFn: () => api.orders.getClaimTerms({ params: { orderId } }),
  });
  return (
    <Page title={t('title')}>
      <SignInGate>
        <QueryState query={terms}>{(known) => <ClaimForm terms={known} />}</QueryState>
      </SignInGate>
    </Page>
  );
}

function ClaimForm({ terms }: { terms: Terms }) {
  const t = useTexts(claimTexts);
  const claimable = terms.lines.filter(canClaim);
  const [draft, setDraft] = useState<ClaimDraft>({
    note: '',
    ...(claimable.length === 1 && claimable[0] ? { lineId: claimable[0].lineId } : {}),
  });
  const change = (part: Partial<ClaimDraft>) => setDraft((before) => ({ ...before, ...part }));
  const line = claimable.find(({ lineId }) => lineId === draft.lineId);
  if (claimable.length === 0)
    return <EmptyState icon="receipt" title={t('nothing')} detail={t('nothingDetail')} />;
  return (
    <Box className="lt-column">
      <LineChoice
        lines={terms.lines}
        chosen={draft.lineId}
        onChoose={(lineId) => setDraft({ note: '', lineId })}
      />
      {line && (
        <>
          <ShareChoice line={line} draft={draft} onChange={change} />
          <PhotoOfClaim photo={draft.photo} onPhoto={(photo) => change({ photo })} />
          <TextField
            id="claim-note"
            optional
            multiline
            label={t('note')}
            value={draft.note}
            onChange={(note) => change({ note })}
            maxLength={300}
          />
          <Send terms={terms} line={line} draft={draft} />
        </>
      )}
    </Box>
  );
}

function Send({ terms, line, draft }: { terms: Terms; line: TermsLine; draft: ClaimDraft }) {
  const t = useTexts(claimTexts);
  const send = useSendClaim(terms);
  const { cause, share, photo } = draft;
  const isWhole = cause !== undefined && share !== undefined && photo !== undefined;
  const fen = share ? claimedFen(line, share) : 0;
  const amount = formatMoney({ amount: fen });
  return (
    <Box className="lt-column">
      <Box live="polite">
        {share && (
          <Words className="lt-strong">
            {isPaidAtOnce(line, fen, draft)
              ? t('pays', { amount })
              : t('waits', { amount, hours: terms.decidedWithinHours })}
          </Words>
        )}
      </Box>
      <Button
        block
        size="big"
        disabled={!isWhole}
        onTap={() => {
          if (isWhole) send(line, { cause, share, photo, note: draft.note });
        }}
      >
        {t('send')}
      </Button>
    </Box>
  );
}

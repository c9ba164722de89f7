import { useState } from 'react';
import { type CrateView, type StopView, type WarmCrateDecision } from '#shared/contracts/delivery/stopViews';
import { WarmNote } from '@/blocks/warm/WarmNote';
import { Button } from '@/design/components/Button';
import { ConfirmSheet } from '@/design/components/Sheet';
import { TextField } from '@/design/components/TextField';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { useDecideWarmCrate } from './useDecisions';
import { warmCrateTexts } from './warmTexts';

const maxReason = 300;

/** Crates of a stop that came too warm: while the courier stands there, somebody decides about each. */
export function WarmCrates({ stop }: { stop: StopView }) {
  return stop.crates
    .filter(({ warm }) => warm)
    .map((crate) => <WarmCrate key={crate.crateId} stop={stop} crate={crate} />);
}

type WarmCrateProps = { stop: StopView; crate: CrateView };

function WarmCrate({ stop, crate }: WarmCrateProps) {
  const t = useTexts(warmCrateTexts);
  const say = useBilingual();
  const [asking, setAsking] = useState<WarmCrateDecision>();
  const decided = crate.warm?.decision?.kind;
  const name = say(stop.pickupPoint.name);
  return (
    <Box
      role="group"
      label={t('warmCrate', { crate: crate.label, name })}
      className="lt-column lt-column--tight"
    >
      <Words className="lt-strong">{t('warmCrate', { crate: crate.label, name })}</Words>
      <Words className="lt-small lt-soft">
        {crate.items.map(({ title, units }) => `${say(title)} × ${units}`).join(' · ')}
      </Words>
      <WarmNote crate={crate} />
      {stop.status === 'arrived' && (
        <Box className="lt-row lt-row--wrap">
          {decided !== 'accept' && (
            <Button size="small" icon="check" onTap={() => setAsking('accept')}>
              {t('warmAccept')}
            </Button>
          )}
          {decided !== 'send_back' && (
            <Button size="small" kind="secondary" icon="back" onTap={() => setAsking('send_back')}>
              {t('warmSendBack')}
            </Button>
          )}
        </Box>
      )}
      {asking && <Sheet stop={stop} crate={crate} kind={asking} onClose={() => setAsking(undefined)} />}
    </Box>
  );
}

type SheetProps = WarmCrateProps & { kind: WarmCrateDecision; onClose: () => void };

function Sheet({ stop, crate, kind, onClose }: SheetProps) {
  const t = useTexts(warmCrateTexts);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useDecideWarmCrate(stop, crate.crateId, onClose);
  const given = reason.trim();
  const confirm = () => {
    setTried(true);
    if (given !== '') decide.mutate({ kind, reason: given });
  };
  return (
    <ConfirmSheet
      open
      title={t(kind === 'accept' ? 'warmAcceptTitle' : 'warmSendBackTitle', { crate: crate.label })}
      body={t(kind === 'accept' ? 'warmAcceptBody' : 'warmSendBackBody', {
        celsius: crate.warm?.celsius ?? 0,
      })}
      confirm={t(kind === 'accept' ? 'warmAccept' : 'warmSendBack')}
      danger={kind === 'send_back'}
      busy={decide.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextField
        id="warm-reason"
        label={t('warmReason')}
        hint={t('warmReasonHint')}
        error={tried && given === '' ? t('warmReasonNeeded') : undefined}
        value={reason}
        onChange={setReason}
        maxLength={maxReason}
        multiline
      />
    </ConfirmSheet>
  );
}

import { FormProblem } from '@/blocks/form/FormProblem';
import { formTexts } from '@/blocks/form/texts';
import { cycleState } from '@/client/cycles';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Notice } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { GroupFields } from './GroupFields';
import { messageOfRefusal } from './offerDraft';
import { OnSale } from './OnSale';
import { PriceFields } from './PriceFields';
import { RuleFields } from './RuleFields';
import { offersTexts } from './texts';
import { TierFields } from './TierFields';
import { type TermsOf, useTerms } from './useTerms';

type TermsFormProps = { of: TermsOf; onAdded: (offerId: string) => void };

/** Price and rules of an offer; what neighbours count on stays as it is once the cycle is open. */
export function TermsForm({ of, onAdded }: TermsFormProps) {
  const t = useTexts(offersTexts);
  const words = useTexts(formTexts);
  const form = useTerms(of, onAdded);
  const state = cycleState(of.cycle, useNow(10_000));
  const isNew = of.offer === undefined;
  const fixed = !isNew && state !== 'planned';
  return (
    <Card label={t('terms')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('terms')}
        </Words>
        {of.offer && <OnSale offer={of.offer} form={form} />}
        <PriceFields form={form} of={of} />
        {isNew && <TextField {...form.field('stock')} kind="digits" label={t('stock')} maxLength={8} />}
        {fixed ? (
          <Notice>{t('fixed')}</Notice>
        ) : (
          <>
            <TierFields form={form} />
            <GroupFields form={form} />
          </>
        )}
        <RuleFields form={form} of={of} />
        <FormProblem form={form} message={messageOfRefusal(form.problem)} />
        {state === 'closed' ? (
          <Notice icon="lock">{t('closed')}</Notice>
        ) : (
          <Button block busy={form.busy} onTap={form.submit}>
            {isNew ? t('add') : words('save')}
          </Button>
        )}
      </Box>
    </Card>
  );
}

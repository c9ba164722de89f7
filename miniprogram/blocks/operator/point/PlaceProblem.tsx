import { FormProblem } from '@/blocks/form/FormProblem';
import { type Form } from '@/blocks/form/useForm';
import { isProblem } from '@/client/apiProblem';
import { Button } from '@/design/components/Button';
import { Notice } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { type FarAnswer } from './draft';
import { pointTexts } from './texts';

type PlaceProblemProps = { form: Form & { busy: boolean; submitWith: (answer: FarAnswer) => void } };

/** Why a place was not saved; for one that is far from its city how far, and the way to save it all the same. */
export function PlaceProblem({ form }: PlaceProblemProps) {
  const t = useTexts(pointTexts);
  const { problem } = form;
  if (!isProblem(problem, 'POSITION_FAR')) return <FormProblem form={form} />;
  const { kilometres, expectedKilometres } = problem.details;
  return (
    <Box role="alert">
      <Notice tone="tomato">
        <Box className="lt-column">
          <Words>{t('far', { km: String(kilometres), most: String(expectedKilometres) })}</Words>
          <Button kind="secondary" busy={form.busy} onTap={() => form.submitWith({ confirmFar: true })}>
            {t('farAnyway')}
          </Button>
        </Box>
      </Notice>
    </Box>
  );
}

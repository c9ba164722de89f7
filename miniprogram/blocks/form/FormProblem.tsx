import { useState } from 'react';
import { isProblem, messageOf } from '@/client/apiProblem';
import { Button } from '@/design/components/Button';
import { Notice } from '@/design/components/States';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { formTexts } from './texts';
import { type Form } from './useForm';

type FormProblemProps = {
  form: Form;
  /** In place of the general words of a refusal. */
  message?: string | undefined;
};

/** Why a form was not saved; when somebody else was faster, the way to what they made of it. */
export function FormProblem({ form: { problem, reload, faulty }, message }: FormProblemProps) {
  const t = useTexts(formTexts);
  const language = useLanguage();
  const [loading, setLoading] = useState(false);
  if (problem === undefined && !faulty) return null;
  const changed = isProblem(problem, 'CHANGED_MEANWHILE');
  const again = async () => {
    setLoading(true);
    await reload?.().catch((error: unknown) => showToast(messageOf(error), 'problem'));
    setLoading(false);
  };
  return (
    <Box role="alert">
      <Notice tone="tomato">
        <Box className="lt-column">
          <Words>
            {faulty ? t('check') : (message ?? (changed ? t('changed') : messageOf(problem, language)))}
          </Words>
          {changed && reload && (
            <Button kind="secondary" icon="refresh" busy={loading} onTap={() => void again()}>
              {t('reload')}
            </Button>
          )}
        </Box>
      </Notice>
    </Box>
  );
}

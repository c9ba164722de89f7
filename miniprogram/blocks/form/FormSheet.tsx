import { type ReactNode } from 'react';
import { Button } from '@/design/components/Button';
import { Sheet } from '@/design/components/Sheet';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { FormProblem } from './FormProblem';
import { formTexts } from './texts';
import { type SendableForm } from './useForm';

type FormSheetProps = {
  title: string;
  form: SendableForm;
  onClose: () => void;
  /** On the button that sends it; “Save” unless told. */
  action?: string;
  /** It takes something away. */
  danger?: boolean;
  /** In place of the general words of a refusal. */
  message?: string | undefined;
  /** In place of the notice that tells why it was not saved. */
  problem?: ReactNode;
  /** Stands above what is wrong with the form. */
  intro?: ReactNode;
  /** The fields. */
  children: ReactNode;
};

/** A form in a sheet: why it was not saved, its fields, and the button that saves it. */
export function FormSheet(props: FormSheetProps) {
  const { title, form, onClose, action, danger = false, message, problem, intro, children } = props;
  const t = useTexts(formTexts);
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button block kind={danger ? 'danger' : 'primary'} busy={form.busy} onTap={form.submit}>
          {action ?? t('save')}
        </Button>
      }
    >
      <Box className="lt-column">
        {intro}
        {problem ?? <FormProblem form={form} message={message} />}
        {children}
      </Box>
    </Sheet>
  );
}

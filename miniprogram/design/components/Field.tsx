import { type ReactNode } from 'react';
import { useTexts } from '@/i18n/texts';
import { designTexts } from '../designTexts';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';
import { Label } from '../primitives/Label';

export type FieldFrameProps = {
  id: string;
  label: string;
  /** It may stay empty: said behind the label. */
  optional?: boolean;
  hint?: string | undefined;
  /** What is wrong with it, in words; read out when it appears. */
  error?: string | undefined;
  /** Beside the field: a unit, a button. */
  trailing?: ReactNode;
};

/** A field's label, hint and error around the field itself. */
export function Field({
  id,
  label,
  optional = false,
  hint,
  error,
  trailing,
  children,
}: FieldFrameProps & { children: ReactNode }) {
  const t = useTexts(designTexts);
  return (
    <Box className={error === undefined ? 'lt-field' : 'lt-field lt-field--wrong'}>
      <Label for={id}>{optional ? `${label} · ${t('optional')}` : label}</Label>
      <Box className="lt-field__frame">
        <Box className="lt-grow">{children}</Box>
        {trailing}
      </Box>
      {(error ?? hint) !== undefined && (
        <Box
          id={`${id}-note`}
          className="lt-field__note"
          live={error === undefined ? undefined : 'assertive'}
        >
          <Words>{error ?? hint}</Words>
        </Box>
      )}
    </Box>
  );
}

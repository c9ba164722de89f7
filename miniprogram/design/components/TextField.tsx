import { Input } from '../primitives/Input';
import { type InputProps } from '../primitives/types';
import { Field, type FieldFrameProps } from './Field';

type TextFieldProps = FieldFrameProps & Omit<InputProps, 'label' | 'describedBy' | 'invalid' | 'id'>;

/** A labelled field to type in; `multiline` for more than one line. */
export function TextField({ id, label, optional = false, hint, error, trailing, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error} trailing={trailing}>
      <Input
        {...input}
        id={id}
        invalid={error !== undefined}
        describedBy={(error ?? hint) === undefined ? undefined : `${id}-note`}
      />
    </Field>
  );
}

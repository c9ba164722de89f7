import { phoneOf } from '../format/typed';
import { Input } from '../primitives/Input';
import { type InputProps } from '../primitives/types';
import { Field, type FieldFrameProps } from './Field';

type TextFieldProps = FieldFrameProps & Omit<InputProps, 'label' | 'describedBy' | 'invalid' | 'id'>;

/** As long as a number is with all that people put between its digits. */
const longestPhone = 30;

/** A number is taken as it is typed or pasted, and given as it is sent. */
const asPhone = <Props extends Pick<InputProps, 'onChange'>>({ onChange, ...input }: Props) => ({
  ...input,
  maxLength: longestPhone,
  onChange: (text: string) => onChange(phoneOf(text)),
});

/** A labelled field to type in; `multiline` for more than one line. */
export function TextField({ id, label, optional = false, hint, error, trailing, ...given }: TextFieldProps) {
  const input = given.kind === 'phone' ? asPhone(given) : given;
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

import { withoutHidden } from '#shared/contracts/text';
import { phoneOf } from '../format/typed';
import { Input } from '../primitives/Input';
import { type InputProps } from '../primitives/types';
import { Field, type FieldFrameProps } from './Field';

type TextFieldProps = FieldFrameProps & Omit<InputProps, 'label' | 'describedBy' | 'invalid' | 'id'>;

/** As long as a number is with all that people put between its digits. */
const longestPhone = 30;
/** The same, with an extension. */
const longestContact = 40;

/** Numbers are taken as they are typed or pasted; of text stays away what hides in it. */
const asTyped = <Props extends Pick<InputProps, 'onChange' | 'kind'>>({ onChange, ...input }: Props) => {
  if (input.kind === 'phone')
    return { ...input, maxLength: longestPhone, onChange: (text: string) => onChange(phoneOf(text)) };
  if (input.kind === 'password') return { ...input, onChange };
  const limit = input.kind === 'contact' ? { maxLength: longestContact } : {};
  return { ...input, ...limit, onChange: (text: string) => onChange(withoutHidden(text)) };
};

/** A labelled field to type in; `multiline` for more than one line. */
export function TextField({ id, label, optional = false, hint, error, trailing, ...given }: TextFieldProps) {
  const input = asTyped(given);
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

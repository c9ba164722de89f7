import { ChoicePicker, MomentPicker } from '../primitives/Picker';
import { type ChoicePickerProps, type MomentPickerProps } from '../primitives/types';
import { Field, type FieldFrameProps } from './Field';

/** A labelled choice of one out of `options`. */
export function SelectField({
  id,
  label,
  optional = false,
  hint,
  error,
  ...picker
}: FieldFrameProps & Omit<ChoicePickerProps, 'label' | 'id'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <ChoicePicker {...picker} id={id} />
    </Field>
  );
}

/** A labelled day (`2026-03-01`) or time of day (`09:30`). */
export function MomentField({
  id,
  label,
  optional = false,
  hint,
  error,
  ...picker
}: FieldFrameProps & Omit<MomentPickerProps, 'label' | 'id'>) {
  return (
    <Field id={id} label={label} optional={optional} hint={hint} error={error}>
      <MomentPicker {...picker} id={id} />
    </Field>
  );
}

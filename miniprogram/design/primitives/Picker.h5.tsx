import { type ChoicePickerProps, type MomentPickerProps } from './types';

/** One of several: the browser's own list. */
export function ChoicePicker({ id, value, options, onChange, label }: ChoicePickerProps) {
  return (
    <select
      id={id}
      className="lt-input"
      value={value}
      aria-label={label}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

/** A day or a time of day: the browser's own field. */
export function MomentPicker({ id, kind, value, onChange, label }: MomentPickerProps) {
  return (
    <input
      id={id}
      className="lt-input"
      type={kind}
      value={value}
      aria-label={label}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

import { type HTMLInputTypeAttribute } from 'react';
import { type InputKind, type InputProps } from './types';

type Html = { type: HTMLInputTypeAttribute; inputMode: 'text' | 'tel' | 'numeric' | 'decimal' | 'search' };
const html: Record<InputKind, Html> = {
  text: { type: 'text', inputMode: 'text' },
  phone: { type: 'tel', inputMode: 'tel' },
  contact: { type: 'tel', inputMode: 'tel' },
  digits: { type: 'text', inputMode: 'numeric' },
  decimal: { type: 'text', inputMode: 'decimal' },
  search: { type: 'search', inputMode: 'search' },
  password: { type: 'password', inputMode: 'text' },
};

/** A field to type in: HTML's own. */
export function Input({
  onChange,
  onEnter,
  kind = 'text',
  label,
  describedBy,
  invalid,
  multiline,
  className,
  ...rest
}: InputProps) {
  const common = {
    ...rest,
    className: `lt-input ${className ?? ''}`,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid ? true : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (multiline) return <textarea {...common} rows={3} />;
  return (
    <input
      {...common}
      {...html[kind]}
      enterKeyHint={kind === 'search' ? 'search' : 'done'}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
      }}
    />
  );
}

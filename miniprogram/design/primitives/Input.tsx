import { Input as PlatformInput, Textarea } from '@tarojs/components';
import { type InputKind, type InputProps } from './types';

const types: Record<InputKind, 'text' | 'number' | 'digit'> = {
  text: 'text',
  phone: 'number',
  // The keyboard of digits has no `+` and no hyphen.
  contact: 'text',
  digits: 'number',
  decimal: 'digit',
  search: 'text',
  password: 'text',
};

/** A field to type in: the platform's own. */
export function Input(props: InputProps) {
  const { value, onChange, onEnter, onFocus, onBlur, kind = 'text', label, multiline, className } = props;
  const common = {
    value,
    className: `lt-input ${className ?? ''}`,
    placeholder: props.placeholder ?? '',
    placeholderClass: 'lt-input__placeholder',
    disabled: props.disabled ?? false,
    maxlength: props.maxLength ?? 200,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onFocus: () => onFocus?.(),
    onBlur: () => onBlur?.(),
    ...(props.id === undefined ? {} : { id: props.id }),
    ...(label === undefined ? {} : { ariaLabel: label }),
  };
  if (multiline) return <Textarea {...common} autoHeight />;
  return (
    <PlatformInput
      {...common}
      type={types[kind]}
      password={kind === 'password'}
      focus={props.autoFocus ?? false}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onConfirm={() => onEnter?.()}
    />
  );
}

import { Picker, View } from '@tarojs/components';
import { type ChoicePickerProps, type MomentPickerProps } from './types';

/** One of several: the platform's wheel. */
export function ChoicePicker({ value, options, onChange, label }: ChoicePickerProps) {
  const index = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  return (
    <Picker
      mode="selector"
      range={options.map(({ text }) => text)}
      value={index}
      onChange={({ detail }) => {
        const chosen = options[Number(detail.value)];
        if (chosen) onChange(chosen.value);
      }}
    >
      <View className="lt-input" ariaLabel={label ?? ''}>
        {options[index]?.text ?? ''}
      </View>
    </Picker>
  );
}

/** A day or a time of day: the platform's wheel. */
export function MomentPicker({ kind, value, onChange, label }: MomentPickerProps) {
  const field = (
    <View className="lt-input" ariaLabel={label ?? ''}>
      {value}
    </View>
  );
  const change = ({ detail }: { detail: { value: string } }) => onChange(detail.value);
  return kind === 'date' ? (
    <Picker mode="date" value={value} onChange={change}>
      {field}
    </Picker>
  ) : (
    <Picker mode="time" value={value} onChange={change}>
      {field}
    </Picker>
  );
}

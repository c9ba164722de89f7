import { Input } from '@/design/primitives/Input';

type SearchFieldProps = { value: string; label: string; onChange: (words: string) => void };

/** A field that filters what stands below while words are typed. */
export function SearchField({ value, label, onChange }: SearchFieldProps) {
  return (
    <Input kind="search" value={value} label={label} placeholder={label} maxLength={40} onChange={onChange} />
  );
}

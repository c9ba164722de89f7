/** A phone number as people type or paste it – spaces, hyphens, brackets, full-width digits, `+86`, `0086` – in its plain form. */
export function plainPhone(typed: string): string {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}().·]/gu, '');
  return digits.replace(/^(?:\+|00)86(?=1[3-9])|^86(?=1[3-9]\d{9}$)/, '');
}

import { type SupplierOrderState } from '#shared/contracts/settlement/supplierViews';
import { Tag, type Tone } from '@/design/components/Tag';
import { useTexts } from '@/i18n/texts';
import { purchaseTexts } from './texts';

const tones: Readonly<Record<SupplierOrderState, Tone>> = {
  to_send: 'yolk',
  sent: 'sky',
  seen: 'sky',
  confirmed: 'leaf',
  short: 'tomato',
  partly_received: 'yolk',
  received: 'leaf',
  cancelled: 'plain',
};

/** How far a purchase order has come. */
export function StateTag({ state }: { state: SupplierOrderState }) {
  const t = useTexts(purchaseTexts);
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}

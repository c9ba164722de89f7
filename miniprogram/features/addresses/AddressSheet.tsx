import { type Address } from '#shared/contracts/identity/account';
import { isFilled, isContact } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { usePlace } from '@/client/place';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { addressTexts } from './texts';
import { type AddressDraft, saveAddress, useAddressesChanged } from './useAddressBook';

const draftOf = (address: Address | undefined, cityId: string): AddressDraft => ({
  recipientName: address?.recipientName ?? '',
  phone: address?.phone ?? '',
  area: address?.area ?? '',
  door: address?.door ?? '',
  isDefault: address?.isDefault ?? false,
  cityId: address?.cityId ?? cityId,
});

/** A new address, or an old one to change. */
export function AddressSheet({ address, onClose }: { address: Address | undefined; onClose: () => void }) {
  const t = useTexts(addressTexts);
  const place = usePlace();
  const changed = useAddressesChanged();
  const form = useForm({
    name: 'address',
    start: draftOf(address, place?.cityId ?? ''),
    check: ({ recipientName, phone, area, door }) => ({
      recipientName: isFilled(recipientName),
      phone: isContact(phone),
      area: isFilled(area),
      door: isFilled(door),
    }),
    save: (key, draft) => saveAddress(key, draft, address?.addressId),
    onSaved: () => {
      changed();
      showToast(t('saved'));
      onClose();
    },
  });
  const { draft, field, change } = form;
  return (
    <FormSheet title={address ? t('edit') : t('add')} form={form} onClose={onClose}>
      <TextField {...field('recipientName')} label={t('name')} maxLength={30} autoComplete="name" />
      <TextField {...field('phone')} kind="contact" label={t('phone')} autoComplete="tel" />
      <TextField {...field('area')} label={t('area')} hint={t('areaHint')} maxLength={60} />
      <TextField {...field('door')} label={t('door')} hint={t('doorHint')} maxLength={60} />
      <Switch label={t('makeDefault')} on={draft.isDefault} onChange={(isDefault) => change({ isDefault })} />
    </FormSheet>
  );
}

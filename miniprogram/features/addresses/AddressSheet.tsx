import { useState } from 'react';
import { type Address } from '#shared/contracts/identity/account';
import { usePlace } from '@/client/place';
import { Button } from '@/design/components/Button';
import { Sheet } from '@/design/components/Sheet';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { addressTexts } from './texts';
import { useAddressBook, type AddressDraft } from './useAddressBook';

const draftOf = (address: Address | undefined, cityId: string): AddressDraft => ({
  recipientName: address?.recipientName ?? '',
  phone: address?.phone ?? '',
  area: address?.area ?? '',
  door: address?.door ?? '',
  isDefault: address?.isDefault ?? false,
  cityId: address?.cityId ?? cityId,
  ...(address ? { addressId: address.addressId } : {}),
});

const isPhone = (text: string) => /^1[3-9][0-9]{9}$/.test(text);

/** A new address, or an old one to change. */
export function AddressSheet({ address, onClose }: { address: Address | undefined; onClose: () => void }) {
  const t = useTexts(addressTexts);
  const place = usePlace();
  const [draft, setDraft] = useState(() => draftOf(address, place?.cityId ?? ''));
  const [tried, setTried] = useState(false);
  const { save } = useAddressBook(() => {
    showToast(t('saved'));
    onClose();
  });
  const change = (part: Partial<AddressDraft>) => setDraft({ ...draft, ...part });
  const missing = (text: string) => (tried && text.trim() === '' ? t('missing') : undefined);
  const submit = () => {
    setTried(true);
    const complete = [draft.recipientName, draft.area, draft.door].every((text) => text.trim() !== '');
    if (complete && isPhone(draft.phone)) save.mutate(draft);
  };
  return (
    <Sheet
      open
      title={address ? t('edit') : t('add')}
      onClose={onClose}
      footer={
        <Button block busy={save.isPending} onTap={submit}>
          {t('save')}
        </Button>
      }
    >
      <Box className="lt-column">
        <TextField
          id="address-name"
          label={t('name')}
          value={draft.recipientName}
          maxLength={20}
          autoComplete="name"
          error={missing(draft.recipientName)}
          onChange={(recipientName) => change({ recipientName })}
        />
        <TextField
          id="address-phone"
          kind="phone"
          label={t('phone')}
          value={draft.phone}
          maxLength={11}
          autoComplete="tel"
          error={tried && !isPhone(draft.phone) ? t('phoneWrong') : undefined}
          onChange={(phone) => change({ phone: phone.replace(/\D/g, '') })}
        />
        <TextField
          id="address-area"
          label={t('area')}
          hint={t('areaHint')}
          value={draft.area}
          maxLength={60}
          error={missing(draft.area)}
          onChange={(area) => change({ area })}
        />
        <TextField
          id="address-door"
          label={t('door')}
          hint={t('doorHint')}
          value={draft.door}
          maxLength={60}
          error={missing(draft.door)}
          onChange={(door) => change({ door })}
        />
        <Switch
          label={t('makeDefault')}
          on={draft.isDefault}
          onChange={(isDefault) => change({ isDefault })}
        />
      </Box>
    </Sheet>
  );
}

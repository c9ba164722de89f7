import { useQueryClient } from '@tanstack/react-query';
import { type Supplier } from '#shared/contracts/catalog/range';
import { ifFilled, isContact, isEmail, isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { supplierTexts } from './texts';

const draftOf = (supplier?: Supplier) => ({
  version: supplier?.version ?? 0,
  name: supplier?.name ?? '',
  nameEn: supplier?.nameEn ?? '',
  contactName: supplier?.contactName ?? '',
  phone: supplier?.phone ?? '',
  email: supplier?.email ?? '',
  licence: supplier?.licence ?? '',
});

const given = (text: string) => (text.trim() === '' ? undefined : text.trim());

type Draft = ReturnType<typeof draftOf>;

const save = (key: string, { version, name, ...more }: Draft, supplierId?: string) => {
  const [nameEn, contactName] = [given(more.nameEn), given(more.contactName)];
  const [phone, email, licence] = [given(more.phone), given(more.email), given(more.licence)];
  return supplierId === undefined
    ? api.catalog.addSupplier({
        body: { name, nameEn, contactName, phone, email, licence },
        idempotencyKey: key,
      })
    : api.catalog.changeSupplier({
        params: { supplierId },
        body: {
          version,
          name,
          nameEn: nameEn ?? null,
          contactName: contactName ?? null,
          phone: phone ?? null,
          email: email ?? null,
          licence: licence ?? null,
        },
        idempotencyKey: key,
      });
};

/** A new supplier, or one to change. */
export function SupplierSheet({
  supplier,
  onClose,
}: {
  supplier: Supplier | undefined;
  onClose: () => void;
}) {
  const t = useTexts(supplierTexts);
  const queryClient = useQueryClient();
  const form = useForm({
    name: 'supplier',
    start: draftOf(supplier),
    check: ({ name, phone, email }) => ({
      name: isFilled(name),
      phone: ifFilled(phone, isContact),
      email: ifFilled(email, isEmail),
    }),
    save: (key, draft: Draft) => save(key, draft, supplier?.supplierId),
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['suppliers'] });
      showToast(t('saved'));
      onClose();
    },
    ...(supplier
      ? {
          reload: async () =>
            draftOf(await api.catalog.readSupplier({ params: { supplierId: supplier.supplierId } })),
        }
      : {}),
  });
  const { field } = form;
  return (
    <FormSheet title={supplier ? t('edit') : t('add')} form={form} onClose={onClose}>
      <TextField {...field('name')} label={t('name')} maxLength={80} />
      <TextField {...field('nameEn')} optional label={t('nameEn')} maxLength={80} />
      <TextField {...field('contactName')} optional label={t('contact')} maxLength={40} />
      <TextField {...field('phone')} kind="contact" optional label={t('phone')} />
      <TextField {...field('email')} optional label={t('email')} hint={t('emailHint')} maxLength={120} />
      <TextField {...field('licence')} optional label={t('licence')} maxLength={40} />
    </FormSheet>
  );
}

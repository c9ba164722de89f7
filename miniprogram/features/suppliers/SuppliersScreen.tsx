import { useState } from 'react';
import { type Supplier } from '#shared/contracts/catalog/range';
import { SearchField } from '@/blocks/form/SearchField';
import { QueryState } from '@/client/QueryState';
import { useAllSuppliers } from '@/client/range';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { formatPhone } from '@/design/format/phone';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { SupplierSheet } from './SupplierSheet';
import { supplierTexts } from './texts';

/** Who supplies the goods. */
export function SuppliersScreen() {
  const t = useTexts(supplierTexts);
  return (
    <Page title={t('title')}>
      <SignInGate role="operator">
        <Suppliers />
      </SignInGate>
    </Page>
  );
}

const fits = ({ name, nameEn = '', contactName = '', phone = '' }: Supplier, words: string) =>
  [name, nameEn, contactName, phone].some((text) => text.toLowerCase().includes(words.trim().toLowerCase()));

function Suppliers() {
  const t = useTexts(supplierTexts);
  const named = useNamed();
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<Supplier | 'new'>();
  return (
    <>
      <Box className="lt-row">
        <Button icon="plus" onTap={() => setEditing('new')}>
          {t('add')}
        </Button>
        <Button kind="secondary" onTap={() => openPage('/operator/supplier-accounts/index')}>
          {t('accounts')}
        </Button>
      </Box>
      <SearchField value={words} label={t('search')} onChange={setWords} />
      <QueryState query={useAllSuppliers()}>
        {(all) => {
          const suppliers = all.filter((supplier) => fits(supplier, words));
          if (suppliers.length === 0)
            return <EmptyState icon="truck" title={t('none')} detail={t('noneDetail')} />;
          return (
            <Card flush>
              {suppliers.map((supplier) => (
                <ListRow
                  key={supplier.supplierId}
                  title={named(supplier.name, supplier.nameEn)}
                  detail={contactOf(supplier) ?? t('noContact')}
                  onTap={() => setEditing(supplier)}
                />
              ))}
            </Card>
          );
        }}
      </QueryState>
      {editing && (
        <SupplierSheet
          supplier={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

const contactOf = ({ contactName, phone }: Supplier): string | undefined => {
  const parts = [contactName, phone === undefined ? undefined : formatPhone(phone)].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(' ');
};

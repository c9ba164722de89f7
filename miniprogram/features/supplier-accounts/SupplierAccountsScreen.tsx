import { useState } from 'react';
import { type SupplierId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { ListDetail } from '@/blocks/operator/ListDetail';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Price } from '@/design/components/Price';
import { EmptyState } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { usePageQuery } from '@/platform/usePageQuery';
import { SupplierAccountView } from './SupplierAccountView';
import { supplierAccountTexts } from './texts';
import { useSupplierAccounts } from './useSupplierAccounts';

/** What is owed to each supplier; of one: statement, payments, purchase orders. */
export function SupplierAccountsScreen() {
  const t = useTexts(supplierAccountTexts);
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <Accounts />
      </SignInGate>
    </Page>
  );
}

function Accounts() {
  const t = useTexts(supplierAccountTexts);
  const [chosen, setChosen] = useState(usePageQuery()['supplierId']);
  return (
    <ListDetail
      detailLabel={t('title')}
      icon="truck"
      choose={t('choose')}
      onBack={() => setChosen(undefined)}
      list={<AccountList chosen={chosen} onChoose={setChosen} />}
      detail={chosen !== undefined && <SupplierAccountView key={chosen} supplierId={chosen as SupplierId} />}
    />
  );
}

type AccountListProps = { chosen: string | undefined; onChoose: (supplierId: string) => void };

function AccountList({ chosen, onChoose }: AccountListProps) {
  const t = useTexts(supplierAccountTexts);
  const named = useNamed();
  const { query, items, loadMore } = useSupplierAccounts();
  return (
    <>
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="truck" title={t('none')} detail={t('noneDetail')} />
          ) : (
            <Card flush label={t('title')}>
              {items.map(({ supplierId, supplierName, supplierNameEn, owed }) => (
                <ListRow
                  key={supplierId}
                  title={named(supplierName, supplierNameEn)}
                  detail={t('owed')}
                  trailing={<Price plain money={owed} />}
                  chosen={supplierId === chosen}
                  onTap={() => onChoose(supplierId)}
                />
              ))}
            </Card>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
    </>
  );
}

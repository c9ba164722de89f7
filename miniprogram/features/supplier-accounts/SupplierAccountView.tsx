import { useState } from 'react';
import { type SupplierId } from '#shared/contracts/ids';
import { type SupplierAccount } from '#shared/contracts/settlement/supplierViews';
import { Figure, Figures } from '@/blocks/operator/Figures';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Tabs } from '@/design/components/Tabs';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { OrdersOf } from './OrdersOf';
import { Payments } from './Payments';
import { PaySheet } from './PaySheet';
import { Statement } from './Statement';
import { supplierAccountTexts } from './texts';
import { useSupplierAccount } from './useSupplierAccounts';

const tabs = ['tabStatement', 'tabPayments', 'tabOrders'] as const;

/** One supplier's account. */
export function SupplierAccountView({ supplierId }: { supplierId: SupplierId }) {
  return (
    <QueryState query={useSupplierAccount(supplierId)}>
      {(account) => <Account account={account} />}
    </QueryState>
  );
}

function Account({ account }: { account: SupplierAccount }) {
  const t = useTexts(supplierAccountTexts);
  const named = useNamed();
  const [tab, setTab] = useState<(typeof tabs)[number]>('tabStatement');
  const [paying, setPaying] = useState(false);
  const { supplierId, owed } = account;
  return (
    <Box className="lt-column">
      <Card>
        <Box className="lt-column">
          <Words as="h2" className="lt-title">
            {named(account.supplierName, account.supplierNameEn)}
          </Words>
          <Figures>
            <Figure name={t('owed')}>{formatMoney(owed)}</Figure>
          </Figures>
          {owed.amount > 0 && (
            <Box className="lt-row">
              <Button onTap={() => setPaying(true)}>{t('pay')}</Button>
            </Box>
          )}
        </Box>
      </Card>
      <Tabs
        label={t('title')}
        value={tab}
        onChange={setTab}
        tabs={tabs.map((value) => ({ value, text: t(value) }))}
      />
      {tab === 'tabStatement' && <Statement supplierId={supplierId} />}
      {tab === 'tabPayments' && <Payments supplierId={supplierId} />}
      {tab === 'tabOrders' && <OrdersOf supplierId={supplierId} />}
      {paying && <PaySheet account={account} onClose={() => setPaying(false)} />}
    </Box>
  );
}

import { Shortcuts } from '@/design/components/Shortcuts';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { financeTexts } from './texts';

/** Where finance pays leaders and suppliers, and issues documents. */
export function FinanceWays() {
  const t = useTexts(financeTexts);
  return (
    <Shortcuts
      label={t('more')}
      shortcuts={[
        { text: t('toPayouts'), icon: 'wallet', onTap: () => openPage('/operator/payouts/index') },
        {
          text: t('toSupplierAccounts'),
          icon: 'crate',
          onTap: () => openPage('/operator/supplier-accounts/index'),
        },
        { text: t('toDocuments'), icon: 'receipt', onTap: () => openPage('/operator/documents/index') },
      ]}
    />
  );
}

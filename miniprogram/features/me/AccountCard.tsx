import { useState } from 'react';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { ConfirmSheet } from '@/design/components/Sheet';
import { useTexts } from '@/i18n/texts';
import { meTexts } from './texts';
import { useLeave } from './useAccountActions';

/** The ways out. */
export function AccountCard() {
  const t = useTexts(meTexts);
  const [asking, setAsking] = useState<'signOutEverywhere' | 'deleteMe' | undefined>();
  const leave = useLeave();
  return (
    <Card flush label={t('account')}>
      <ListRow icon="leave" title={t('signOut')} onTap={() => leave.mutate('signOut')} />
      <ListRow icon="lock" title={t('signOutEverywhere')} onTap={() => setAsking('signOutEverywhere')} />
      <ListRow icon="trash" danger title={t('delete')} onTap={() => setAsking('deleteMe')} />
      <ConfirmSheet
        open={asking !== undefined}
        title={asking === 'deleteMe' ? t('deleteTitle') : t('signOutEverywhereTitle')}
        body={asking === 'deleteMe' ? t('deleteBody') : t('signOutEverywhereBody')}
        confirm={asking === 'deleteMe' ? t('delete') : t('signOutEverywhere')}
        danger
        busy={leave.isPending}
        onClose={() => setAsking(undefined)}
        onConfirm={() => {
          if (asking) leave.mutate(asking);
        }}
      />
    </Card>
  );
}

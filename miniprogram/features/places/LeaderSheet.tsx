import { useState } from 'react';
import { type AccountId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { useAccounts } from '@/client/accounts';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Sheet } from '@/design/components/Sheet';
import { EmptyState } from '@/design/components/States';
import { formatPhone } from '@/design/format/phone';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { placesTexts } from './texts';

type LeaderSheetProps = {
  led: boolean;
  onChoose: (accountId: AccountId | null) => void;
  onClose: () => void;
};

/** Chooses who leads a pickup point, among those who hold the role. */
export function LeaderSheet({ led, onChoose, onClose }: LeaderSheetProps) {
  const t = useTexts(placesTexts);
  const [words, setWords] = useState('');
  const { query, items, loadMore } = useAccounts(words, 'leader');
  return (
    <Sheet
      open
      title={t('leaderTitle')}
      onClose={onClose}
      footer={
        led && (
          <Button block kind="danger" onTap={() => onChoose(null)}>
            {t('take')}
          </Button>
        )
      }
    >
      <Box className="lt-column">
        <SearchField label={t('searchLeader')} value={words} onChange={setWords} />
        <QueryState query={query}>
          {() =>
            items.length === 0 ? (
              <EmptyState icon="person" title={t('noAccount')} />
            ) : (
              <Card flush>
                {items.map(({ accountId, displayName, phone }) => (
                  <ListRow
                    key={accountId}
                    icon="person"
                    title={displayName}
                    {...(phone === undefined ? {} : { detail: formatPhone(phone) })}
                    onTap={() => onChoose(accountId)}
                  />
                ))}
              </Card>
            )
          }
        </QueryState>
        <LoadMore query={query} onTap={loadMore} />
      </Box>
    </Sheet>
  );
}

import { useState } from 'react';
import { type AccountRecord } from '#shared/contracts/identity/account';
import { type Role } from '#shared/contracts/roles';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { ListDetail } from '@/blocks/operator/ListDetail';
import { useAccounts } from '@/client/accounts';
import { isProblem } from '@/client/apiProblem';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Chip } from '@/design/components/Chip';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { formatPhone } from '@/design/format/phone';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { AccountCard } from './AccountCard';
import { OperatorSheet } from './OperatorSheet';
import { accountsTexts } from './texts';

const roles = ['leader', 'courier', 'operator'] as const;

/** Everybody who can sign in: found, given roles, signed out, locked. */
export function AccountsScreen() {
  const t = useTexts(accountsTexts);
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <Accounts />
      </SignInGate>
    </Page>
  );
}

function Accounts() {
  const t = useTexts(accountsTexts);
  const [words, setWords] = useState('');
  const [role, setRole] = useState<Role | undefined>();
  const [chosen, setChosen] = useState<string | undefined>();
  const [adding, setAdding] = useState(false);
  const { query, items, loadMore } = useAccounts(words, role);
  const shown = items.find(({ accountId }) => accountId === chosen);
  const nobody = <EmptyState icon="person" title={t('none')} detail={t('noneDetail')} />;
  return (
    <>
      <ListDetail
        detailLabel={t('title')}
        icon="person"
        choose={t('choose')}
        onBack={() => setChosen(undefined)}
        list={
          <>
            <SearchField label={t('search')} value={words} onChange={setWords} />
            <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('roles')}>
              {[undefined, ...roles].map((one) => (
                <Chip key={one ?? 'all'} role="radio" chosen={role === one} onTap={() => setRole(one)}>
                  {t(one ?? 'all')}
                </Chip>
              ))}
            </Box>
            <Button kind="secondary" icon="plus" onTap={() => setAdding(true)}>
              {t('newOperator')}
            </Button>
            {query.isError && isProblem(query.error, 'NOT_FOUND') ? (
              nobody
            ) : (
              <QueryState query={query}>
                {() =>
                  items.length === 0 ? (
                    nobody
                  ) : (
                    <Card flush label={t('title')}>
                      {items.map((account) => (
                        <Row
                          key={account.accountId}
                          account={account}
                          chosen={account.accountId === chosen}
                          onTap={() => setChosen(account.accountId)}
                        />
                      ))}
                    </Card>
                  )
                }
              </QueryState>
            )}
            <LoadMore query={query} onTap={loadMore} />
          </>
        }
        detail={shown && <AccountCard key={shown.accountId} account={shown} />}
      />
      {adding && (
        <OperatorSheet
          onClose={() => setAdding(false)}
          onAdded={(username) => {
            setAdding(false);
            setRole('operator');
            setWords(username);
          }}
        />
      )}
    </>
  );
}

type RowProps = { account: AccountRecord; chosen: boolean; onTap: () => void };

function Row({ account, chosen, onTap }: RowProps) {
  const t = useTexts(accountsTexts);
  const { displayName, phone, username, roles: held, closed } = account;
  return (
    <ListRow
      icon="person"
      title={displayName}
      detail={phone === undefined ? (username ?? account.accountId) : formatPhone(phone)}
      trailing={
        <Box className="lt-row">
          {closed && <Tag tone="tomato">{t('closed')}</Tag>}
          <Words className="lt-small">
            {held
              .filter((role) => role !== 'shopper')
              .map((role) => t(role))
              .join(' · ')}
          </Words>
        </Box>
      }
      chosen={chosen}
      onTap={onTap}
    />
  );
}

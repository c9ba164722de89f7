import { useState } from 'react';
import { type AccountRecord } from '#shared/contracts/identity/account';
import { ChangesOf } from '@/blocks/audit/ChangesOf';
import { Facts } from '@/blocks/operator/Facts';
import { useSession } from '@/client/session';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ConfirmSheet } from '@/design/components/Sheet';
import { Notice } from '@/design/components/States';
import { Switch } from '@/design/components/Switch';
import { Tag } from '@/design/components/Tag';
import { formatMoment } from '@/design/format/date';
import { formatPhone } from '@/design/format/phone';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { accountsTexts } from './texts';
import { type GrantableRole, useAccountWork } from './useAccountWork';

const roles = ['leader', 'courier', 'operator'] as const;
type Asking = 'signOut' | 'close' | { readonly revoke: GrantableRole };

/** One account: who it is, what it may do, and how it is signed out or locked. */
export function AccountCard({ account }: { account: AccountRecord }) {
  const t = useTexts(accountsTexts);
  const language = useLanguage();
  const own = useSession()?.accountId === account.accountId;
  const [asking, setAsking] = useState<Asking | undefined>();
  const work = useAccountWork(account);
  const { accountId, displayName: name, phone, username, wechat, closed, openedAt, lastSignInAt } = account;
  const moment = (instant: string) => formatMoment(instant, serverNow(), language);
  const stop = () => setAsking(undefined);
  return (
    <Box className="lt-column">
      <Card label={name}>
        <Box className="lt-column">
          <Box className="lt-row lt-row--wrap">
            <Words as="h2" className="lt-title">
              {name}
            </Words>
            {closed && <Tag tone="tomato">{t('closed')}</Tag>}
          </Box>
          {own && <Notice>{t('you')}</Notice>}
          <Facts
            facts={[
              phone !== undefined && { name: t('phone'), value: formatPhone(phone) },
              username !== undefined && { name: t('username'), value: username },
              wechat && { name: t('wechat'), value: t('linked') },
              { name: t('opened'), value: moment(openedAt) },
              lastSignInAt !== undefined && { name: t('lastSignIn'), value: moment(lastSignInAt) },
              { name: t('id'), value: accountId },
            ]}
          />
        </Box>
      </Card>
      <Card flush label={t('rolesTitle')}>
        {roles.map((role) => (
          <Switch
            key={role}
            label={t(role)}
            detail={t(`${role}Detail`)}
            on={account.roles.includes(role)}
            onChange={(on) => (on ? work.grant.mutate(role) : setAsking({ revoke: role }))}
          />
        ))}
      </Card>
      <Words as="p" className="lt-small lt-soft">
        {t('rolesHint')}
      </Words>
      {!own && (
        <Box className="lt-row lt-row--wrap">
          <Button kind="secondary" icon="leave" onTap={() => setAsking('signOut')}>
            {t('signOut')}
          </Button>
          {closed ? (
            <Button
              kind="secondary"
              icon="refresh"
              busy={work.reopen.isPending}
              onTap={() => work.reopen.mutate(undefined)}
            >
              {t('reopen')}
            </Button>
          ) : (
            <Button kind="danger" icon="lock" onTap={() => setAsking('close')}>
              {t('close')}
            </Button>
          )}
        </Box>
      )}
      <ChangesOf services={['identity', 'delivery', 'settlement']} subject={accountId} />
      {(asking === 'signOut' || asking === 'close') && (
        <ConfirmSheet
          open
          danger={asking === 'close'}
          title={t(`${asking}Title`)}
          body={t(`${asking}Body`, { name })}
          confirm={t(asking)}
          onClose={stop}
          onConfirm={() => {
            work[asking].mutate(undefined);
            stop();
          }}
        />
      )}
      {typeof asking === 'object' && (
        <ConfirmSheet
          open
          danger
          title={t('revokeTitle', { role: t(asking.revoke) })}
          body={t('revokeBody', { name, role: t(asking.revoke) })}
          confirm={t('revoke')}
          onClose={stop}
          onConfirm={() => {
            work.revoke.mutate(asking.revoke);
            stop();
          }}
        />
      )}
    </Box>
  );
}

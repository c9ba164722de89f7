import { useState } from 'react';
import { usePlace } from '@/client/place';
import { useSession } from '@/client/session';
import { useMe } from '@/client/useMe';
import { Avatar } from '@/design/components/Avatar';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { formatPhone } from '@/design/format/phone';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLarge } from '@/design/theme';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { AccountCard } from './AccountCard';
import { NameSheet } from './NameSheet';
import { RolesCard } from './RolesCard';
import { SettingsCard } from './SettingsCard';
import { meTexts } from './texts';
import './me.scss';

/** Who I am here, what is mine, and how the app should be. */
export function MeScreen() {
  const t = useTexts(meTexts);
  const say = useBilingual();
  const session = useSession();
  const place = usePlace();
  const large = useLarge();
  const me = useMe();
  const roles = me.data?.roles ?? session?.roles ?? [];
  return (
    <Page title={t('title')} tab="me">
      <Head />
      <RolesCard roles={session ? roles : []} />
      <Card flush label={t('mine')}>
        <ListRow
          icon="pin"
          title={t('pickupPoint')}
          detail={place && say(place.name)}
          onTap={() => openPage('/pages/pickup-points/index')}
        />
        {session && (
          <ListRow icon="home" title={t('addresses')} onTap={() => openPage('/pages/addresses/index')} />
        )}
        {session && !large && !roles.includes('leader') && (
          <ListRow
            icon="people"
            title={t('becomeLeader')}
            detail={t('becomeLeaderDetail')}
            onTap={() => openPage('/pages/leader-application/index')}
          />
        )}
      </Card>
      <SettingsCard />
      <LegalCard />
      {session && <AccountCard />}
    </Page>
  );
}

function LegalCard() {
  const t = useTexts(meTexts);
  return (
    <Card flush label={t('legal')}>
      {(['terms', 'privacy'] as const).map((of) => (
        <ListRow key={of} icon="info" title={t(of)} onTap={() => openPage('/pages/legal/index', { of })} />
      ))}
    </Card>
  );
}

function Head() {
  const t = useTexts(meTexts);
  const session = useSession();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  if (!session)
    return (
      <Box className="me-head">
        <Avatar name="?" />
        <Box className="lt-grow lt-column lt-column--tight">
          <Words as="h2" className="lt-head">
            {t('guest')}
          </Words>
          <Words className="lt-small lt-soft">{t('guestDetail')}</Words>
        </Box>
        <Button onTap={() => openPage('/pages/sign-in/index')}>{t('signIn')}</Button>
      </Box>
    );
  const name = me.data?.displayName ?? session.displayName;
  return (
    <Box className="me-head">
      <Avatar name={name} />
      <Box className="lt-grow lt-column lt-column--tight">
        <Words as="h2" className="lt-head">
          {t('hello', { name })}
        </Words>
        {me.data?.phone !== undefined && (
          <Words className="lt-small lt-soft lt-number">{formatPhone(me.data.phone)}</Words>
        )}
      </Box>
      <Button kind="quiet" icon="edit" label={t('editName')} onTap={() => setEditing(true)} />
      {editing && <NameSheet name={name} onClose={() => setEditing(false)} />}
    </Box>
  );
}

import { type ReactNode, useState } from 'react';
import { type Role } from '#shared/contracts/roles';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { clientTexts } from './clientTexts';
import { useSession } from './session';

/**
 * Shows its children to who is signed in (and holds `role`), and the way to sign in to everybody else. When the session ends while
 * they are open they stay, unseen: whoever signs in again finds a form as it was left; somebody else finds it empty.
 */
export function SignInGate({ role, children }: { role?: Role; children: ReactNode }) {
  const t = useTexts(clientTexts);
  const session = useSession();
  const allowed = session !== undefined && (role === undefined || session.roles.includes(role));
  const [owner, setOwner] = useState<string | undefined>();
  // Nobody is signed in: what is open stays that of who was.
  const opens = allowed ? session.accountId : session ? undefined : owner;
  if (opens !== owner) setOwner(opens);
  const way = role === 'operator' ? 'signInStaff' : 'signInDetail';
  return (
    <>
      {!allowed && (
        <EmptyState
          icon="lock"
          title={session ? t('notAllowed') : t('signInFirst')}
          detail={t(session ? 'notAllowedDetail' : way)}
          action={
            <Button
              onTap={() => openPage('/pages/sign-in/index', role === 'operator' ? { as: 'staff' } : {})}
            >
              {t('signIn')}
            </Button>
          }
        />
      )}
      {(allowed || owner !== undefined) && (
        <Box key={owner} className="lt-gate" {...(allowed ? {} : { style: { display: 'none' } })}>
          {children}
        </Box>
      )}
    </>
  );
}

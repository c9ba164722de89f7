import { type ReactNode } from 'react';
import { type Role } from '#shared/contracts/roles';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { clientTexts } from './clientTexts';
import { useSession } from './session';

/** Shows its children to who is signed in (and holds `role`), and the way to sign in to everybody else. */
export function SignInGate({ role, children }: { role?: Role; children: ReactNode }) {
  const t = useTexts(clientTexts);
  const session = useSession();
  if (session && (role === undefined || session.roles.includes(role))) return children;
  const way = role === 'operator' ? 'signInStaff' : 'signInDetail';
  return (
    <EmptyState
      icon="lock"
      title={session ? t('notAllowed') : t('signInFirst')}
      detail={t(session ? 'notAllowedDetail' : way)}
      action={
        <Button onTap={() => openPage('/pages/sign-in/index', role === 'operator' ? { as: 'staff' } : {})}>
          {t('signIn')}
        </Button>
      }
    />
  );
}

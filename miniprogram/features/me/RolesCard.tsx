import { type Role } from '#shared/contracts/roles';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { type IconName } from '@/design/icon/Icon';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { workPages } from '@/platform/workPages';
import { meTexts } from './texts';

const icons: Record<Exclude<Role, 'shopper'>, IconName> = {
  leader: 'shop',
  courier: 'truck',
  operator: 'chart',
};

/** The way into what else this account is there for. */
export function RolesCard({ roles }: { roles: readonly Role[] }) {
  const t = useTexts(meTexts);
  const work = (['leader', 'courier', 'operator'] as const).filter((role) => roles.includes(role));
  if (work.length === 0) return null;
  return (
    <Card flush label={t('roles')}>
      {work.map((role) => (
        <ListRow
          key={role}
          icon={icons[role]}
          title={t(role)}
          detail={t(`${role}Detail`)}
          onTap={() => openPage(workPages[role])}
        />
      ))}
    </Card>
  );
}

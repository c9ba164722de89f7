import { useState } from 'react';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { ChangesOf } from '@/blocks/audit/ChangesOf';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Switch } from '@/design/components/Switch';
import { showToast } from '@/design/components/Toast';
import { formatPhone } from '@/design/format/phone';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { LeaderSheet } from './LeaderSheet';
import { PointForm } from './PointForm';
import { placesTexts } from './texts';
import { usePointActions } from './usePlaces';

/** One pickup point: who leads it, whether it is open, and all that is known of it. */
export function PointCard({ point }: { point: ManagedPickupPoint }) {
  const t = useTexts(placesTexts);
  const [choosing, setChoosing] = useState(false);
  const { setOpen, assign } = usePointActions(point, () => showToast(t('assigned')));
  const { leaderName, leaderPhone, open } = point;
  return (
    <Box className="lt-column">
      <Card flush label={t('leader')}>
        <ListRow
          icon="person"
          title={leaderName ?? t('noLeader')}
          {...(leaderPhone === undefined ? {} : { detail: formatPhone(leaderPhone) })}
          trailing={
            <Button kind="secondary" busy={assign.isPending} onTap={() => setChoosing(true)}>
              {t('changeLeader')}
            </Button>
          }
        />
        <Switch
          label={t(open ? 'open' : 'closed')}
          detail={t('openDetail')}
          on={open}
          onChange={(next) => setOpen.mutate(next)}
        />
      </Card>
      <PointForm key={point.version} cityId={point.cityId} point={point} onSaved={() => undefined} />
      <ChangesOf services={['delivery', 'identity']} subject={point.pickupPointId} />
      {choosing && (
        <LeaderSheet
          led={leaderName !== undefined}
          onClose={() => setChoosing(false)}
          onChoose={(accountId) => {
            assign.mutate(accountId);
            setChoosing(false);
          }}
        />
      )}
    </Box>
  );
}

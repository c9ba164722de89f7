import { useState } from 'react';
import { type LeaderApplication } from '#shared/contracts/identity/account';
import { Facts } from '@/blocks/operator/Facts';
import { usePoint } from '@/client/managedPoints';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Notice } from '@/design/components/States';
import { CityMap } from '@/design/map/CityMap';
import { formatPhone } from '@/design/format/phone';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { callPhone } from '@/platform/callPhone';
import { ApproveSheet } from './ApproveSheet';
import { RejectSheet } from './RejectSheet';
import { applicationsTexts } from './texts';

type ApplicationCardProps = { application: LeaderApplication; onDecided: () => void };

/** One application, with what is to be known before it is decided. */
export function ApplicationCard({ application, onDecided }: ApplicationCardProps) {
  const t = useTexts(applicationsTexts);
  const say = useBilingual();
  const [deciding, setDeciding] = useState<'approve' | 'reject' | undefined>();
  const { name, phone, displayName, place, address, position, message, status } = application;
  const point = usePoint(application.leadsPickupPointId ?? application.pickupPointId).data;
  const close = () => setDeciding(undefined);
  const decided = () => {
    close();
    onDecided();
  };
  return (
    <Card label={name}>
      <Box className="lt-column">
        <Words as="h2" className="lt-title">
          {name}
        </Words>
        {status === 'approved' && point && (
          <Notice tone="leaf" icon="check">
            {t('leads', { point: say(point.name) })}
          </Notice>
        )}
        {application.rejectedBecause !== undefined && (
          <Notice>{t('because', { reason: application.rejectedBecause })}</Notice>
        )}
        {status === 'pending' && point && <Notice>{t('wants', { point: say(point.name) })}</Notice>}
        <Facts
          facts={[
            { name: t('place'), value: place },
            { name: t('address'), value: address },
            { name: t('phone'), value: formatPhone(phone) },
            { name: t('account'), value: displayName },
            { name: t('coldStorage'), value: t(application.coldStorage ? 'cold' : 'noCold') },
            message !== '' && { name: t('message'), value: message },
          ]}
        />
        {position && (
          <CityMap
            markers={[{ id: 'place', kind: 'pickup', ...position }]}
            height={180}
            label={t('map', { place })}
          />
        )}
        <Box className="lt-row lt-row--wrap">
          {status === 'pending' && (
            <>
              <Button icon="check" onTap={() => setDeciding('approve')}>
                {t('approve')}
              </Button>
              <Button kind="danger" icon="close" onTap={() => setDeciding('reject')}>
                {t('reject')}
              </Button>
            </>
          )}
          <Button kind="secondary" icon="phone" onTap={() => callPhone(phone)}>
            {t('call', { name })}
          </Button>
        </Box>
      </Box>
      {deciding === 'approve' && <ApproveSheet application={application} onClose={close} onDone={decided} />}
      {deciding === 'reject' && <RejectSheet application={application} onClose={close} onDone={decided} />}
    </Card>
  );
}

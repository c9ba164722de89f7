import { useState } from 'react';
import { type AuditedService } from '#shared/contracts/audit';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { AuditList } from './AuditList';
import { auditTexts } from './texts';

/**
 * For a page of something that staff change: who did what to it, read when it is opened. For operators.
 * @param subject the thing's id
 */
export function ChangesOf({ services, subject }: { services: readonly AuditedService[]; subject: string }) {
  const t = useTexts(auditTexts);
  const [open, setOpen] = useState(false);
  return (
    <Box className="lt-column">
      <Card flush label={t('title')}>
        <ListRow
          icon="clock"
          title={t('title')}
          detail={t('titleDetail')}
          chosen={open}
          onTap={() => setOpen(!open)}
        />
      </Card>
      {open && <AuditList wish={{ services, subject }} />}
    </Box>
  );
}

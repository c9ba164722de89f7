import { useState } from 'react';
import { type AuditedService } from '#shared/contracts/audit';
import { type AccountId } from '#shared/contracts/ids';
import { AuditList } from '@/blocks/audit/AuditList';
import { SearchField } from '@/blocks/form/SearchField';
import { type AuditWish } from '@/client/audit';
import { SignInGate } from '@/client/SignInGate';
import { useDebounced } from '@/client/useDebounced';
import { Button } from '@/design/components/Button';
import { Chip } from '@/design/components/Chip';
import { MomentField } from '@/design/components/SelectField';
import { cityInstant, daysAfter } from '@/design/format/date';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { usePageQuery } from '@/platform/usePageQuery';
import { auditScreenTexts } from './texts';

const services = ['identity', 'catalog', 'orders', 'delivery', 'settlement'] as const;

/** Everything that staff, leaders and couriers changed: by what it concerns or who did it, where, and on which day. */
export function AuditScreen() {
  const t = useTexts(auditScreenTexts);
  return (
    <Page title={t('title')} wide>
      <SignInGate role="operator">
        <Changes />
      </SignInGate>
    </Page>
  );
}

function Changes() {
  const t = useTexts(auditScreenTexts);
  const { subject = '' } = usePageQuery();
  const [words, setWords] = useState(subject);
  const [service, setService] = useState<AuditedService | undefined>();
  const [day, setDay] = useState('');
  const search = useDebounced(words.trim());
  return (
    <Box className="lt-column">
      <Words as="p" className="lt-small lt-soft">
        {t('hint')}
      </Words>
      <SearchField label={t('search')} value={words} onChange={setWords} />
      <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('where')}>
        {[undefined, ...services].map((one) => (
          <Chip key={one ?? 'all'} role="radio" chosen={one === service} onTap={() => setService(one)}>
            {t(one ?? 'all')}
          </Chip>
        ))}
      </Box>
      <MomentField id="audit-day" kind="date" optional label={t('day')} value={day} onChange={setDay} />
      {day !== '' && (
        <Button kind="quiet" size="small" onTap={() => setDay('')}>
          {t('allDays')}
        </Button>
      )}
      <AuditList wish={{ services: service ? [service] : services, ...about(search), ...on(day) }} />
    </Box>
  );
}

/** An account is somebody who did things, anything else is what they were done to. */
const about = (id: string): Pick<AuditWish, 'accountId' | 'subject'> => {
  if (/^acc_[0-9A-Za-z]{1,40}$/.test(id)) return { accountId: id as AccountId };
  return id === '' ? {} : { subject: id };
};

const on = (day: string): Pick<AuditWish, 'from' | 'until'> =>
  day === '' ? {} : { from: cityInstant(day, '00:00'), until: cityInstant(daysAfter(day, 1), '00:00') };

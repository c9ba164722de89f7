import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AuditChange, type AuditEntryView } from '#shared/contracts/audit';
import { type AccountId } from '#shared/contracts/ids';
import { Facts } from '@/blocks/operator/Facts';
import { api } from '@/client/api';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Tag } from '@/design/components/Tag';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { operationTexts } from './operationTexts';
import { auditTexts } from './texts';
import './audit.scss';

/** One change: who did what and when; opened, every value from what to what. */
export function AuditEntryCard({ entry }: { entry: AuditEntryView }) {
  const t = useTexts(auditTexts);
  const what = useOperationName(entry.operation);
  const who = useActorName(entry.actor);
  const when = formatMoment(entry.at, serverNow(), useLanguage());
  const [open, setOpen] = useState(false);
  const { outcome } = entry;
  return (
    <Card flush label={what}>
      <ListRow
        title={what}
        detail={[who, when].join(' · ')}
        {...(outcome === 'done' ? {} : { trailing: <Tag tone="yolk">{t(outcome)}</Tag> })}
        chosen={open}
        onTap={() => setOpen(!open)}
      />
      {open && <Details entry={entry} />}
    </Card>
  );
}

function Details({ entry }: { entry: AuditEntryView }) {
  const t = useTexts(auditTexts);
  const { changes, moreChanges, request, sequence, subjects, code } = entry;
  return (
    <Box className="lt-column audit-entry__inside">
      {changes.length === 0 ? (
        <Words className="lt-small lt-soft">{t('noChanges')}</Words>
      ) : (
        <Box as="ul" className="lt-column lt-column--tight">
          {changes.map((change) => (
            <Change key={`${change.documentId} ${change.path}`} change={change} />
          ))}
        </Box>
      )}
      {moreChanges !== undefined && (
        <Words className="lt-small lt-soft">{t('more', { n: moreChanges })}</Words>
      )}
      <Facts
        facts={[
          code !== undefined && { name: t('refused'), value: code },
          { name: t('about'), value: subjects.join(' ') },
          { name: t('asked'), value: request },
          {
            name: entry.operation,
            value: sequence === undefined ? t('unsealed') : t('link', { n: sequence }),
          },
        ]}
      />
    </Box>
  );
}

function Change({ change: { path, before, after } }: { change: AuditChange }) {
  const t = useTexts(auditTexts);
  return (
    <Box as="li" className="audit-entry__change">
      <Words className="lt-small" selectable>
        {t('changed', { path, before: before ?? t('nothing'), after: after ?? t('nothing') })}
      </Words>
    </Box>
  );
}

function useOperationName(operation: string): string {
  const t = useTexts(operationTexts);
  return operation in operationTexts.zh ? t(operation as keyof typeof operationTexts.zh) : operation;
}

function useActorName(actor: AuditEntryView['actor']): string {
  const t = useTexts(auditTexts);
  const name = useAccountName(actor.kind === 'account' ? actor.accountId : undefined);
  return actor.kind === 'system' ? t('system', { job: actor.job }) : t('by', { role: t(actor.role), name });
}

/** The end of the account's id until its name is known, and when it was deleted. */
function useAccountName(accountId: AccountId | undefined): string {
  const t = useTexts(auditTexts);
  const { data } = useQuery({
    queryKey: ['account', accountId],
    queryFn: () => api.identity.getAccount({ params: { accountId: accountId ?? '' } }),
    enabled: accountId !== undefined,
    staleTime: Infinity,
  });
  return data?.displayName ?? t('someone', { tail: (accountId ?? '').slice(-4) });
}
